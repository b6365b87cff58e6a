import { aBuyer, aListing, aMembership, aProvider, head, officer, schoolMembers, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { PersonId } from '@ap/shared/domain/people/person';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { composeAnswer } from '../support/compose-answer.ts';
import { botServiceUrl, pagesOfTests, type SignedBot, signedBot } from '../support/signed-bot.ts';

// The compose box with tokens that are really signed: what is found, and what whoever asks may not see.

const ownTenant = head.tenantId;
let bot: SignedBot;
beforeAll(async () => {
  bot = await signedBot();
});
afterAll(() => bot.close());

const invoke = (world: World, name: string, value: unknown, by: PersonId = senco) =>
  bot.send(
    world,
    {
      type: 'invoke',
      name,
      channelId: 'msteams',
      serviceUrl: botServiceUrl,
      from: { id: '29:1', aadObjectId: by.objectId, name: 'A name that proves nothing' },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: by.tenantId },
      channelData: { tenant: { id: by.tenantId }, source: { name: 'compose' } },
      value,
    },
    ownTenant,
  );

const query = (typed: Readonly<Record<string, string>>, more: object = {}) => ({
  commandId: 'findProvision',
  parameters: Object.entries(typed).map(([name, value]) => ({ name, value })),
  queryOptions: { skip: 0, count: 25 },
  ...more,
});
const search = async (world: World, typed: Readonly<Record<string, string>>, more: object = {}, by?: PersonId) =>
  composeAnswer((await invoke(world, 'composeExtension/query', query(typed, more), by)).body);

test('E40: a search finds the service, and its card can be shown by every client', async () => {
  const { items } = await search(memoryWorld(), { text: 'day programme dt1' });
  expect(items).toHaveLength(1);
  expect(items[0]?.preview.content).toMatchObject({ title: 'Day programme', text: expect.stringContaining('about 16 miles') });
  expect(items.flatMap(({ content }) => cardFaults(content))).toEqual([]);
});

test('before anything is typed it shows what there is', async () => {
  const { items } = await search(memoryWorld(), { initialRun: 'true' });
  expect(items).toHaveLength(1);
});

test('paging ends in an empty page, not in an error', async () => {
  const world = memoryWorld();
  expect(await search(world, {}, { queryOptions: { skip: 25, count: 25 } })).toEqual({ items: [], sentence: undefined });
  expect((await search(world, {}, { queryOptions: { skip: 0, count: 7 } })).items).toHaveLength(1);
  expect((await search(world, {}, { queryOptions: { skip: 1, count: 7 } })).items).toHaveLength(0);
});

test.each<[string, object, RegExp]>([
  ['nonsense', query({ text: 'qqqq zzzz' }), /Nothing in the directory matches\. Try fewer words/],
  ['no postcode', query({ near: 'nowhere' }), /first half of a postcode/],
  ['a lot that is none', query({ lot: 'catering' }), /The lots are: Engagement/],
  ['a command of another app', query({}, { commandId: 'deleteAll' }), /no such command/],
  ['no command at all', {}, /could not be read/],
  ['a page before the first', query({}, { queryOptions: { skip: -1, count: 25 } }), /could not be read/],
])('%s ends in a sentence that says what to do', async (_what, value, sentence) => {
  const answer = await invoke(memoryWorld(), 'composeExtension/query', value);
  expect(answer.status).toBe(200);
  expect(composeAnswer(answer.body)).toEqual({ items: [], sentence: expect.stringMatching(sentence) });
});

test('R40: a postcode that was typed is nowhere in the answer or the log', async () => {
  const world = memoryWorld();
  const answer = await invoke(world, 'composeExtension/query', query({ text: 'day programme DT1 1AA', near: 'DT1 1AA' }));
  expect(composeAnswer(answer.body).items).toHaveLength(1);
  await invoke(world, 'composeExtension/query', query({ text: 'DT1 1AA nothing like it' }));
  expect(JSON.stringify([answer.body, world.log])).not.toMatch(/1AA/i);
});

describe('who may search', () => {
  test('E40: nobody has to sign in or out: the person is known by what Teams signed, nothing of them is kept, and no sign-in is ever asked for', async () => {
    const world = memoryWorld();
    const unlisted = { tenantId: ownTenant, objectId: officer.objectId };
    for (const by of [senco, unlisted])
      for (const value of [query({ text: 'day' }), query({ initialRun: 'true' })]) {
        const { body } = await invoke(world, 'composeExtension/query', value, by);
        // Teams shows a sign-in for these two kinds of answer alone.
        expect(body).not.toMatch(/"type":"(auth|config)"|silentAuth/);
      }
    // The next activity is another person's, and is answered as theirs.
    expect((await search(world, { text: 'day' }, {}, senco)).items).toHaveLength(1);
    expect((await search(world, { text: 'day' }, {}, unlisted)).items).toEqual([]);
  });

  test('the actor is the person of the activity, whatever was typed', async () => {
    const unlisted = { tenantId: ownTenant, objectId: officer.objectId };
    const { sentence } = await search(memoryWorld(), { text: 'day', from: senco.objectId, aadObjectId: senco.objectId }, {}, unlisted);
    expect(sentence).toMatch(/does not know you yet.*Access/);
  });

  test.each<[string, (world: World) => void]>([
    ['has left', (world) => Object.assign(world.facts, { members: [aMembership(senco, ['requester'], { status: 'removed' })] })],
    [
      'has only asked for access',
      (world) => Object.assign(world.facts, { members: [aMembership(senco, ['requester'], { status: 'asked' })] }),
    ],
    ['works for a buyer that is closed', (world) => Object.assign(world.facts, { buyer: aBuyer({ status: 'closed' }) })],
  ])('somebody who %s is told how to ask for access, and sees nothing', async (_what, change) => {
    const world = memoryWorld();
    change(world);
    expect(await search(world, { text: 'day' })).toEqual({ items: [], sentence: expect.stringContaining('choose Access') });
    const link = await invoke(world, 'composeExtension/queryLink', { url: `${pagesOfTests}/services/S-00001` });
    expect(composeAnswer(link.body).items).toEqual([]);
  });

  test('somebody who only stands in for an approver is known', async () => {
    const world = memoryWorld();
    Object.assign(world.facts, { buyer: aBuyer({ fallbackApprover: officer }), members: schoolMembers });
    const { items } = await search(world, {}, {}, { ...officer, tenantId: ownTenant });
    expect(items).toEqual([]);
    Object.assign(world.facts, { buyer: aBuyer({ fallbackApprover: { ...officer, tenantId: ownTenant } }) });
    expect((await search(world, {}, {}, { ...officer, tenantId: ownTenant })).items).toHaveLength(1);
  });

  test('an activity of another tenant is refused before it is read', async () => {
    const world = memoryWorld();
    expect((await invoke(world, 'composeExtension/query', query({}), officer)).status).toBe(401);
  });

  test('nobody unfolds a link without being known: the anonymous kind is not offered', async () => {
    expect((await invoke(memoryWorld(), 'composeExtension/anonymousQueryLink', { url: `${pagesOfTests}/services/S-00001` })).status).toBe(
      501,
    );
  });
});

describe('a pasted link', () => {
  const paste = async (world: World, url: unknown) => {
    const answer = await invoke(world, 'composeExtension/queryLink', { url });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('no-cache');
    return composeAnswer(answer.body).items;
  };

  test('of a listed service unfolds to its card', async () => {
    const [item] = await paste(memoryWorld(), `${pagesOfTests}/services/S-00001?from=mail#top`);
    expect(item?.preview.content.title).toBe('Day programme');
    expect(item && cardFaults(item.content)).toEqual([]);
  });

  test.each([
    ['another page of ours', `${pagesOfTests}/requests/CO-1`],
    ['a service that does not exist', `${pagesOfTests}/services/S-99999`],
    ["another site's", 'https://evil.example/services/S-00001'],
    ['one that only looks like ours', `https://ap.council.example.evil.example/services/S-00001`],
    ['one with another scheme', 'javascript://ap.council.example/services/S-00001'],
    ['one that climbs', `${pagesOfTests}/services/..%2f..%2fS-00001`],
    ['no link', 'services/S-00001'],
    ['no text', 7],
  ])('%s unfolds to nothing', async (_what, url) => {
    const world = memoryWorld();
    if (String(url).includes('S-99999')) Object.assign(world.facts, { listing: { ...aListing(), service: undefined } });
    expect(await paste(world, url)).toEqual([]);
  });

  test.each([
    ['is held', { qaChecks: [] }],
    ['is withdrawn', { provider: aProvider({ status: 'suspended' }) }],
    ['has no price', { rates: [] }],
  ])('of a service that %s unfolds to nothing, and a search does not find it', async (_what, told) => {
    const world = memoryWorld();
    Object.assign(world.facts, { listing: aListing(told) });
    expect(await paste(world, `${pagesOfTests}/services/S-00001`)).toEqual([]);
    expect((await search(world, { text: 'day' })).items).toEqual([]);
  });
});
