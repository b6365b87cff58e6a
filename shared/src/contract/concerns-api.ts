import { listMyConcerns, reportConcern, whomToRing } from './concerns.ts';

/** Operations of whoever reports a concern. Apart from `api`, so that their shapes are loaded by the page that reports one and by no other. */
export const concernsApi = { whomToRing, reportConcern, listMyConcerns } as const;
