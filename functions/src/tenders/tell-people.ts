import type { Numbering } from '@ap/shared/domain/effect';
import { type CouncilRole, holdersOf } from '@ap/shared/domain/people/membership';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import type { TenderAudience } from '@ap/shared/domain/tenders/effect';
import { line, plain } from '../cards/card-text.ts';
import { newCard } from '../cards/new-card.ts';
import { eachPart } from '../effects/each-once.ts';
import type { Performed } from '../effects/performed.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';

/** What is told, as plain sentences. */
export interface News {
  readonly title: string;
  readonly lines: readonly string[];
  /** Where the reader goes on; never anything secret. */
  readonly link?: { readonly text: string; readonly url: string };
}

/** One who is told: `key` tells them apart for good. */
export interface Reader {
  readonly key: string;
  readonly tell: () => Promise<Performed>;
}

type Needs = Pick<Ports, 'cards' | 'mail' | 'effects' | 'hashes' | 'clock'>;

/**
 * Tells each reader once, however often the effect comes: each has a receipt of their own. One who cannot be told now keeps nobody else waiting; throws
 * in the end, so that they are tried again.
 */
const tellEach = async (
  ports: Pick<Needs, 'effects' | 'hashes' | 'clock'>,
  ref: string,
  effect: Numbering & { readonly kind: string },
  readers: readonly Reader[],
): Promise<Performed> => {
  await eachPart(
    ports,
    ref,
    effect,
    readers.map(({ key, tell }) => ({ id: ports.hashes.text(key).slice(0, 12), perform: tell })),
  );
  return { state: 'done' };
};

/** Who is told, for each audience that a record has news for. */
export type ReadersFor = Partial<Readonly<Record<TenderAudience, () => readonly Reader[] | Promise<readonly Reader[]>>>>;

/**
 * Tells the audience of an effect, as `tellEach` does. One that the record has no readers for is told nothing, and an operator sees it: what is meant for
 * some must never reach the rest.
 */
export const tellAudience = async (
  ports: Pick<Needs, 'effects' | 'hashes' | 'clock'>,
  ref: string,
  effect: Numbering & { readonly kind: string; readonly audience: TenderAudience },
  readersFor: ReadersFor,
): Promise<Performed> => {
  const readers = readersFor[effect.audience];
  return readers ? tellEach(ports, ref, effect, await readers()) : { state: 'stuck', reason: `no-readers-for-${effect.audience}` };
};

/** Somebody of the council: a card in Teams, or a mail where no card arrives. */
export const officer = ({ cards, mail }: Pick<Needs, 'cards' | 'mail'>, person: Person, { title, lines, link }: News): Reader => ({
  key: personKey(person),
  tell: async () => {
    const body = [
      line(plain(title), { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...lines.map((text) => line(plain(text, 1_000))),
    ];
    const actions = link === undefined ? [] : [{ type: 'Action.OpenUrl' as const, title: link.text, url: link.url }];
    const card = newCard({ title, otherwise: 'Open the AP Framework app to see it.', body, actions });
    const sent = await cards.send(person, card, title);
    if (sent.ok) return { state: 'done', sent };
    await mail.send({
      to: person.email,
      subject: title,
      html: mailHtml({ greeting: `Dear ${person.name}`, paragraphs: lines, ...(link === undefined ? {} : { link }) }),
    });
    return { state: 'done', reason: sent.why };
  },
});

/** Somebody outside, by mail. */
export const outsider = (
  { mail }: Pick<Needs, 'mail'>,
  { email, organisation }: { readonly email: string; readonly organisation: string },
  { title, lines, link }: News,
): Reader => ({
  key: email.toLowerCase(),
  tell: async () => {
    const greeting = `Dear ${organisation}`;
    await mail.send({
      to: email,
      subject: title,
      html: mailHtml({ greeting, paragraphs: lines, ...(link === undefined ? {} : { link }) }),
    });
    return { state: 'done' };
  },
});

/** Everybody who holds one of these roles at the council, each once. */
export const officersWith = async ({ buyers }: Pick<Ports, 'buyers'>, roles: readonly CouncilRole[]): Promise<readonly Person[]> => {
  const members = await buyers.councilMembers('known');
  const people = roles.flatMap((role) => holdersOf(members, role));
  return people.filter((person, index) => people.findIndex((other) => personKey(other) === personKey(person)) === index);
};
