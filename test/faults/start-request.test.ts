import { aListing, aMembership, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { botServiceUrl, pagesOfTests, type SignedBot, signedBot } from '../support/signed-bot.ts';

// 'Start a request' on a card: what the dialog is given, and what its end may claim.

interface Task {
  readonly type: 'continue' | 'message';
  readonly value: string | { readonly title: string; readonly url?: string; readonly card?: { readonly content: AdaptiveCard } };
}

const ownTenant = head.tenantId;
let bot: SignedBot;
beforeAll(async () => {
  bot = await signedBot();
});
afterAll(() => bot.close());

const invoke = async (world: World, name: 'task/fetch' | 'task/submit', data: unknown, by: PersonId = senco): Promise<Task> => {
  const answer = await bot.send(
    world,
    {
      type: 'invoke',
      name,
      channelId: 'msteams',
      serviceUrl: botServiceUrl,
      from: { id: '29:1', aadObjectId: by.objectId },
      conversation: { id: '19:some@unq.gbl.spaces', conversationType: 'groupChat', tenantId: by.tenantId },
      channelData: { tenant: { id: by.tenantId } },
      value: { data, context: { theme: 'dark' } },
    },
    ownTenant,
  );
  expect(answer.status).toBe(200);
  return (JSON.parse(String(answer.body)) as { task: Task }).task;
};
const button = { msteams: { type: 'task/fetch' }, dialog: 'start-request', serviceRef: 'S-00001' };
const draftId = '33333333-3333-4333-8333-333333333333';
const draft = {
  draftId,
  serviceRef: 'S-00001',
  serviceName: 'Day [programme](https://evil.example)',
  buyerRef: '113800',
  answers: {},
  savedAt: '2026-11-24T10:00:00Z',
};

test('a requester is given the short page of the tab', async () => {
  expect(await invoke(memoryWorld(), 'task/fetch', button)).toMatchObject({
    type: 'continue',
    value: { title: 'Start a request', url: `${pagesOfTests}/start/S-00001`, fallbackUrl: `${pagesOfTests}/start/S-00001` },
  });
});

test.each<[string, unknown, Partial<World['facts']>, RegExp]>([
  ['whose service is not listed now', button, { listing: aListing({ qaChecks: [] }) }, /quality assurance/],
  ['of somebody who only approves', button, { members: [aMembership(senco, ['approver'])] }, /choose Access/],
  ['of somebody the register does not know', button, { members: [] }, /does not know you yet/],
  ['of another kind', { dialog: 'delete-everything', serviceRef: 'S-00001' }, {}, /too old/],
  ['without a service', { dialog: 'start-request' }, {}, /too old/],
  ['with a path in the place of a service', { ...button, serviceRef: '../requests' }, {}, /too old/],
  ['without anything', undefined, {}, /too old/],
])('a button %s ends in a sentence, and opens nothing', async (_what, data, told, sentence) => {
  const world = memoryWorld();
  Object.assign(world.facts, told);
  expect(await invoke(world, 'task/fetch', data)).toEqual({ type: 'message', value: expect.stringMatching(sentence) });
});

test('the end of the dialog is a card with the way on to the draft', async () => {
  const world = memoryWorld();
  await world.ports.drafts.save(senco, draft);
  const { value } = await invoke(world, 'task/submit', { draftId, serviceRef: 'S-99999' });
  const card = typeof value === 'string' ? undefined : value.card?.content;
  expect(card?.actions).toEqual([
    { type: 'Action.OpenUrl', title: 'Continue in the tab', url: `${pagesOfTests}/request/${draftId}?service=S-00001` },
  ]);
  expect(card && cardFaults(card)).toEqual([]);
  expect(JSON.stringify(card)).toContain('Stour Vale School');
});

test.each<[string, unknown]>([
  ['that does not exist', { draftId: '44444444-4444-4444-8444-444444444444' }],
  ["that is somebody else's", { draftId }],
  ['that is no draft', { draftId: 'x' }],
  ['that it does not name', {}],
])('a dialog that ends with a draft %s says that nothing was saved', async (_what, data) => {
  const world = memoryWorld();
  await world.ports.drafts.save(head, draft);
  expect(await invoke(world, 'task/submit', data)).toEqual({ type: 'message', value: expect.stringContaining('Nothing was saved') });
});

test('where the drafts cannot be read, it says so in a sentence', async () => {
  const world = memoryWorld();
  const down = async (): Promise<never> => Promise.reject(new Error('The table is down'));
  Object.assign(world.ports.drafts, { get: down });
  expect(await invoke(world, 'task/submit', { draftId })).toEqual({ type: 'message', value: expect.stringContaining('busy') });
});
