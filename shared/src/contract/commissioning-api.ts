import { decideProviderChange, listProviderChanges, sendProviderLink } from './provider-changes.ts';

/** Operations of commissioners' own screens. Apart from `api`, so that nobody else's browser loads their shapes. */
export const commissioningApi = { sendProviderLink, listProviderChanges, decideProviderChange } as const;
