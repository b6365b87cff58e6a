import { formatDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Numbering } from '@ap/shared/domain/effect';
import { commissionersOf } from '@ap/shared/domain/people/membership';
import { personKey } from '@ap/shared/domain/people/person';
import type { ProviderChange, ProviderChangeWork } from '@ap/shared/domain/provider-changes/provider-change';
import { whyYouHaveNoCard } from '../cards/why-no-card.ts';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/records.ts';
import { changeCard } from './change-card.ts';

type Needs = Pick<Ports, 'cards' | 'mail' | 'buyers' | 'providers' | 'effects' | 'audit'>;
type EffectOf<K extends ProviderChangeWork['kind']> = Extract<ProviderChangeWork, { kind: K }> & Numbering;

/** What follows from a proposed change and its decision. `page`: where commissioners decide changes, for whoever gets no card. */
export const changePerformers = (ports: Needs, page: string): RecordPerformers<ProviderChange, ProviderChangeWork> => ({
  'ask-commissioner': (stored, effect) => askCommissioner(ports, page, stored, effect),
  'refresh-change-cards': ({ state }, effect) => refreshCards(ports, state, effect),
  'apply-change': ({ state }) => applyChange(ports, state),
  'mail-outcome': ({ state }) => mailOutcome(ports, state),
  'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
});

/** A card for one commissioner, or word of it by mail where no card can be delivered; nothing once it is decided. */
const askCommissioner = async (
  ports: Needs,
  page: string,
  { state: change }: Stored<ProviderChange>,
  effect: EffectOf<'ask-commissioner'>,
): Promise<Performed> => {
  const person = commissionersOf(await ports.buyers.councilMembers('known')).find((each) => personKey(each) === effect.to);
  if (change.state !== 'proposed' || !person) return { state: 'superseded', to: effect.to };
  const title = `${change.providerName} asks to change its entry`;
  const delivery = await ports.cards.send(person, changeCard(change, 'change', `${effect.id}-${person.objectId.slice(0, 8)}`), title);
  if (delivery.ok) return { state: 'done', to: effect.to, sent: delivery };
  await ports.mail.send({
    to: person.email,
    subject: title,
    html: mailHtml({
      greeting: `Dear ${person.name}`,
      paragraphs: [
        `${title} in the directory (${change.ref}).`,
        `You get this by mail because ${whyYouHaveNoCard(delivery.why)}. Decide it on its page, or leave it to a colleague.`,
      ],
      link: { text: 'Look at the change', url: page },
    }),
  });
  return { state: 'done', to: effect.to, reason: delivery.why };
};

const refreshCards = async (ports: Needs, change: ProviderChange, effect: Numbering): Promise<Performed> => {
  for (const { kind, sent } of await ports.effects.receipts(change.ref))
    if (kind === 'ask-commissioner' && sent)
      await ports.cards.update(sent, changeCard(change, 'change', `${effect.id}-refreshed`), `${change.ref} has changed`);
  return { state: 'done' };
};

/** Writes it into the register, each row with If-Match. Done twice it changes nothing; what somebody wrote meanwhile stays, and a person is told. */
const applyChange = async (ports: Needs, change: ProviderChange): Promise<Performed> => {
  const written = [
    change.profile.length === 0 || (await ports.providers.writeProfile(change.providerRef, change.profile)),
    ...(await Promise.all(change.places.map((edit) => ports.providers.writePlaces(edit)))),
    ...(await Promise.all((change.vat ?? []).map((edit) => ports.providers.writeVat(edit)))),
  ];
  return written.every(Boolean) ? { state: 'done' } : { state: 'stuck', reason: 'register-changed' };
};

const mailOutcome = async (ports: Needs, change: ProviderChange): Promise<Performed> => {
  const { provider } = await ports.providers.provider(change.providerRef, 'known');
  if (!provider) return { state: 'stuck', reason: 'no-provider' };
  const accepted = change.state === 'accepted';
  const applied = (await ports.effects.receipts(change.ref)).find(({ kind }) => kind === 'apply-change');
  // The provider is told what became of it, not what was meant to.
  if (accepted && !applied) throw new ServiceBusy('register', 409, 5);
  if (accepted && applied?.state !== 'done') return { state: 'stuck', reason: 'not-applied' };
  await ports.mail.send({
    to: provider.email,
    subject: accepted ? 'Your entry in the directory was changed' : 'Your change was not made',
    html: mailHtml({
      greeting: `Dear ${change.proposer.name}`,
      paragraphs: [
        accepted
          ? 'The changes that you sent are in the directory now.'
          : `The commissioning team did not make the changes that you sent: ${change.reason ?? ''}`,
        `Sent on ${formatDate(toLondonDate(change.proposedAt))}. Reference ${change.ref}.`,
      ],
    }),
  });
  return { state: 'done' };
};
