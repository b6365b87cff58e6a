import { proposeProviderChange, viewProfile } from './provider-changes.ts';

/** Operations for people outside the tenant, who act by a capability link: no token, but the link's secret in the body. */
export const linkApi = { viewProfile, proposeProviderChange } as const;
