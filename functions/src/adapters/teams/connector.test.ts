import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { connector } from './connector.ts';

const botAppId = 'dddddddd-0000-4000-8000-000000000004';
const tenantId = '11111111-1111-4111-8111-111111111111';
const person = { tenantId, objectId: '22222222-2222-4222-8222-222222222222' };
const card: AdaptiveCard = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: 'An order',
  speak: 'An order',
  body: [],
};

afterEach(() => {
  jest.restoreAllMocks();
});

/** Cards through a connector that answers these, one after the other; and where it was asked. */
const answering = (...answers: readonly (readonly [status: number, body: object])[]) => {
  const asked: string[] = [];
  const logged: string[] = [];
  const left = [...answers];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
    asked.push(String(url));
    const [status, body] = left.shift() ?? [500, {}];
    return Response.json(body, { status });
  });
  const cards = connector({
    botAppId,
    tenantId,
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    allowedHosts: ['smba.trafficmanager.net'],
    token: async () => 'the token of the bot',
    log: { event: (_level, name, { status, code }) => logged.push(`${name} ${status} ${code}`) },
  });
  return { cards, asked, logged };
};

const refusal = (code: string): object => ({ error: { code, message: 'Refused' } });

test('a conversation is opened where Teams opens all, and written to where Teams says', async () => {
  const { cards, asked } = answering(
    [201, { id: 'a:1', serviceUrl: 'https://smba.trafficmanager.net/uk/council/' }],
    [201, { id: '7' }],
    [200, {}],
  );
  const sent = await cards.send(person, card, 'An order');
  expect(sent).toEqual({ ok: true, conversationId: 'a:1', activityId: '7', serviceUrl: 'https://smba.trafficmanager.net/uk/council/' });
  if (sent.ok) await cards.update(sent, card, 'An order');
  expect(asked).toEqual([
    'https://smba.trafficmanager.net/teams/v3/conversations',
    'https://smba.trafficmanager.net/uk/council/v3/conversations/a%3A1/activities',
    'https://smba.trafficmanager.net/uk/council/v3/conversations/a%3A1/activities/7',
  ]);
});

test.each([{}, { serviceUrl: 'https://smba.trafficmanager.net.evil.example/uk/' }, { serviceUrl: 7 }])(
  'where Teams names no place that may have the token (%j) the known one is written to',
  async (named) => {
    const { cards, asked } = answering([201, { id: 'a:1', ...named }], [201, { id: '7' }]);
    expect(await cards.send(person, card, 'An order')).toMatchObject({ serviceUrl: 'https://smba.trafficmanager.net/teams/' });
    expect(asked[1]).toBe('https://smba.trafficmanager.net/teams/v3/conversations/a%3A1/activities');
  },
);

test.each([
  [403, 'BotNotInConversationRoster'],
  [403, 'ForbiddenOperationException'],
  [403, 'ConversationBlockedByUser'],
  [403, 'MessageWritesBlocked'],
  [403, 'BotDisabledByAdmin'],
  [404, 'ConversationNotFound'],
])('the person has no app where Teams answers %i %s', async (status, code) => {
  const opening = answering([status, refusal(code)]);
  expect(await opening.cards.send(person, card, 'An order')).toEqual({ ok: false, why: 'not-installed' });
  const sending = answering([201, { id: 'a:1' }], [status, refusal(code)]);
  expect(await sending.cards.send(person, card, 'An order')).toEqual({ ok: false, why: 'not-installed' });
  expect([...opening.logged, ...sending.logged]).toEqual([]);
});

test.each([
  [403, 'NotEnoughPermissions'],
  [403, 'InvalidBotApiHost'],
  [401, 'BotNotRegistered'],
  [400, 'BadArgument'],
  [413, 'MessageSizeTooBig'],
])('%i %s is no matter of the person: a mail can tell the same, and operators are told', async (status, code) => {
  const opening = answering([status, refusal(code)]);
  expect(await opening.cards.send(person, card, 'An order')).toEqual({ ok: false, why: 'teams-refused' });
  const sending = answering([201, { id: 'a:1' }], [status, refusal(code)]);
  expect(await sending.cards.send(person, card, 'An order')).toEqual({ ok: false, why: 'teams-refused' });
  expect([...opening.logged, ...sending.logged]).toEqual([`teams-refused ${status} ${code}`, `teams-refused ${status} ${code}`]);
});

test.each([408, 412, 429, 500, 503])('after %i it is tried again', async (status) => {
  await expect(answering([status, {}]).cards.send(person, card, 'An order')).rejects.toMatchObject({ name: 'ServiceBusy', status });
});

describe('a card that is there', () => {
  const sent = { ok: true as const, conversationId: 'a:1', activityId: '7', serviceUrl: 'https://smba.trafficmanager.net/uk/' };

  test.each(['update', 'reply'] as const)('%s: is left where its person removed the app, and nobody is told', async (act) => {
    const { cards, logged } = answering([403, refusal('BotNotInConversationRoster')]);
    await cards[act](sent, card, 'An order');
    expect(logged).toEqual([]);
  });

  test.each(['update', 'reply'] as const)('%s: is left where Teams refuses for another reason, and that is told', async (act) => {
    const { cards, logged } = answering([403, refusal('NotEnoughPermissions')]);
    await cards[act](sent, card, 'An order');
    expect(logged).toEqual(['teams-refused 403 NotEnoughPermissions']);
  });
});
