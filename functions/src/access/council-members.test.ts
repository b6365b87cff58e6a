import { aMembership } from '@ap/shared/domain/call-off/call-off.fixture';
import type { Membership } from '@ap/shared/domain/people/membership';
import { commissioner, evaluatorA, evaluatorB } from '@ap/shared/domain/tenders/tender.fixture';
import { listCouncilMembers } from './council-members.ts';

const list = (memberships: readonly Membership[]) => {
  const buyers = { councilMembers: async () => memberships } as unknown as Parameters<typeof listCouncilMembers>[0]['buyers'];
  return listCouncilMembers({ buyers })({} as Parameters<ReturnType<typeof listCouncilMembers>>[0]);
};

it('lists each member of the departments once, by name, with the roles of all of them; leavers and who only asked are left out', async () => {
  const { members } = await list([
    aMembership(evaluatorA, ['evaluator', 'approver'], { buyerRef: 'CD-SEND' }),
    aMembership(commissioner, ['commissioner'], { buyerRef: 'CD-SEND' }),
    aMembership(evaluatorA, ['award-approver'], { buyerRef: 'CD-VS' }),
    aMembership(evaluatorA, ['evaluation-lead'], { buyerRef: 'CD-INC', status: 'removed' }),
    aMembership(evaluatorB, ['evaluator'], { buyerRef: 'CD-SEND', status: 'asked' }),
  ]);
  const { tenantId, objectId } = evaluatorA;
  expect(members).toEqual([
    { tenantId: commissioner.tenantId, objectId: commissioner.objectId, name: 'Cora Winfrith', roles: ['commissioner'] },
    { tenantId, objectId, name: 'Eva Purbeck', roles: ['award-approver', 'evaluator'] },
  ]);
});
