import { endDelegation, listDelegations, nameDelegate } from './delegation.ts';

/** Who stands in for whom while approvers are away. Apart from `api`: only whoever opens it loads its shapes. */
export const delegationApi = { listDelegations, nameDelegate, endDelegation } as const;
