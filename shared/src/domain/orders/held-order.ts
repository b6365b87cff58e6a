import { needsAttention, withAttention, withoutAttention } from '../call-off/attention.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { accept, type Command, type Decision } from '../call-off/decision.ts';
import { compareDates, toLondonDate } from '../days/local-date.ts';
import { personKey } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type OrderFacts, recipientOf } from './may-send-order.ts';
import { answerDeadline } from './offer.ts';
import { defaultOrderPolicy } from './order-policy.ts';

/**
 * Notes that an approved order did not leave for the provider, and why: the item says so to whoever works in the list, the requester is told not to start.
 * From now on nothing but a commissioner's command sends it (I14, I15): no retry, no sweep and no end of the hold.
 */
export const holdOrder = (present: CallOff, command: Command, why: Refusal, contact: string): Decision => {
  if (present.order?.state !== 'awaiting-provider') return notAwaiting;
  const held = withAttention(present, { reason: 'order-not-sent', since: command.now, detail: why.detail });
  return accept(
    held,
    command,
    'Order not sent to the provider',
    [
      { kind: 'tell-requester', news: 'order-not-sent' },
      { kind: 'record-audit', action: 'order-not-sent', actor: personKey(command.by) },
    ],
    `${why.detail} Do not start the placement. Ask the commissioning team what to do: ${contact}.`,
  );
};

/** A commissioner sends an order that was held. What held it is looked at again: it leaves only when nothing does any more. */
export const sendHeldOrder = (
  present: CallOff,
  command: Command,
  facts: OrderFacts,
  answerWorkingDays: number = defaultOrderPolicy.answerWorkingDays,
): Decision => {
  if (present.order?.state !== 'awaiting-provider') return notAwaiting;
  if (present.hold?.state === 'ended') return refused('order-held', 'The school has ended this order, so it is not sent any more.');
  if (!needsAttention(present, 'order-not-sent')) return refused('order-not-held', 'This order is not held: it was sent to the provider.');
  const today = toLondonDate(command.now);
  const recipient = recipientOf(present, facts, today);
  if (!recipient.ok) return recipient;
  if (compareDates(present.request.startDate, today) < 0)
    return refused(
      'dates-not-allowed',
      'The start date has passed. Record that the provider declined, so that the school can make a new request.',
    );
  // The provider's time to answer begins with the sending.
  const order = { ...present.order, answerBy: answerDeadline(command.now, answerWorkingDays), providerRemindedAt: undefined };
  return accept({ ...withoutAttention(present, 'order-not-sent'), order }, command, 'Order released to be sent to the provider', [
    { kind: 'mail-order-to-provider' },
    { kind: 'tell-requester', news: 'ordered' },
    { kind: 'record-audit', action: 'order-released', actor: personKey(command.by) },
  ]);
};

const notAwaiting = refused('order-not-awaiting-provider', 'The provider has answered this order already, or it was never made.');
