import { officersOf } from '@ap/shared/domain/approvals/approval-policy';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { samePerson } from '@ap/shared/domain/people/person';
import { type Caller, isMember } from '../http/caller.ts';

/** Whether a caller may see a call-off: its requester, its approvers (past and present, of a change as well), members of its buyer, a commissioner. */
export const maySee = (callOff: CallOff, caller: Caller): boolean =>
  caller.commissioner ||
  samePerson(callOff.requester, caller.person) ||
  isMember(caller, callOff.request.buyerRef) ||
  [...callOff.approvals, ...(callOff.order?.change?.steps ?? [])].some((step) =>
    step.approvers.some((approver) => samePerson(approver, caller.person)),
  ) ||
  (callOff.order !== undefined && callOff.request.lookedAfter && decidesForVirtualSchool(caller));

/** The Virtual School follows every order for a child who is looked after. */
const decidesForVirtualSchool = ({ memberships }: Caller): boolean => officersOf(memberships, 'virtual-school').length > 0;
