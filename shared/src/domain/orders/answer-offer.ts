import { needsAttention } from '../call-off/attention.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { accept, type Command, type Decision } from '../call-off/decision.ts';
import { isAfter, isBefore } from '../days/instants.ts';
import { formatInstant, toLondonDate } from '../days/local-date.ts';
import { personKey } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type Answerer, offerReminderAt } from './offer.ts';
import type { Order } from './order.ts';
import { whyHeld, whyNotReason } from './order-life.ts';
import { recordAnswer } from './record-answer.ts';

/** What a provider says by its link. `other`: not this pupil or these dates, but something else, which the school then weighs. */
export type OfferAnswer =
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'other'; readonly text: string };

export interface AnswerOfferCommand extends Command {
  readonly answerer: Answerer;
  readonly answer: OfferAnswer;
}

/** An order that waits for its provider, as the provider may still answer it. */
const waiting = (present: CallOff): { readonly ok: true; readonly order: Order } | Refusal => {
  const { order } = present;
  if (present.status !== 'ordered' || order?.state !== 'awaiting-provider')
    return refused('order-not-awaiting-provider', 'This order waits for no answer any more. Ring the school if you think that it should.');
  if (needsAttention(present, 'order-not-sent') || present.hold?.state === 'ended')
    return refused('order-held', 'This order cannot be answered at present. Ring the commissioning team.');
  return { ok: true, order };
};

/** The provider's own answer, by the link in its mail, within its time (rows 40, 64). What it writes names no pupil. */
export const answerOffer = (present: CallOff, command: AnswerOfferCommand): Decision => {
  const open = waiting(present);
  if (!open.ok) return open;
  const { order } = open;
  const { answer, answerer } = command;
  if (order.answerBy !== undefined && isAfter(command.now, order.answerBy))
    return refused('order-not-awaiting-provider', `The time to answer ended on ${formatInstant(order.answerBy)}. Ring the school.`);
  const words = answer.kind === 'decline' ? answer.reason : answer.kind === 'other' ? answer.text : undefined;
  const field = answer.kind === 'other' ? '/answer/text' : '/answer/reason';
  const missing = answer.kind === 'other' ? 'Enter what you can offer instead.' : 'Enter why you decline.';
  const unsaid = words === undefined ? undefined : whyNotReason(words, missing, field);
  if (unsaid) return unsaid;
  const by = `${answerer.name}, ${answerer.position}`;
  if (answer.kind === 'other')
    return accept(
      { ...present, order: { ...order, otherOffer: { text: answer.text, by, on: toLondonDate(command.now) } } },
      command,
      `The provider offers something else (${by})`,
      [
        { kind: 'tell-requester', news: 'other-offer' },
        { kind: 'record-audit', action: 'order-other-offered', actor: personKey(command.by) },
      ],
      answer.text,
    );
  const held = answer.kind === 'accept' ? whyHeld(present) : undefined;
  if (held) return refused('order-held', 'This order cannot be accepted at present. Ring the school.');
  return recordAnswer(present, order, command, {
    answer: answer.kind === 'accept' ? 'accepted' : 'declined',
    by,
    how: ` by its link (${by})`,
    reason: words,
  });
};

/** On the last morning a provider that has said nothing is reminded, once. */
export const remindProvider = (present: CallOff, command: Command): Decision => {
  const open = waiting(present);
  if (!open.ok) return open;
  const { answerBy, providerRemindedAt } = open.order;
  if (
    answerBy === undefined ||
    providerRemindedAt !== undefined ||
    isBefore(command.now, offerReminderAt(answerBy)) ||
    !isBefore(command.now, answerBy)
  )
    return refused('reminder-too-soon', 'No reminder of this order is due.');
  return accept({ ...present, order: { ...open.order, providerRemindedAt: command.now } }, command, 'The provider was reminded to answer', [
    { kind: 'remind-provider-of-order' },
    { kind: 'record-audit', action: 'provider-reminded', actor: personKey(command.by) },
  ]);
};

/** After its time an order that nobody answered is unfilled: nothing is owed, and the school is told so that it can ask elsewhere. */
export const lapseOffer = (present: CallOff, command: Command): Decision => {
  const open = waiting(present);
  if (!open.ok) return open;
  const { answerBy } = open.order;
  if (answerBy === undefined || !isAfter(command.now, answerBy))
    return refused('order-not-in-this-state', 'The provider still has time to answer.');
  return accept(
    { ...present, order: { ...open.order, state: 'unfilled' } },
    command,
    'The provider gave no answer in time',
    [
      { kind: 'tell-requester', news: 'unfilled' },
      { kind: 'record-audit', action: 'order-unfilled', actor: personKey(command.by) },
      { kind: 'settle-ledgers' },
    ],
    `${present.providerName} did not answer by ${formatInstant(answerBy)}. Open the request to offer it to the next provider, or make a new request.`,
  );
};
