import type { PersonId } from '@ap/shared/domain/people/person';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import type { Cards, SentCard } from '../../functions/src/ports/messages.ts';

export interface OpenedCards {
  readonly cards: Cards;
  /** A person of the bot's tenant, one there without the app, and one of another tenant. */
  readonly person: PersonId;
  readonly withoutApp: PersonId;
  readonly foreigner: PersonId;
  /** The headings of the cards that a person's chat shows, oldest first. */
  readonly shown: (person: PersonId) => Promise<readonly string[]>;
  /** The message goes: its person deleted it. */
  readonly remove: (sent: SentCard) => Promise<void>;
}

const card = (text: string): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: text,
  speak: text,
  body: [{ type: 'TextBlock', text, wrap: true }],
});

/** What every bot does. */
export const cardsContract = (open: () => Promise<OpenedCards>): void => {
  const send = async ({ cards }: OpenedCards, to: PersonId, text: string): Promise<SentCard> => {
    const delivery = await cards.send(to, card(text), text);
    if (!delivery.ok) throw new Error(`Not delivered: ${delivery.why}`);
    return delivery;
  };

  test('a card is shown to its person, and is a card of its own each time', async () => {
    const opened = await open();
    const before = (await opened.shown(opened.person)).length;
    const first = await send(opened, opened.person, 'First');
    const second = await send(opened, opened.person, 'First');
    expect((await opened.shown(opened.person)).slice(before)).toEqual(['First', 'First']);
    expect(second.activityId).not.toBe(first.activityId);
    expect(second.conversationId).toBe(first.conversationId);
  });

  test('a person is reached whatever the capitals of their ids', async () => {
    const opened = await open();
    const { tenantId, objectId } = opened.person;
    await send(opened, { tenantId: tenantId.toUpperCase(), objectId: objectId.toUpperCase() }, 'In capitals');
    expect(await opened.shown(opened.person)).toContain('In capitals');
  });

  test('an update replaces the one card that it names', async () => {
    const opened = await open();
    const before = (await opened.shown(opened.person)).length;
    const first = await send(opened, opened.person, 'Asks');
    await send(opened, opened.person, 'Asks too');
    await opened.cards.update(first, card('Was decided'), 'Was decided');
    expect((await opened.shown(opened.person)).slice(before)).toEqual(['Was decided', 'Asks too']);
  });

  test('an answer is shown in the conversation that it names, and a sign of work is no message', async () => {
    const opened = await open();
    const where = await send(opened, opened.person, 'Asks');
    const before = (await opened.shown(opened.person)).length;
    await opened.cards.typing(where);
    await opened.cards.reply(where, card('Is answered'), 'Is answered');
    expect((await opened.shown(opened.person)).slice(before)).toEqual(['Is answered']);
  });

  test('a card that its person deleted stays away when it is updated', async () => {
    const opened = await open();
    const sent = await send(opened, opened.person, 'Deleted soon');
    await opened.remove(sent);
    await opened.cards.update(sent, card('Back again'), 'Back again');
    const shown = await opened.shown(opened.person);
    expect(shown).not.toContain('Deleted soon');
    expect(shown).not.toContain('Back again');
  });

  test('who has not installed the app, and who is of another tenant, is not reached, and that is said', async () => {
    const { cards, withoutApp, foreigner, shown } = await open();
    expect(await cards.send(withoutApp, card('Hello'), 'Hello')).toEqual({ ok: false, why: 'not-installed' });
    expect(await cards.send(foreigner, card('Hello'), 'Hello')).toEqual({ ok: false, why: 'other-tenant' });
    expect([await shown(withoutApp), await shown(foreigner)]).toEqual([[], []]);
  });
};
