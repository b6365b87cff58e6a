import { drawingOf } from '../block-purchases/drawing-call-off.ts';
import { whyNotOrder } from '../call-off/buyer-may-order.ts';
import { type CallOff, openStep, passedOnBy } from '../call-off/call-off.ts';
import { accept, type Decision } from '../call-off/decision.ts';
import { drawnFrom, whyNotDrawn } from '../call-off/draw-units.ts';
import { approvalFacts, approvalWorks } from '../call-off/submit-call-off.ts';
import { compareDates, toLondonDate } from '../days/local-date.ts';
import type { EffectWork } from '../effect.ts';
import { wonFor } from '../enquiries/won-competition.ts';
import { vatBasisPoints, vatTreatmentOf } from '../money/vat-treatment.ts';
import { answerDeadline } from '../orders/offer.ts';
import { orderNumber } from '../orders/order.ts';
import { defaultOrderPolicy } from '../orders/order-policy.ts';
import { type Person, personKey } from '../people/person.ts';
import { whyNotRegistered } from '../quality/registration-guard.ts';
import { type Refusal, refused } from '../refusal.ts';
import { listingOf } from '../register/service-may-be-ordered.ts';
import type { ApprovalCommand, ApprovalDecisionFacts } from './approval-command.ts';
import { type ApprovalPlan, planSteps } from './approval-policy.ts';
import type { ApprovalStep } from './approval-step.ts';
import { deciders, mayDecide, onBehalfOf } from './may-decide.ts';

/**
 * One decision about the open step. First decision wins; a stale, forged, replayed or forwarded click is refused and changes nothing.
 * The requester never decides, nor does anybody decide two steps. Facts are checked again: what may no longer be ordered cannot be approved (it can still be rejected or returned).
 */
export const decideApproval = (present: CallOff, command: ApprovalCommand, facts: ApprovalDecisionFacts): Decision => {
  const index = openStep(present);
  const step = present.approvals[index];
  const refusal =
    mayDecide(present, step, index, command, facts) ??
    (command.verdict === 'approve' ? mayApprove(present, index, command, facts) : undefined);
  if (refusal || !step) return refusal ?? refused('call-off-not-open', 'This request is not waiting for a decision.');

  const decided = decide(step, command, onBehalfOf(present, step, command, facts));
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

  const [next, ...later] = stepsAfter(present, index, deciders(approvals), command, facts).steps;
  if (next) {
    const asked = [{ ...next, state: 'open' as const }, ...later.map((step) => ({ ...step, state: 'waiting' as const }))];
    return accept(
      { ...present, approvals: [...approvals.slice(0, index + 1), ...asked] },
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
      order: {
        number: orderNumber(facts.itemId, present.offers?.length),
        madeAt: command.now,
        state: 'awaiting-provider',
        answerBy: answerDeadline(command.now, facts.answerWorkingDays ?? defaultOrderPolicy.answerWorkingDays),
      },
    },
    command,
    'Approved: order made, waiting for the provider',
    [
      { kind: 'refresh-approval-cards' },
      { kind: 'mail-order-to-provider' },
      { kind: 'tell-requester', news: 'ordered' },
      // The Virtual School knows of each placement of a child who is looked after.
      ...(present.request.lookedAfter ? [{ kind: 'tell-virtual-school' } as const] : []),
      audit('approval-approved'),
      { kind: 'record-audit', action: 'order-made', actor: personKey(command.by) },
      { kind: 'settle-ledgers' },
    ],
    command.comment,
  );
};

const decide = (step: ApprovalStep, command: ApprovalCommand, behalf: Person | undefined): ApprovalStep => ({
  kind: step.kind,
  approvers: step.approvers,
  state: 'decided',
  verdict: command.verdict,
  by: command.by,
  ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
  at: command.now,
  channel: command.channel,
  comment: command.comment,
});

/** Whose word this decision is: the person's, and that of whoever they stand in for. */
const authorityOf = (present: CallOff, index: number, command: ApprovalCommand, facts: ApprovalDecisionFacts): readonly Person[] => {
  const step = present.approvals[index];
  const behalf = step && onBehalfOf(present, step, command, facts);
  return behalf === undefined ? [command.by] : [command.by, behalf];
};

/** The steps after this one, with who may decide each today when these have decided those before. */
const stepsAfter = (
  present: CallOff,
  index: number,
  decidedBy: readonly Person[],
  { now }: ApprovalCommand,
  facts: ApprovalDecisionFacts,
): ApprovalPlan =>
  planSteps(
    approvalFacts(facts),
    present.approvals.slice(index + 1).map(({ kind }) => kind),
    {
      payer: present.request.payer,
      gross: present.price.gross,
      requester: present.requester,
      decidedBy: [...decidedBy, ...[passedOnBy(present)].filter((person) => person !== undefined)],
      today: toLondonDate(now),
      useFallback: present.request.useFallbackApprover,
    },
  );

/** Whether the order may still be made: listed, at the frozen price, for a buyer that may buy, not in the past, with somebody for every later step. */
const mayApprove = (present: CallOff, index: number, command: ApprovalCommand, facts: ApprovalDecisionFacts): Refusal | undefined => {
  const today = toLondonDate(command.now);
  const listing = listingOf(facts.listing, today, present.request.startDate);
  // The fault lies in the request or the register, not in a field of the decision.
  if (!listing.ok) return refused(listing.code, listing.detail);
  if (listing.provider.ref !== present.providerRef)
    return refused('provider-changed', 'This service is offered by another provider now. Ask for changes, so that it is chosen again.');
  const hand = drawnFrom(present.request, facts);
  const misfit = hand && ('ok' in hand ? hand : whyNotDrawn(hand, drawingOf(present)));
  if (misfit) return refused(misfit.code, misfit.detail);
  const won = wonFor(present.request, facts.competition, listing.rate);
  if (won && 'ok' in won) return refused(won.code, won.detail);
  if (!hand && facts.rateHash(listing.rate) !== present.price.rateHash)
    return refused(
      'rate-changed',
      'The framework price has changed since this request was made. Ask for changes, so that it is priced again.',
    );
  if (!hand && vatBasisPoints(vatTreatmentOf(listing.provider, listing.service)) !== present.price.vatBasisPoints)
    return refused(
      'rate-changed',
      'What the provider states about VAT has changed since this request was made. Ask for changes, so that it is priced again.',
    );
  if (compareDates(present.request.startDate, today) < 0)
    return refused('dates-not-allowed', 'The start date has passed. Ask for changes, so that a new date is chosen.');
  const refusal = whyNotOrder(present.request, facts.buyer, listing, today);
  if (refusal) return refused(refusal.code, refusal.detail);
  return (
    whyNotRegistered(present.request, present.price, listing.provider, facts.registration) ?? nobodyLeft(present, index, command, facts)
  );
};

/** Whether an approval by this person would leave a later step to nobody: such a request would wait for ever. */
const nobodyLeft = (present: CallOff, index: number, command: ApprovalCommand, facts: ApprovalDecisionFacts): Refusal | undefined => {
  const before = deciders(present.approvals);
  if (stepsAfter(present, index, [...before, ...authorityOf(present, index, command, facts)], command, facts).missing.length === 0)
    return undefined;
  const isNeeded = stepsAfter(present, index, before, command, facts).missing.length === 0;
  return refused(
    'no-eligible-approver',
    isNeeded
      ? 'Only you can decide a later step of this request, and nobody decides two. Someone else must approve this step, or you can ask for changes.'
      : 'Nobody can decide a later step of this request at present. Contact the commissioning team, or ask for changes.',
  );
};
