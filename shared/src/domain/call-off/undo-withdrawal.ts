import type { ApprovalStep } from '../approvals/approval-step.ts';
import { type PersonId, type PersonKey, personKey, samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { CallOff } from './call-off.ts';
import { openStep, waitingSince } from './call-off.ts';
import { statusAllows } from './call-off-table.ts';
import { accept, type Command, type Decision } from './decision.ts';
import { approvalWorks } from './submit-call-off.ts';

/** For how long a withdrawal can be undone. Later a new request asks everything again. */
const undoMinutes = 60;

/** That somebody was asked to decide, by card or by mail, and when. */
export interface Asked {
  readonly kind: 'send-approval-card' | 'send-approval-mail';
  readonly to: string;
  readonly at: string;
}

export interface UndoCommand extends Command {
  /** Everybody who was reached about this request so far. */
  readonly asked: readonly Asked[];
}

/** Until when a withdrawal can be undone: an ISO instant; undefined when the request is not withdrawn. */
export const undoUntil = ({ status, withdrawnAt }: CallOff): string | undefined =>
  status === 'withdrawn' && withdrawnAt !== undefined ? new Date(Date.parse(withdrawnAt) + undoMinutes * 60_000).toISOString() : undefined;

/** Why this person may not undo the withdrawal now; undefined when they may. */
export const whyNotUndo = (present: CallOff, by: PersonId, now: string): Refusal | undefined => {
  if (!samePerson(present.requester, by)) return refused('not-yours', 'Only the person who withdrew this request can undo it.');
  if (!statusAllows(present, 'undo-withdrawal')) return refused('call-off-not-withdrawn', 'This request is not withdrawn.');
  const until = undoUntil(present);
  return until !== undefined && Date.parse(now) <= Date.parse(until)
    ? undefined
    : refused('undo-too-late', 'A withdrawal can be undone for an hour. Start again from this request instead.');
};

/**
 * Takes a withdrawal back: the request stands where it stood, in the same round and at the same step, with the decisions that were made. Nothing is
 * checked afresh here, because nothing more becomes possible than without the withdrawal: a decision looks at every fact again. Whoever the withdrawal
 * kept from being asked is asked now.
 */
export const undoWithdrawal = (present: CallOff, command: UndoCommand): Decision => {
  const refusal = whyNotUndo(present, command.by, command.now);
  if (refusal) return refusal;
  const returned = present.approvals.some((step) => step.state === 'decided' && step.verdict === 'return');
  const first = returned ? -1 : present.approvals.findIndex((step) => step.state === 'closed');
  const approvals = present.approvals.map(
    (step, index): ApprovalStep => (step.state === 'decided' ? step : { ...step, state: index === first ? 'open' : 'waiting' }),
  );
  const restored: CallOff = { ...present, status: returned ? 'returned' : 'awaiting-approval', withdrawnAt: undefined, approvals };
  return accept(restored, command, 'Withdrawal undone by the requester', [
    { kind: 'refresh-approval-cards' },
    ...stillToAsk(restored, command.asked),
    { kind: 'record-audit', action: 'withdrawal-undone', actor: personKey(command.by) },
  ]);
};

/** The asking of the open step that has reached nobody: a card or mail that came due while the request was withdrawn was left out for good. */
const stillToAsk = (restored: CallOff, asked: readonly Asked[]): ReturnType<typeof approvalWorks> => {
  const since = waitingSince(restored);
  if (since === undefined) return [];
  const step = openStep(restored);
  const approvers: readonly PersonKey[] = restored.approvals[step]?.approvers.map(personKey) ?? [];
  return approvalWorks(approvers, step, restored.round).filter(
    (work) =>
      !('to' in work && asked.some(({ kind, to, at }) => kind === work.kind && to === work.to && Date.parse(at) >= Date.parse(since))),
  );
};
