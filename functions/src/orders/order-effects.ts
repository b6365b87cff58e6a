import { needsAttention } from '@ap/shared/domain/call-off/attention';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { isAfter } from '@ap/shared/domain/days/instants';
import { formatInstant, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Effect } from '@ap/shared/domain/effect';
import { holdOrder } from '@ap/shared/domain/orders/held-order';
import { recipientOf } from '@ap/shared/domain/orders/may-send-order';
import type { Order } from '@ap/shared/domain/orders/order';
import { theProduct } from '@ap/shared/domain/people/person';
import type { Refusal } from '@ap/shared/domain/refusal';
import { providerName } from '@ap/shared/domain/register/provider';
import { registrationFacts } from '../commands/registration-facts.ts';
import { runCommand } from '../commands/run-command.ts';
import type { Performed } from '../effects/performed.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { newOfferLink, type OfferPage } from './offer-link.ts';
import { orderMail } from './order-mail.ts';

/**
 * E-mails the order to the provider. Facts that protect a child are read once more at the moment of sending: an order never leaves for a provider
 * that is not active or whose checks are held (I14, I15). It stays on the item, held and seen, until a person decides.
 */
export const mailOrderToProvider =
  (ports: Ports, contact: string, pageOf: OfferPage) =>
  async ({ callOff }: StoredCallOff, effect: Effect): Promise<Performed> => {
    if (callOff.status !== 'ordered' || callOff.order?.state !== 'awaiting-provider') return { state: 'superseded' };
    // Held already by a try whose receipt was lost: only a person lets it go.
    if (needsAttention(callOff, 'order-not-sent')) return { state: 'stuck', reason: 'order-held' };
    const recipient = await recipientNow(ports, callOff);
    if (!recipient.ok) return hold(ports, callOff.ref, effect, recipient, contact);
    const { provider } = recipient;
    const offer = { url: await newOfferLink(ports, callOff, pageOf), until: untilOf(callOff.order), reminder: false };
    await ports.mail.send({ to: provider.email, ...orderMail(callOff, callOff.order, providerName(provider), contact, offer) });
    return { state: 'done' };
  };

/** The provider to whom this order may go at this moment, or why it may not. */
const recipientNow = async (ports: Ports, callOff: CallOff): Promise<ReturnType<typeof recipientOf>> => {
  const facts = await ports.providers.sendingFacts(callOff.request.serviceRef, callOff.price.rateRef);
  const registration = await registrationFacts(ports, facts.provider?.ref, { sending: callOff });
  return recipientOf(callOff, { ...facts, registration }, toLondonDate(ports.clock.now()));
};

const untilOf = ({ answerBy }: Order): string => (answerBy === undefined ? '' : `Your answer is due by ${formatInstant(answerBy)}.`);

/**
 * Mails the order once more, with a new link, to a provider that has said nothing. What was overtaken meanwhile reminds nobody, nor is a provider urged to
 * take what might not be sent to it now: one that is held, or lost a check (I14).
 */
export const remindProviderOfOrder =
  (ports: Ports, contact: string, pageOf: OfferPage) =>
  async ({ callOff }: StoredCallOff): Promise<Performed> => {
    const { order } = callOff;
    const overtaken = order?.state !== 'awaiting-provider' || order.otherOffer !== undefined || needsAttention(callOff, 'order-not-sent');
    if (!order || overtaken || (order.answerBy !== undefined && isAfter(ports.clock.now(), order.answerBy))) return { state: 'superseded' };
    const recipient = await recipientNow(ports, callOff);
    if (!recipient.ok) return { state: 'superseded', reason: recipient.code };
    const { provider } = recipient;
    const offer = { url: await newOfferLink(ports, callOff, pageOf), until: untilOf(order), reminder: true };
    await ports.mail.send({ to: provider.email, ...orderMail(callOff, order, providerName(provider), contact, offer) });
    return { state: 'done' };
  };

/** Writes to the item that the order did not leave, and why, before the receipt says so. */
const hold = async (ports: Ports, ref: string, effect: Effect, why: Refusal, contact: string): Promise<Performed> => {
  await runCommand(ports, { ref, by: theProduct, key: effect.id, content: 'hold-order' }, async (present, command) =>
    holdOrder(present.callOff, command, why, contact),
  );
  return { state: 'stuck', reason: why.code };
};
