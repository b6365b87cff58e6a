import type { CallOff } from '@ap/shared/domain/call-off';
import type { Effect } from '@ap/shared/domain/effect';
import { toLondonDate } from '@ap/shared/domain/local-date';
import { providerName } from '@ap/shared/domain/provider';
import { qaStanding } from '@ap/shared/domain/qa-check';
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
    const { provider, qaChecks } = await ports.providers.facts(callOff.request.serviceRef, 'fresh');
    if (provider?.status !== 'active') return stuck(ports, callOff, 'provider-not-active', contact);
    const own = qaChecks.filter((check) => check.providerRef === provider.ref);
    if (qaStanding(own, toLondonDate(ports.clock.now())).state === 'held') return stuck(ports, callOff, 'qa-not-current', contact);
    await ports.mail.send({ to: provider.email, ...orderMail(callOff, callOff.order, providerName(provider), contact) });
    return { state: 'done' };
  };

/** Says at once to the requester that the order did not leave, and why, then leaves it on the item for a person to decide. */
const stuck = async (ports: Pick<Ports, 'mail'>, callOff: CallOff, reason: string, contact: string): Promise<Performed> => {
  const why =
    reason === 'qa-not-current'
      ? 'it no longer holds every current quality assurance check'
      : 'it is not active on the framework at present';
  await ports.mail.send({
    to: callOff.requester.email,
    subject: `Order ${callOff.order?.number ?? ''} was not sent to the provider`,
    html: mailHtml({
      greeting: `Dear ${callOff.requester.name}`,
      paragraphs: [
        `The order was approved but was not sent to ${callOff.providerName}, because ${why}. Do not start the placement.`,
        `Ask the commissioning team what to do: ${contact}.`,
      ],
    }),
  });
  return { state: 'stuck', reason };
};
