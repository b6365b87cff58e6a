import { findProvisionCommand } from '@ap/shared/contract/teams-commands';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { composeAnswer, type ShownItem } from '../support/compose-answer.ts';
import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, timersByHand);
});
afterAll(() => stack?.stop(), 60_000);

const search = async (key: string, typed: Readonly<Record<string, string>>, more: object = {}) => {
  const answer = await stack.people.inTeams(key, 'compose/search', { commandId: findProvisionCommand.id, typed, ...more });
  expect(answer.problem).toBeNull();
  return composeAnswer(answer.body);
};
const names = (items: readonly ShownItem[]): readonly string[] => items.map(({ preview }) => preview.content.title);

test('a SENCO finds a service in the compose box, at no cost to the register, and each card can be shown everywhere', async () => {
  await search('senco', {});
  await stack.people.resetUsage();
  const { items } = await search('senco', { text: 'mentoring DT1' });
  expect((await stack.people.usage()).requests).toBe(0);
  expect(items.length).toBeGreaterThan(0);
  for (const { content, preview } of items) {
    expect(cardFaults(content)).toEqual([]);
    expect(preview.content.text).toMatch(/ · £[\d,.]+ per (hour|session|day|week), ex VAT · .*QA current until \d{1,2} \w{3} \d{4}$/);
  }
});

test('page after page shows every service once', async () => {
  const first = await search('senco', {}, { skip: 0, count: 10 });
  const second = await search('senco', {}, { skip: 10, count: 10 });
  const both = await search('senco', {}, { skip: 5, count: 10 });
  expect(new Set([...first.items, ...second.items].map(({ content }) => JSON.stringify(content.actions))).size).toBe(20);
  expect(names(both.items)).toEqual([...names(first.items).slice(5), ...names(second.items).slice(0, 5)]);
});

test('a lot narrows, a postcode is cut, and nonsense is helped', async () => {
  const lot = (await stack.people.as('senco').searchDirectory({ query: {} })).facets.lots[0];
  const { items } = await search('senco', { lot: lot?.label ?? '' });
  expect(items.length).toBeGreaterThan(0);
  for (const { content } of items) expect(JSON.stringify(content.body)).toContain(`**Lot:** ${lot?.label}`);
  expect(names((await search('senco', { near: 'DT1 1XJ' })).items)).toEqual(names((await search('senco', { near: 'DT1' })).items));
  expect((await search('senco', { text: 'qqqq zzzz' })).sentence).toMatch(/^Nothing in the directory matches/);
});

test('a link of a service page unfolds to its card; whoever the register does not know is told how to ask for access', async () => {
  const { items } = await search('head-teacher', {});
  const page = new URL(items[0]?.content.actions?.flatMap((action) => (action.type === 'Action.OpenUrl' ? [action.url] : []))[0] ?? '');
  const webUrl = page.searchParams.get('webUrl') ?? '';
  expect(webUrl.startsWith(`${stack.tab}/services/`)).toBe(true);
  const pasted = await stack.people.inTeams('senco', 'compose/link', { url: webUrl });
  expect(pasted.problem).toBeNull();
  expect(composeAnswer(pasted.body).items[0]?.content).toEqual({ ...items[0]?.content, version: '1.3' });
  expect(await search('newcomer', { text: 'mentoring' })).toEqual({ items: [], sentence: expect.stringContaining('choose Access') });
});
