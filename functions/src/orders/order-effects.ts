import type { CallOff } from '@ap/shared/domain/call-off';
import type { Effect } from '@ap/shared/domain/effect';
import { toLondonDate } from '@ap/shared/domain/local-date';
import { recipientOf } from '@ap/shared/domain/may-send-order';
import { providerName } from '@ap/shared/domain/provider';
import type { Refusal } from '@ap/shared/domain/refusal';
import type { Performed } from '../effects/performed.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports, StoredCallOff } from '../ports.ts';
import { orderMail } from './order-mail.ts';

/**
 * E-mails the order to the provider. Facts that protect a child are read once more at the moment of sending: an order never leaves for a provider
 * that is not active or whose checks are held (I14, I15). It stays on the item, stuck and seen, until a person decides.
 */
export const mailOrderToProvider =
  (ports: Pick<Ports, 'mail' | 'providers' | 'clock'>, contact: string) =>
  async ({ callOff }: StoredCallOff, _effect: Effect): Promise<Performed> => {
    if (callOff.status !== 'ordered' || callOff.order?.state !== 'awaiting-provider') return { state: 'superseded' };
    const facts = await ports.providers.facts(callOff.request.serviceRef, 'fresh');
    const recipient = recipientOf(callOff, facts, toLondonDate(ports.clock.now()));
    if (!recipient.ok) return stuck(ports, callOff, recipient, contact);
    const { provider } = recipient;
    await ports.mail.send({ to: provider.email, ...orderMail(callOff, callOff.order, providerName(provider), contact) });
    return { state: 'done' };
  };

/** Says at once to the requester that the order did not leave, and why, then leaves it on the item for a person to decide. */
const stuck = async (ports: Pick<Ports, 'mail'>, callOff: CallOff, why: Refusal, contact: string): Promise<Performed> => {
  await ports.mail.send({
    to: callOff.requester.email,
    subject: `Order ${callOff.order?.number ?? ''} was not sent to the provider`,
    html: mailHtml({
      greeting: `Dear ${callOff.requester.name}`,
      paragraphs: [
        `The order was approved but was not sent to the provider. ${why.detail} Do not start the placement.`,
        `Ask the commissioning team what to do: ${contact}.`,
      ],
    }),
  });
  return { state: 'stuck', reason: why.code };
};
