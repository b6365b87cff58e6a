import { eligibleApprovers } from './approval-policy.ts';
import { type ApprovalStep, type CallOff, type DecisionChannel, openStep, type Verdict } from './call-off.ts';
import { accept, type Command, type Decision } from './decision.ts';
import type { EffectWork } from './effect.ts';
import { listingOf } from './listing.ts';
import { compareDates, formatInstant, toLondonDate } from './local-date.ts';
import { whyNotOrder } from './may-order.ts';
import { orderNumber } from './order.ts';
import { personKey, samePerson } from './person.ts';
import { screenFreeText } from './pupil-reference.ts';
import { type Refusal, refused } from './refusal.ts';
import { approvalWorks, type SubmitFacts } from './submit-call-off.ts';

/** Read afresh from the lists at the moment of the click. */
export interface ApprovalDecisionFacts extends SubmitFacts {
  /** Id of the call-off's list item, from which the order takes its number. */
  readonly itemId: number;
}

export interface ApprovalCommand extends Command {
  readonly verdict: Verdict;
  readonly comment?: string | undefined;
  readonly channel: DecisionChannel;
  /** The round and step that the person was looking at. */
  readonly seen: { readonly round: number; readonly step: number };
}

/**
 * One decision about the open step. First decision wins; a stale, forged, replayed or forwarded click is refused and changes nothing.
 * The requester never decides. Facts are checked again: what may no longer be ordered cannot be approved (it can still be rejected or returned).
 */
export const decideApproval = (present: CallOff, command: ApprovalCommand, facts: ApprovalDecisionFacts): Decision => {
  const index = openStep(present);
  const step = present.approvals[index];
  const refusal =
    mayDecide(present, step, index, command, facts) ?? (command.verdict === 'approve' ? mayApprove(present, command, facts) : undefined);
  if (refusal || !step) return refusal ?? refused('call-off-not-open', 'This request is not waiting for a decision.');

  const decided = decide(step, command);
  const approvals = present.approvals.map((other, at): ApprovalStep => (at === index ? decided : other));
  const audit = (action: 'approval-approved' | 'approval-rejected' | 'approval-returned'): EffectWork => ({
    kind: 'record-audit',
    action,
    actor: personKey(command.by),
  });

  if (command.verdict === 'reject')
    return accept(
      { ...present, status: 'rejected', approvals },
      command,
      'Rejected',
      [{ kind: 'refresh-approval-cards' }, { kind: 'tell-requester', news: 'rejected' }, audit('approval-rejected')],
      command.comment,
    );
  if (command.verdict === 'return')
    return accept(
      { ...present, status: 'returned', approvals },
      command,
      'Sent back for changes',
      [{ kind: 'refresh-approval-cards' }, { kind: 'tell-requester', news: 'returned' }, audit('approval-returned')],
      command.comment,
    );

  const next = approvals[index + 1];
  if (next) {
    const opened = approvals.map(
      (other, at): ApprovalStep => (at === index + 1 ? { kind: next.kind, approvers: next.approvers, state: 'open' } : other),
    );
    return accept(
      { ...present, approvals: opened },
      command,
      'Approved: passed to the next approver',
      [
        { kind: 'refresh-approval-cards' },
        ...approvalWorks(next.approvers.map(personKey), index + 1, present.round),
        { kind: 'tell-requester', news: 'approved-step' },
        audit('approval-approved'),
      ],
      command.comment,
    );
  }
  return accept(
    {
      ...present,
      status: 'ordered',
      approvals,
      order: { number: orderNumber(facts.itemId), madeAt: command.now, state: 'awaiting-provider' },
    },
    command,
    'Approved: order made, waiting for the provider',
    [
      { kind: 'refresh-approval-cards' },
      { kind: 'mail-order-to-provider' },
      { kind: 'tell-requester', news: 'ordered' },
      audit('approval-approved'),
      { kind: 'record-audit', action: 'order-made', actor: personKey(command.by) },
    ],
    command.comment,
  );
};

const decide = (step: ApprovalStep, command: ApprovalCommand): ApprovalStep => ({
  kind: step.kind,
  approvers: step.approvers,
  state: 'decided',
  verdict: command.verdict,
  by: command.by,
  at: command.now,
  channel: command.channel,
  comment: command.comment,
});

/** Whether this person may decide this step at all, and is looking at the present one. */
const mayDecide = (
  present: CallOff,
  step: ApprovalStep | undefined,
  index: number,
  command: ApprovalCommand,
  facts: ApprovalDecisionFacts,
): Refusal | undefined => {
  if (samePerson(present.requester, command.by))
    return refused('requester-cannot-approve', 'You made this request, so someone else must decide it.');
  const decides = isApprover(present, step ?? present.approvals.at(-1), command, facts);
  // Whoever was asked at some step is told how it stands, also when a colleague came first and the request went on to others.
  if (!decides && !wasAsked(present, command)) return refused('not-an-approver', notAnApprover);
  if (!step || present.status !== 'awaiting-approval') return refused('approval-already-decided', alreadyDecided(present));
  if (command.seen.round !== present.round || command.seen.step !== index)
    return refused(
      'stale-version',
      command.seen.step < index
        ? alreadyDecided(present)
        : 'This request has changed since your copy was sent. Here it is as it stands now.',
    );
  if (!decides) return refused('not-an-approver', notAnApprover);
  if (command.verdict !== 'approve' && !command.comment?.trim())
    return refused('comment-required', 'Enter a comment that tells the requester why.', '/comment');
  const screened = screenFreeText(command.comment ?? '');
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, '/comment');
};

const notAnApprover = 'You are not an approver of this request, or its total is above your limit.';

const wasAsked = (present: CallOff, { by }: ApprovalCommand): boolean =>
  present.approvals.some((step) => step.approvers.some((approver) => samePerson(approver, by)));

/** Membership and limit as they are today, or the fallback approver to whom this very step was sent. */
const isApprover = (present: CallOff, step: ApprovalStep | undefined, command: ApprovalCommand, facts: ApprovalDecisionFacts): boolean => {
  if (!step) return false;
  const approval = {
    policy: facts.policy,
    buyerRef: facts.buyer.ref,
    buyerMembers: facts.buyerMembers,
    councilMembers: facts.councilMembers,
  };
  const today = eligibleApprovers(approval, step.kind, present.request.payer, present.price.gross, present.requester);
  const fallback = facts.buyer.fallbackApprover;
  const standsIn =
    step.kind === 'buyer' &&
    present.request.useFallbackApprover &&
    fallback !== undefined &&
    samePerson(fallback, command.by) &&
    step.approvers.some((approver) => samePerson(approver, fallback));
  return today.some((person) => samePerson(person, command.by)) || standsIn;
};

/** Whether the order may still be made: listed, at the frozen price, for a buyer that may buy, not in the past. */
const mayApprove = (present: CallOff, command: ApprovalCommand, facts: ApprovalDecisionFacts): Refusal | undefined => {
  const today = toLondonDate(command.now);
  const listing = listingOf(facts.listing, today, present.request.startDate);
  // The fault lies in the request or the register, not in a field of the decision.
  if (!listing.ok) return refused(listing.code, listing.detail);
  if (listing.provider.ref !== present.providerRef)
    return refused('provider-changed', 'This service is offered by another provider now. Ask for changes, so that it is chosen again.');
  if (listing.rate.ref !== present.price.rateRef || facts.rateHash(listing.rate) !== present.price.rateHash)
    return refused(
      'rate-changed',
      'The framework price has changed since this request was made. Ask for changes, so that it is priced again.',
    );
  if (compareDates(present.request.startDate, today) < 0)
    return refused('dates-not-allowed', 'The start date has passed. Ask for changes, so that a new date is chosen.');
  const refusal = whyNotOrder(present.request, facts.buyer, listing, today);
  return refusal && refused(refusal.code, refusal.detail);
};

/** 'Already approved by A. Head on Tuesday 3 March 2026 at 2:15pm.' */
const alreadyDecided = (present: CallOff): string => {
  const last = [...present.approvals].reverse().find((step) => step.state === 'decided');
  if (last?.state !== 'decided')
    return present.status === 'withdrawn' ? 'The requester withdrew this request.' : 'This request is no longer waiting for a decision.';
  const words = { approve: 'approved', reject: 'rejected', return: 'sent back for changes' }[last.verdict];
  return `Already ${words} by ${last.by.name} on ${formatInstant(last.at)}.`;
};
