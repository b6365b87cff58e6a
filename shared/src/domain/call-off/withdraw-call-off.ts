import type { ApprovalStep } from '../approvals/approval-step.ts';
import { personKey, samePerson } from '../people/person.ts';
import { refused } from '../refusal.ts';
import type { CallOff } from './call-off.ts';
import { statusAllows } from './call-off-table.ts';
import { accept, type Command, type Decision } from './decision.ts';

/** The requester takes a request back before it is decided. Open and waiting steps close; every card shows it. For a while it can be undone. */
export const withdrawCallOff = (present: CallOff, command: Command): Decision => {
  if (!samePerson(present.requester, command.by)) return refused('not-yours', 'Only the person who made this request can withdraw it.');
  if (!statusAllows(present, 'withdraw')) return refused('call-off-not-open', 'A request that has been decided cannot be withdrawn.');
  const approvals = present.approvals.map((step): ApprovalStep => (step.state === 'decided' ? step : { ...step, state: 'closed' }));
  return accept({ ...present, status: 'withdrawn', withdrawnAt: command.now, approvals }, command, 'Withdrawn by the requester', [
    { kind: 'refresh-approval-cards' },
    { kind: 'record-audit', action: 'call-off-withdrawn', actor: personKey(command.by) },
  ]);
};
