import type { CallOffSummary } from '@ap/shared/contract/call-off-summary';
import { type CallOffReply, priceShape } from '@ap/shared/contract/call-offs';
import { deciderName } from '@ap/shared/domain/approvals/approval-step';
import { mayRemind, remindFrom } from '@ap/shared/domain/approvals/remind-approver';
import { waitingStep } from '@ap/shared/domain/approvals/waiting-step';
import { mostUrgent, needsAttention } from '@ap/shared/domain/call-off/attention';
import { evidenceLines } from '@ap/shared/domain/call-off/award-basis';
import { type CallOff, openStep, waitingFor, waitingSince } from '@ap/shared/domain/call-off/call-off';
import { statusAllows } from '@ap/shared/domain/call-off/call-off-table';
import { undoUntil, whyNotUndo } from '@ap/shared/domain/call-off/undo-withdrawal';
import { personKey, samePerson } from '@ap/shared/domain/people/person';
import { isErased } from '@ap/shared/domain/privacy/erase-pupil';
import { answersTo } from '@ap/shared/domain/quality/order-hold';
import { whyTheyHaveNoCard } from '../cards/why-no-card.ts';
import { type Caller, hasRoleAt, isMember } from '../http/caller.ts';
import { shownBy } from '../http/shown-by.ts';
import type { Receipt } from '../ports/effects.ts';
import { whoseStep } from './whose-step.ts';

/** Whether the open step waits for this person. */
export const waitsFor = (callOff: CallOff, caller: Caller): boolean =>
  waitingFor(callOff).some((approver) => samePerson(approver, caller.person));

/** Whether a change of the order waits for this person, who decides it on the page of the order. */
export const changeWaitsFor = (callOff: CallOff, caller: Caller): boolean => {
  const waiting = waitingStep(callOff);
  return waiting?.change !== undefined && waiting.step.approvers.some((approver) => samePerson(approver, caller.person));
};

const changeOf = (callOff: CallOff): Pick<CallOffSummary, 'change'> => {
  const waiting = waitingStep(callOff);
  if (waiting?.change === undefined) return {};
  const { step, net, gross, asker } = waiting;
  return { change: { waitingFor: step.approvers.map(({ name }) => name), net, gross, proposedBy: asker.name } };
};

/** Whether a live order on hold waits for an answer that this person may give. */
export const holdWaitsFor = (callOff: CallOff, caller: Caller): boolean =>
  (callOff.hold?.state === 'asked' || callOff.hold?.state === 'unanswered') && decidesForSchool(callOff, caller);

export const toSummary = (callOff: CallOff): CallOffSummary => ({
  ref: callOff.ref,
  status: callOff.status,
  ...(callOff.order ? { orderNumber: callOff.order.number, orderState: callOff.order.state } : {}),
  ...(callOff.hold && callOff.hold.state !== 'running' ? { holdState: callOff.hold.state } : {}),
  buyerRef: callOff.request.buyerRef,
  buyerName: callOff.buyerName,
  serviceRef: callOff.request.serviceRef,
  serviceName: callOff.serviceName,
  providerName: callOff.providerName,
  lotName: callOff.lotName,
  pupilRef: callOff.request.pupilRef,
  startDate: callOff.request.startDate,
  endDate: callOff.request.endDate,
  net: callOff.price.net,
  gross: callOff.price.gross,
  requesterName: callOff.requester.name,
  submittedAt: callOff.submittedAt,
  waitingFor: waitingFor(callOff).map((approver) => approver.name),
  ...waitingSinceOf(callOff),
  ...attentionOf(callOff),
  ...changeOf(callOff),
});

const waitingSinceOf = (callOff: CallOff): Pick<CallOffSummary, 'waitingSince'> => {
  const since = waitingSince(callOff);
  return since === undefined ? {} : { waitingSince: since };
};

const attentionOf = (callOff: CallOff): Pick<CallOffSummary, 'needsAttention'> => {
  const needsAttention = mostUrgent(callOff);
  return needsAttention === undefined ? {} : { needsAttention };
};

/** One call-off for one caller at an instant. The request's flags (EHC plan, looked after) go to the requester only, who typed them. */
export const toReply = (callOff: CallOff, caller: Caller, receipts: readonly Receipt[], now: string): CallOffReply => {
  const own = samePerson(callOff.requester, caller.person);
  const may = permittedActs(callOff, caller, now);
  return {
    ...toSummary(callOff),
    version: callOff.version,
    round: callOff.round,
    openStep: openStep(callOff),
    price: shownBy(priceShape, callOff.price),
    ...(callOff.advice === undefined ? {} : { advice: callOff.advice }),
    payer: callOff.request.payer,
    arrangedBy: callOff.request.arrangedBy,
    billTo: callOff.request.billTo,
    ...(callOff.request.costCode === undefined ? {} : { costCode: callOff.request.costCode }),
    ...(callOff.request.basis === undefined ? {} : { basis: callOff.request.basis }),
    ...(callOff.award ? { awardEvidence: evidenceLines(callOff.award) } : {}),
    ...(callOff.request.blockRef === undefined ? {} : { blockRef: callOff.request.blockRef }),
    ...(callOff.request.enquiryRef === undefined ? {} : { enquiryRef: callOff.request.enquiryRef }),
    ...(callOff.request.offSiteDirection === undefined ? {} : { offSiteDirection: callOff.request.offSiteDirection }),
    ...(callOff.request.objectives === undefined ? {} : { objectives: callOff.request.objectives }),
    steps: callOff.approvals.map((step) => ({
      kind: whoseStep(step.kind),
      state: step.state,
      approvers: step.approvers.map((approver) => approver.name),
      ...(step.state === 'decided'
        ? {
            verdict: step.verdict,
            by: deciderName(step),
            at: step.at,
            channel: step.channel,
            ...(step.comment === undefined ? {} : { comment: step.comment }),
          }
        : {}),
    })),
    ...(callOff.order
      ? {
          order: {
            number: callOff.order.number,
            madeAt: callOff.order.madeAt,
            state: callOff.order.state,
            ...(callOff.order.answeredAt === undefined ? {} : { answeredAt: callOff.order.answeredAt }),
            ...(callOff.order.declineReason === undefined ? {} : { declineReason: callOff.order.declineReason }),
          },
        }
      : {}),
    ...holdOf(callOff, caller),
    ...(callOff.status === 'awaiting-approval' && callOff.providerPaused
      ? {
          providerPaused: {
            sentence: `${callOff.providerName}: ${callOff.providerPaused.sentence}`,
            search: callOff.providerPaused.search,
          },
        }
      : {}),
    attention: (callOff.attention ?? []).map(({ reason, since, detail }) => ({
      reason,
      since,
      ...(detail === undefined ? {} : { detail }),
    })),
    history: callOff.history,
    delivery: deliveryOf(callOff, receipts),
    may,
    ...(may.includes('undo-withdrawal') ? { undoUntil: undoUntil(callOff) } : {}),
    ...reminderOf(callOff, caller),
    // An erased request has no answers that a form could take up again.
    ...(own && !isErased(callOff.request.pupilRef) ? { request: callOff.request } : {}),
  };
};

/** Whether a caller decides for the school about a live order on hold: its approvers and contacts, and whoever requested it. */
const decidesForSchool = ({ request, requester }: CallOff, caller: Caller): boolean =>
  caller.client === 'deciding' &&
  (hasRoleAt(caller, request.buyerRef, 'approver') ||
    hasRoleAt(caller, request.buyerRef, 'contact') ||
    (samePerson(requester, caller.person) && isMember(caller, request.buyerRef)));

const holdOf = (callOff: CallOff, caller: Caller): Pick<CallOffReply, 'hold'> => {
  const { hold } = callOff;
  if (!hold) return {};
  const { state, notice, answerBy, answeredBy, answeredAt, reason, released } = hold;
  return {
    hold: {
      state,
      ...(notice === undefined || released ? {} : { notice: `${callOff.providerName}: ${notice}` }),
      ...(answerBy === undefined ? {} : { answerBy }),
      ...(answeredBy === undefined ? {} : { answeredBy: answeredBy.name }),
      ...(answeredAt === undefined ? {} : { answeredAt }),
      ...(reason === undefined || reason === '' ? {} : { reason }),
      may: decidesForSchool(callOff, caller) ? [...answersTo(hold)] : [],
    },
  };
};

const permittedActs = (callOff: CallOff, caller: Caller, now: string): CallOffReply['may'] => {
  const own = samePerson(callOff.requester, caller.person);
  const acts: CallOffReply['may'][number][] = [];
  if (caller.client === 'drafting') return acts;
  if (!own && waitsFor(callOff, caller)) acts.push('decide');
  if (own && statusAllows(callOff, 'withdraw')) acts.push('withdraw');
  if (whyNotUndo(callOff, caller.person, now) === undefined) acts.push('undo-withdrawal');
  if (own && statusAllows(callOff, 'resubmit')) acts.push('change');
  if (callOff.order?.state === 'awaiting-provider' && (caller.commissioner || hasRoleAt(caller, callOff.request.buyerRef, 'requester')))
    acts.push('answer');
  if (caller.commissioner && callOff.order?.state === 'awaiting-provider' && needsAttention(callOff, 'order-not-sent'))
    acts.push('send-order');
  if (caller.commissioner && needsAttention(callOff, 'message-not-sent')) acts.push('settle-messages');
  return acts;
};

const reminderOf = (callOff: CallOff, caller: Caller): Pick<CallOffReply, 'remindFrom'> => {
  const from = remindFrom(callOff);
  if (from === undefined || caller.client === 'drafting' || !mayRemind(callOff, caller.person, caller.memberships)) return {};
  return { remindFrom: from };
};

/** How each approver of the open step was told: a card that could not be delivered is said, and never blocks. */
const deliveryOf = (callOff: CallOff, receipts: readonly Receipt[]): CallOffReply['delivery'] => {
  const prefix = (kind: 'send-approval-card' | 'send-approval-mail', key: string): Receipt | undefined =>
    receipts
      .filter((receipt) => receipt.kind === kind && receipt.to === key && receipt.state !== 'superseded')
      .sort((a, b) => b.at.localeCompare(a.at))[0];
  return waitingFor(callOff).map((approver) => {
    const key = personKey(approver);
    const card = prefix('send-approval-card', key);
    const mail = prefix('send-approval-mail', key);
    const cardState =
      card === undefined ? 'waiting' : card.state === 'done' ? 'sent' : card.state === 'not-delivered' ? 'not-delivered' : 'not-sent';
    const sentence = card?.state === 'not-delivered' ? notDelivered(approver.name, card.reason, mail?.state === 'done') : undefined;
    return {
      name: approver.name,
      card: cardState,
      mail: mail === undefined ? 'waiting' : mail.state === 'done' ? 'sent' : 'not-sent',
      ...(sentence === undefined ? {} : { sentence }),
    };
  });
};

const notDelivered = (name: string, reason: string | undefined, mailed: boolean): string => {
  return `The card could not be delivered to ${name}: ${whyTheyHaveNoCard(reason)}. ${mailed ? 'The e-mail was sent and works just as well.' : 'An e-mail is on its way and works just as well.'}`;
};
