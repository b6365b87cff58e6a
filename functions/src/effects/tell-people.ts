import type { Person } from '@ap/shared/domain/people/person';
import { personKey } from '@ap/shared/domain/people/person';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { line, plain } from '../cards/card-text.ts';
import { newCard } from '../cards/new-card.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import { eachOnce } from './each-once.ts';
import type { Performed } from './performed.ts';

/** What people are told: a heading, and what follows from it. `card`: a card of its own, where they can answer on it. */
export interface News {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly text: string; readonly onCard: string; readonly inMail: string } | undefined;
  readonly card?: ((person: Person) => AdaptiveCard) | undefined;
}

type Needs = Pick<Ports, 'cards' | 'mail' | 'effects' | 'clock'>;

const newsCard = ({ title, paragraphs, link }: News): AdaptiveCard =>
  newCard({
    title,
    otherwise: 'Open the AP Framework app.',
    body: [
      line(plain(title), { size: 'Medium', weight: 'Bolder', style: 'heading' }),
      ...paragraphs.map((paragraph) => line(plain(paragraph, 1_000))),
    ],
    actions: link ? [{ type: 'Action.OpenUrl', title: link.text, url: link.onCard }] : [],
  });

const mailOf = (person: Person, { title, paragraphs, link }: News) => ({
  to: person.email,
  subject: title,
  html: mailHtml({
    greeting: `Dear ${person.name}`,
    paragraphs: [`${title}.`, ...paragraphs],
    ...(link ? { link: { text: link.text, url: link.inMail } } : {}),
  }),
});

/** Tells each person once: by card, and by mail where no card can be delivered; `both` is by card and mail. */
export const tellPeople = async (
  ports: Needs,
  ref: string,
  effect: Pick<PendingEffect, 'id' | 'kind'>,
  people: readonly Person[],
  news: News,
  both = false,
): Promise<Performed> => {
  if (people.length === 0) return { state: 'not-delivered', reason: 'nobody-to-tell' };
  await eachOnce(ports, ref, effect, people, async (person): Promise<Performed> => {
    const delivery = await ports.cards.send(person, news.card?.(person) ?? newsCard(news), news.title);
    if (delivery.ok) return { state: 'done', to: personKey(person), sent: delivery };
    if (!both) await ports.mail.send(mailOf(person, news));
    return { state: 'done', to: personKey(person), reason: delivery.why };
  });
  if (both)
    await eachOnce(ports, ref, { id: `${effect.id}-mail`, kind: `${effect.kind}-mail` }, people, async (person): Promise<Performed> => {
      await ports.mail.send(mailOf(person, news));
      return { state: 'done', to: personKey(person) };
    });
  return { state: 'done' };
};
