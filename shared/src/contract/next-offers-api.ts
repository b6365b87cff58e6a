import { listNextProviders, offerToNext } from './next-offers.ts';

/** Operations of a request that its provider did not take. Apart from the others, so that their shapes are loaded where they are used. */
export const nextOffersApi = { listNextProviders, offerToNext } as const;
