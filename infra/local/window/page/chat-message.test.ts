import { type ChatMessage, cardsOf, invokeResult, unreadCount } from './chat-message.ts';

const card = { type: 'AdaptiveCard', version: '1.5' };
const cardType = 'application/vnd.microsoft.card.adaptive';

describe('what a click on a card led to', () => {
  it.each([
    [
      { status: 200, body: { statusCode: 200, type: cardType, value: card } },
      { kind: 'card', card },
    ],
    [
      { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' } },
      { kind: 'message', text: 'Noted.', refused: false },
    ],
    [
      {
        status: 200,
        body: { statusCode: 403, type: 'application/vnd.microsoft.error', value: { code: '403', message: 'You are not the approver.' } },
      },
      { kind: 'message', text: 'You are not the approver.', refused: true },
    ],
    [
      { status: 401, body: {} },
      { kind: 'message', text: 'The bot answered 401.', refused: true },
    ],
    [
      { status: 502, body: { error: { code: 'BotUnreachable', message: 'No bot.' } } },
      { kind: 'message', text: 'No bot.', refused: true },
    ],
    [{ status: 202, body: null }, { kind: 'none' }],
  ])('reads %j as Teams does', (answer, result) => expect(invokeResult(answer)).toEqual(result));
});

describe('messages', () => {
  const message = (id: string, from: ChatMessage['from'], attachments: { contentType: string; content?: unknown }[] = []): ChatMessage => ({
    id,
    at: '2026-11-24T10:00:00Z',
    from,
    activity: { attachments },
  });

  it('counts what the bot wrote and the person has not seen', () => {
    expect(unreadCount([message('1', 'bot'), message('2', 'bot'), message('3', 'user')], new Set(['1']))).toBe(1);
  });

  it('finds the cards among the attachments', () => {
    const attachments = [{ contentType: cardType, content: card }, { contentType: 'text/html', content: '<p>' }, { contentType: cardType }];
    expect(cardsOf(message('1', 'bot', attachments))).toEqual([card]);
  });
});
