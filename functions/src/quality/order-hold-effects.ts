import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { formatInstant } from '@ap/shared/domain/days/local-date';
import type { Effect } from '@ap/shared/domain/effect';
import { commissionersOf, type Membership } from '@ap/shared/domain/people/membership';
import { type Person, parsePersonKey, samePerson } from '@ap/shared/domain/people/person';
import { pausedSentence } from '@ap/shared/domain/quality/paused-notice';
import type { OrderHoldWork } from '@ap/shared/domain/quality/quality-effect';
import { providerName } from '@ap/shared/domain/register/provider';
import type { Performed } from '../effects/performed.ts';
import { type News, tellPeople } from '../effects/tell-people.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { holdCard, sentenceOf } from './hold-card.ts';

/** Where the page of a call-off is: on a card, and in a mail. */
export interface OrderLinks {
  readonly onCard: (ref: string) => string;
  readonly inMail: (ref: string) => string;
}

type Needs = Pick<Ports, 'cards' | 'mail' | 'effects' | 'clock' | 'buyers' | 'providers'>;
type OfKind<K extends OrderHoldWork['kind']> = Extract<Effect, { kind: K }>;
type Performers = { readonly [K in OrderHoldWork['kind']]: (stored: StoredCallOff, effect: OfKind<K>) => Promise<Performed> };

const withRole = (members: readonly Membership[], role: 'contact' | 'approver'): readonly Person[] =>
  members.filter(({ status, roles }) => status === 'active' && roles.includes(role)).map(({ person }) => person);

/** The head or business manager of the school; its approvers where it names none. */
const headsOf = (members: readonly Membership[]): readonly Person[] => {
  const contacts = withRole(members, 'contact');
  return contacts.length > 0 ? contacts : withRole(members, 'approver');
};

/** Who is asked about an order: whoever requested it, if still of that school, and the school's head. */
const askedOf = (callOff: CallOff, members: readonly Membership[]): readonly Person[] => {
  const requester = members.filter(({ status, person }) => status === 'active' && samePerson(person, callOff.requester));
  const people = [...requester.map(({ person }) => person), ...headsOf(members)];
  return people.filter((person, index) => people.findIndex((other) => samePerson(other, person)) === index);
};

const numberOf = (callOff: CallOff): string => callOff.order?.number ?? callOff.ref;

const noticeOf = (callOff: CallOff): string => `${callOff.providerName}: ${callOff.hold?.notice ?? pausedSentence(undefined)}`;

/** What follows from a decision about a live order whose provider was held. Schools read fixed words: never why. */
export const orderHoldPerformers = (ports: Needs, links: OrderLinks): Performers => {
  const link = ({ ref }: CallOff): NonNullable<News['link']> => ({
    text: 'Open the order',
    onCard: links.onCard(ref),
    inMail: links.inMail(ref),
  });
  const cardFor = (callOff: CallOff, effect: Effect) => (person: Person) =>
    holdCard(callOff, 'order', links.onCard(callOff.ref), `${effect.id}-${person.objectId.slice(0, 8)}`);
  const membersOf = ({ request }: CallOff) => ports.buyers.members(request.buyerRef, 'known');

  return {
    'ask-buyer-about-order': async ({ callOff }, effect) => {
      const { hold } = callOff;
      if (hold?.holdRef !== effect.holdRef || hold.state !== 'asked') return { state: 'superseded' };
      const news: News = {
        title: `Order ${numberOf(callOff)}: decide by ${formatInstant(hold.answerBy ?? '')}`,
        paragraphs: [
          noticeOf(callOff),
          `${callOff.serviceName} for ${callOff.buyerName}: decide whether the placement goes on, pauses or ends. To go on needs a reason. One answer is enough for the school.`,
        ],
        link: link(callOff),
        card: cardFor(callOff, effect),
      };
      return tellPeople(ports, callOff.ref, effect, askedOf(callOff, await membersOf(callOff)), news, true);
    },
    'refresh-hold-cards': async ({ callOff }, effect) => {
      const asking = ['ask-buyer-about-order', 'tell-head', 'tell-buyer-hold-ended'];
      for (const { kind, sent, to } of await ports.effects.receipts(callOff.ref)) {
        const viewer = asking.includes(kind) ? parsePersonKey(to ?? '') : undefined;
        if (sent && viewer)
          await ports.cards.update(
            sent,
            holdCard(callOff, 'order', links.onCard(callOff.ref), `${effect.id}-${viewer.objectId.slice(0, 8)}`),
            `Order ${numberOf(callOff)} has changed`,
          );
      }
      return { state: 'done' };
    },
    'tell-buyer-hold-ended': async ({ callOff }, effect) => {
      if (callOff.hold?.released !== true) return { state: 'superseded' };
      const isPaused = callOff.hold.state === 'paused';
      const news: News = {
        title: `${callOff.providerName} takes new orders again`,
        paragraphs: [
          isPaused
            ? `Order ${numberOf(callOff)} stays paused until your school takes it up again.`
            : `Order ${numberOf(callOff)} runs as before.`,
        ],
        link: link(callOff),
        ...(isPaused ? { card: cardFor(callOff, effect) } : {}),
      };
      return tellPeople(ports, callOff.ref, effect, askedOf(callOff, await membersOf(callOff)), news, true);
    },
    'tell-head': async ({ callOff }, effect) => {
      if (callOff.hold?.state !== 'unanswered') return { state: 'superseded' };
      const news: News = {
        title: `Order ${numberOf(callOff)}: no answer came in time`,
        paragraphs: [
          noticeOf(callOff),
          `Nobody of ${callOff.buyerName} has said what is to happen with ${callOff.serviceName}. You can decide: go on, pause or end.`,
        ],
        link: link(callOff),
        card: cardFor(callOff, effect),
      };
      return tellPeople(ports, callOff.ref, effect, headsOf(await membersOf(callOff)), news, true);
    },
    'tell-commissioners': async ({ callOff }, effect) => {
      const { hold } = callOff;
      const isSo = effect.news === 'order-unanswered' ? hold?.state === 'unanswered' : hold?.answeredAt !== undefined;
      if (!hold || !isSo) return { state: 'superseded' };
      const unanswered = effect.news === 'order-unanswered';
      const news: News = {
        title: unanswered
          ? `${callOff.buyerName} has not answered about order ${numberOf(callOff)}`
          : `${callOff.buyerName} has answered about order ${numberOf(callOff)}`,
        paragraphs: [
          `${callOff.serviceName}, ${callOff.providerName}.`,
          unanswered ? 'Its head has been told. The order stays on hold. Ring the school.' : sentenceOf(hold),
        ],
        link: link(callOff),
      };
      return tellPeople(ports, callOff.ref, effect, commissionersOf(await ports.buyers.councilMembers('known')), news);
    },
    'tell-provider-of-answer': async ({ callOff }, { answer }) => {
      const state = { paused: 'paused', ended: 'ended', resumed: 'running' }[answer];
      if (callOff.hold?.state !== state) return { state: 'superseded' };
      const { provider } = await ports.providers.provider(callOff.providerRef, 'known');
      if (!provider) return { state: 'stuck', reason: 'no-provider' };
      const did = { paused: 'paused', ended: 'ended', resumed: 'taken up again' }[answer];
      await ports.mail.send({
        to: provider.email,
        subject: `Order ${numberOf(callOff)} was ${did}`,
        html: mailHtml({
          greeting: `Dear ${providerName(provider)}`,
          paragraphs: [
            `${callOff.buyerName} has ${did} order ${numberOf(callOff)}, ${callOff.serviceName}.`,
            answer === 'resumed'
              ? `Agree the next day with ${callOff.requester.name} (${callOff.requester.email}).`
              : `Questions: ${callOff.requester.name} (${callOff.requester.email}).`,
          ],
        }),
      });
      return { state: 'done' };
    },
  };
};

/** Tells the school of each live order that its provider was taken off the framework. */
export const tellOfRemoval = async (
  ports: Needs,
  links: OrderLinks,
  standingRef: string,
  effectId: string,
  orders: readonly CallOff[],
): Promise<Performed> => {
  for (const callOff of orders)
    await tellPeople(
      ports,
      standingRef,
      { id: `${effectId}-${callOff.ref}`, kind: 'tell-buyers-of-removal' },
      askedOf(callOff, await ports.buyers.members(callOff.request.buyerRef, 'known')),
      {
        title: `${callOff.providerName} was taken off the framework`,
        paragraphs: [
          `No new orders can be made. Order ${numberOf(callOff)} for ${callOff.buyerName}, ${callOff.serviceName}, was made under it.`,
          'Talk to the commissioning team about what is to happen with the placement.',
        ],
        link: { text: 'Open the order', onCard: links.onCard(callOff.ref), inMail: links.inMail(callOff.ref) },
      },
      true,
    );
  return { state: 'done' };
};
