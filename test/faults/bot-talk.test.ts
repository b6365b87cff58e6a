import { aMembership, deputy, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { PersonId } from '@ap/shared/domain/people/person';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { submits } from '../ports/people.ts';
import { botServiceUrl, pagesOfTests, type SignedBot, signedBot } from '../support/signed-bot.ts';

// What the bot says to people, in a personal chat and elsewhere. Tokens are really signed.

const ownTenant = head.tenantId;
let bot: SignedBot;
beforeAll(async () => {
  bot = await signedBot();
});
afterAll(() => bot.close());

interface Told {
  readonly by?: PersonId | undefined;
  readonly kind?: 'personal' | 'groupChat' | 'channel';
  readonly more?: object;
}

const send = (world: World, more: object, told: Told = {}) => {
  const by = 'by' in told ? told.by : senco;
  return bot.send(
    world,
    {
      channelId: 'msteams',
      serviceUrl: botServiceUrl,
      from: { id: '29:1', name: 'A [name](https://evil.example)', ...(by ? { aadObjectId: by.objectId } : {}) },
      conversation: { id: 'a:1', conversationType: told.kind ?? 'personal', tenantId: ownTenant },
      channelData: { tenant: { id: ownTenant } },
      ...more,
    },
    ownTenant,
  );
};

/** What the bot answers to a text, after everything that Teams can show was checked. */
const says = async (text: string, world = memoryWorld(), told: Told = {}) => {
  expect((await send(world, { type: 'message', text }, told)).status).toBe(200);
  expect(world.replies).toHaveLength(1);
  const { card, to } = world.replies[0] ?? { card: undefined, to: '' };
  if (!card) throw new Error('Nothing was said');
  expect(to).toBe('a:1');
  expect(cardFaults(card)).toEqual([]);
  return { card, words: allWords(card), buttons: (card.actions ?? []).map(({ title }) => title) };
};

const allWords = (card: { readonly body: unknown }): string => {
  const texts: string[] = [];
  JSON.stringify(card.body, (key, value: unknown) => {
    if ((key === 'text' || key === 'title') && typeof value === 'string') texts.push(value.replaceAll(/\\(.)/g, '$1'));
    return value;
  });
  return texts.join('\n');
};

describe('in a personal chat', () => {
  test.each(['hi', 'Hello!', 'HEY', 'Good morning', '<at>AP Framework</at> hello', 'help', 'HELP', 'Help.', '?', ' help\n'])(
    'E36: %p is answered with what can be written and a way on',
    async (text) => {
      const { words, buttons } = await says(text);
      for (const command of ['help', 'waiting for me', 'my requests']) expect(words).toContain(`**${command}:**`);
      expect(words).not.toContain('did not understand');
      expect(buttons).toEqual(['Search the directory', 'Waiting for me']);
    },
  );

  test.each(['asdf', 'Is there tuition?', '', '👍', 'x'.repeat(20_000)])(
    'E36: %p is not understood, and leads on all the same',
    async (text) => {
      const { words, buttons } = await says(text);
      expect(words).toContain('I did not understand that');
      expect(words).toContain('**help:**');
      expect(buttons).toContain('Search the directory');
    },
  );

  test('my requests are the own ones, newest first, with how each stands and its link', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const { words, card } = await says('My Requests', world);
    expect(words).toContain('You have 1 request');
    expect(words).toContain('Day programme');
    expect(words).toContain('With Hedda Marsh or Dev Puddle since Tuesday');
    expect(JSON.stringify(card)).toContain(`${pagesOfTests}/requests/${ref}`);
    expect(JSON.stringify(card)).not.toContain('P-0147');
  });

  test('drafts stand before the requests, and nothing at all is said in words', async () => {
    const world = memoryWorld();
    const draft = {
      draftId: '33333333-3333-4333-8333-333333333333',
      serviceRef: 'S-00001',
      serviceName: '**Bold** name',
      buyerRef: '113800',
    };
    await world.ports.drafts.save(senco, { ...draft, answers: { pupilRef: 'P-0147' }, savedAt: '2026-11-24T10:00:00Z' });
    const { words, card } = await says('requests', world);
    expect(words).toContain('You have 1 draft');
    expect(words).toContain('**Bold** name\nA draft, saved Tuesday 24 November 2026 at 10am. Nothing is sent yet\nContinue');
    expect(JSON.stringify(card)).toContain('\\\\*\\\\*Bold\\\\*\\\\* name');
    expect(JSON.stringify(card)).not.toContain('P-0147');
    expect((await says('my requests')).words).toContain('Search the directory and choose Request this service');
  });

  test('what waits for me is what waits for my decision, and nobody else sees it there', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const forHead = await says('waiting for me', world, { by: head });
    expect(forHead.words).toContain('1 request waits for your decision');
    expect(forHead.words).toContain('£1,440.00, no VAT');
    expect(JSON.stringify(forHead.card)).toContain(`${pagesOfTests}/requests/${ref}`);
    world.replies.length = 0;
    const forSenco = await says('waiting for me', world, { by: senco });
    expect(forSenco.words).toContain('Nothing waits for you');
    expect(JSON.stringify(forSenco.card)).not.toContain(ref);
  });

  test('of many, four are shown and the page has all', async () => {
    const world = memoryWorld();
    for (const key of ['one', 'two', 'three', 'four', 'five', 'six']) await submits(world, { key: `key-of-${key}-00000000000` });
    const { words, card } = await says('my requests', world);
    expect(words).toContain('You have 6 requests');
    expect(words.match(/Open CO-/g)).toHaveLength(4);
    expect(card.actions).toEqual([{ type: 'Action.OpenUrl', title: 'See all my requests', url: `${pagesOfTests}/requests` }]);
  });

  test.each(['my requests', 'waiting for me'])('somebody the register does not know is told how to ask for access: %p', async (text) => {
    const world = memoryWorld();
    Object.assign(world.facts, { members: [aMembership(deputy, ['approver'])] });
    const { words, buttons } = await says(text, world);
    expect(words).toContain('I do not know you yet');
    expect(buttons[0]).toBe('Ask for access');
  });

  test.each(['hi', 'asdf', 'my requests'])('E36: so is somebody of whom Teams does not say who they are: %p', async (text) => {
    const { words, buttons } = await says(text, memoryWorld(), { by: undefined });
    expect(words).toContain('I do not know you yet');
    expect(buttons[0]).toBe('Ask for access');
  });

  test('a card that the person sends to themselves is no question', async () => {
    const world = memoryWorld();
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }];
    expect((await send(world, { type: 'message', attachments })).status).toBe(200);
    expect((await send(world, { type: 'message', text: `${pagesOfTests}/services/S-00001`, attachments })).status).toBe(200);
    expect(world.replies).toEqual([]);
  });

  test('while an answer takes long, the bot shows that it is at work; a quick one needs no such sign', async () => {
    const world = memoryWorld();
    await says('help', world);
    expect(world.typing.count).toBe(0);
    const slow = memoryWorld();
    const known = slow.ports.callOffs.known;
    let goOn = (): void => undefined;
    const shown = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    Object.assign(slow.ports.callOffs, { known: () => shown.then(known) });
    Object.assign(slow.ports.cards, {
      typing: async () => {
        slow.typing.count += 1;
        goOn();
      },
    });
    await says('my requests', slow);
    expect(slow.typing.count).toBe(1);
  });

  test('when the connector is down Teams is told to try again', async () => {
    const world = memoryWorld();
    world.down.cards = true;
    expect((await send(world, { type: 'message', text: 'help' })).status).toBe(503);
  });
});

describe('on installation', () => {
  const installs = (world: World, action = 'add', told: Told = {}) => send(world, { type: 'installationUpdate', action }, told);

  test('E36: a person is welcomed once, however often the app is installed', async () => {
    const world = memoryWorld();
    await Promise.all([installs(world), installs(world)]);
    await installs(world, 'remove');
    await installs(world);
    await installs(world, 'add-upgrade');
    expect(world.replies).toHaveLength(1);
    const [{ card } = { card: undefined }] = world.replies;
    expect(card && cardFaults(card)).toEqual([]);
    const words = card ? allWords(card) : '';
    expect(words).toContain('Welcome to the AP Framework');
    for (const part of ['quality-assured alternative provision', 'To begin, search', '**my requests:**', 'no more than that'])
      expect(words).toContain(part);
    world.replies.length = 0;
    expect((await says('help', world)).words).not.toContain('Welcome');
  });

  test('a welcome that could not be sent is sent the next time', async () => {
    const world = memoryWorld();
    world.down.cards = true;
    expect((await installs(world)).status).toBe(503);
    world.down.cards = false;
    await installs(world);
    expect(world.replies).toHaveLength(1);
  });

  test('a newcomer is told how to ask for access', async () => {
    const world = memoryWorld();
    Object.assign(world.facts, { members: [] });
    await installs(world);
    expect(world.replies[0]?.card.actions?.[0]).toMatchObject({ title: 'Ask for access', url: `${pagesOfTests}/access` });
  });

  test.each(['channel', 'groupChat'] as const)('in a %s it says that it works in personal chat only, and who added it', async (kind) => {
    const world = memoryWorld();
    await installs(world, 'add', { kind });
    expect(world.replies).toHaveLength(1);
    const words = allWords(world.replies[0]?.card ?? { body: [] });
    expect(words).toContain('personal chat only');
    expect(words).toContain('Added here by Sena Coombe.');
    await installs(world, 'remove', { kind });
    expect(world.replies).toHaveLength(1);
    expect(world.cards).toEqual([]);
  });

  test('there, nothing of anybody is shown, whatever is asked', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const { words, card } = await says('my requests', world, { kind: 'channel' });
    expect(words).toContain('personal chat only');
    expect(JSON.stringify(card)).not.toContain(ref);
  });
});

test.each(['conversationUpdate', 'messageReaction', 'messageUpdate', 'endOfConversation'])('a %s needs no answer', async (type) => {
  const world = memoryWorld();
  expect((await send(world, { type, membersAdded: [{ id: '29:1' }] })).status).toBe(200);
  expect(world.replies).toEqual([]);
});
