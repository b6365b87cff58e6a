import { endDelegation, getDelegation, nameDelegate } from './delegation.ts';

/** What an approver says about being away. Apart from `api`: only whoever opens it loads its shapes. */
export const delegationApi = { getDelegation, nameDelegate, endDelegation } as const;
