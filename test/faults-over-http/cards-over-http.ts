import type { PersonId } from '@ap/shared/domain/people/person';
import { type actionOf, type CardContent, cardOf, wordsOf } from '../support/card-content.ts';
import { PressRefused } from './given.ts';
import type { Stand } from './stand.ts';

/** A message of the bot in somebody's chat, as it stands there now. */
export interface SeenCard {
  readonly conversationId: string;
  readonly id: string;
  /** When it came. */
  readonly at: string;
  readonly summary: string;
  readonly card: CardContent | undefined;
}

interface Chat {
  readonly conversationId: string;
  readonly messages: readonly {
    readonly id: string;
    readonly at: string;
    readonly from: 'bot' | 'user';
    readonly activity: Parameters<typeof cardOf>[0] & { readonly summary?: string };
  }[];
}

/** What the bot has sent to a person. */
export const chatsSeen =
  ({ people }: Pick<Stand, 'people'>) =>
  async ({ tenantId, objectId }: PersonId): Promise<readonly SeenCard[]> =>
    (await people.control<readonly Chat[]>('GET', `/_local/chats?tenantId=${tenantId}&userId=${objectId}`)).flatMap(
      ({ conversationId, messages }) =>
        messages
          .filter(({ from }) => from === 'bot')
          .map(({ id, at, activity }) => ({ conversationId, id, at, summary: activity.summary ?? '', card: cardOf(activity) })),
    );

export type ChatsSeen = ReturnType<typeof chatsSeen>;

/** The button behind a first press: its key is that of the command. */
export type Button = ReturnType<typeof actionOf>;

/** A card that asks this person to decide, where there is one that shows its buttons. */
export const askingCard = (cards: readonly SeenCard[], ref: string): SeenCard | undefined =>
  cards.findLast(({ card }) => card?.actions?.some(({ title }) => title === 'Approve') && wordsOf(card).includes(`Approve ${ref}?`));

/** What a card says in place of doing what was pressed. */
const noticeOn = (card: CardContent): string | undefined => {
  const [first] = card.body as readonly { readonly text?: string; readonly color?: string }[];
  return first?.color === 'Attention' ? first.text : undefined;
};

/** Presses a button; answers with the card that takes the place of the one before. Throws PressRefused, or an unanswered call's TimeoutError. */
export const pressOn = async (
  { people }: Pick<Stand, 'people'>,
  person: PersonId,
  { conversationId, id }: Pick<SeenCard, 'conversationId' | 'id'>,
  { verb, data }: Button,
): Promise<CardContent> => {
  const pressed = { tenantId: person.tenantId, userId: person.objectId, conversationId, activityId: id, verb, data };
  const { status, body } = await people.control<{ status: number; body?: { value?: Partial<CardContent> & { readonly code?: string } } }>(
    'POST',
    '/_local/chats/invoke',
    pressed,
  );
  const card = body?.value;
  if (card?.body) {
    const notice = noticeOn({ ...card, body: card.body });
    if (notice !== undefined) throw new PressRefused(notice);
    return { ...card, body: card.body };
  }
  if (card?.code === undefined || card.code === 'busy-try-later' || status >= 500) throw unanswered();
  throw new PressRefused(card.code);
};

/** What a page throws that has waited for too long: nobody knows what became of the command. */
const unanswered = (): Error => Object.assign(new Error('The bot did not answer.'), { name: 'TimeoutError' });
