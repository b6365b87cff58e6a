import { samplePerson } from '@ap/local/sample/people';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, timersByHand);
});
afterAll(() => stack?.stop(), 60_000);

interface Answer {
  readonly conversationId: string;
  readonly from: string;
  readonly activity: { readonly attachments?: readonly { readonly content: unknown }[] };
}

const cardsIn = (messages: readonly Answer[]): readonly AdaptiveCard[] =>
  messages.filter(({ from }) => from === 'bot').map(({ activity }) => activity.attachments?.[0]?.content as AdaptiveCard);

const answersTo = async (key: string, text: string): Promise<readonly AdaptiveCard[]> => {
  const before = cardsIn(await stack.people.chat(key)).length;
  expect((await stack.people.write(key, text)).status).toBe(200);
  return cardsIn(await stack.people.chat(key)).slice(before);
};

const person = (key: string) => {
  const { tenantId, userId } = samplePerson(key);
  return { tenantId, userId };
};

test.each(['help', 'HELLO', 'what can you do for me?', 'my requests', 'waiting for me'])(
  'each message is answered by one card in the chat that it came from: %p',
  async (text) => {
    const cards = await answersTo('senco', text);
    expect(cards).toHaveLength(1);
    expect(cards.flatMap(cardFaults)).toEqual([]);
    expect(cards[0]?.actions?.length).toBeGreaterThan(0);
  },
);

test('what the bot lists costs the register nothing', async () => {
  await answersTo('senco', 'my requests');
  await stack.people.resetUsage();
  await answersTo('senco', 'my requests');
  await answersTo('head-teacher', 'waiting for me');
  const { byRoute } = await stack.people.usage();
  expect(byRoute.filter(({ route }) => route.includes('/sites/'))).toEqual([]);
});

test('a person who installs the app is welcomed once, also when they remove it and come back', async () => {
  const install = (installed: boolean) => stack.people.control('POST', '/_local/teams-app', { ...person('second-approver'), installed });
  await install(true);
  const [welcome, ...more] = cardsIn(await stack.people.chat('second-approver'));
  expect(welcome?.speak).toBe('Welcome to the AP Framework');
  expect(more).toEqual([]);
  await install(false);
  await install(true);
  expect(cardsIn(await stack.people.chat('second-approver'))).toHaveLength(1);
  await install(false);
});

test('a newcomer is told how to ask for access; a channel is told where the bot works', async () => {
  expect((await answersTo('newcomer', 'my requests'))[0]?.actions?.[0]?.title).toBe('Ask for access');
  await stack.people.control('POST', '/_local/teams-app/shared', { ...person('commissioner'), kind: 'channel' });
  const shared = (await stack.people.chat('commissioner')).filter(({ conversationId }) => conversationId.startsWith('19:'));
  expect(cardsIn(shared).map(({ speak }) => speak)).toEqual(['AP Framework works in personal chat only']);
});
