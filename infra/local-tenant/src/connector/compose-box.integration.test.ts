import { type ListeningBot, listeningBot } from '../test-support/listening-bot.ts';
import { commissioner, council, guestHead, sampleOrganisation } from '../test-support/sample-organisation.ts';
import { type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

const card = (version = '1.5') => ({ type: 'AdaptiveCard', version, body: [{ type: 'TextBlock', text: 'A service' }] });
const attachment = (more: object = {}) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card(),
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: 'A service' } },
  ...more,
});
const found = (...attachments: object[]) => ({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });

describe('the compose box of a personal chat', () => {
  let bot: ListeningBot;
  let tenant: StartedTenant;

  beforeAll(async () => {
    bot = await listeningBot();
    tenant = await startedTenant(sampleOrganisation(bot.endpoint));
  });
  afterAll(async () => {
    await tenant.stop();
    await bot.stop();
  });
  beforeEach(() => {
    bot.received.length = 0;
    bot.answerWith(200, found());
  });

  const ask = async (path: string, json: object, userId = commissioner) =>
    (await tenant.call('POST', `/_local/${path}`, { json: { tenantId: council, userId, ...json } })).body as unknown as {
      status: number;
      body: unknown;
      problem: string | null;
    };
  const problemOf = async (body: unknown, status = 200) => {
    bot.answerWith(status, body);
    return (await ask('compose/search', { commandId: 'find' })).problem;
  };

  test('a search is a signed invoke with what was typed, by parameter, and the page', async () => {
    await ask('compose/search', { commandId: 'find', typed: { text: 'maths', near: 'DT1' }, skip: 25 });
    expect(bot.received[0]?.authorization).toMatch(/^Bearer ey/);
    expect(bot.received[0]?.activity).toMatchObject({
      type: 'invoke',
      name: 'composeExtension/query',
      from: { aadObjectId: commissioner },
      channelData: { tenant: { id: council }, source: { name: 'compose' } },
      value: {
        commandId: 'find',
        parameters: [
          { name: 'text', value: 'maths' },
          { name: 'near', value: 'DT1' },
        ],
        queryOptions: { skip: 25, count: 25 },
      },
    });
  });

  test('before anything is typed it asks for the first results', async () => {
    await ask('compose/search', { commandId: 'find' });
    expect(bot.received[0]?.activity.value).toMatchObject({ parameters: [{ name: 'initialRun', value: 'true' }] });
  });

  test('a pasted link, a request for a dialog and its end are invokes of their own', async () => {
    await ask('compose/link', { url: 'https://ap.council.example/services/S-1' });
    await ask('dialogs/fetch', { data: { dialog: 'x' }, theme: 'dark' });
    await ask('dialogs/submit', { data: { draftId: 'd' } });
    expect(bot.received.map(({ activity }) => [activity.name, activity.value])).toEqual([
      ['composeExtension/queryLink', { url: 'https://ap.council.example/services/S-1' }],
      ['task/fetch', { data: { dialog: 'x' }, context: { theme: 'dark' } }],
      ['task/submit', { data: { draftId: 'd' }, context: { theme: 'default' } }],
    ]);
  });

  test("a card that is sent lies in the chat as the person's own message, and reaches the bot without text", async () => {
    await ask('compose/card', { card: card() });
    expect(bot.received[0]?.activity).toMatchObject({ type: 'message', attachments: [{ content: card() }] });
    expect(bot.received[0]?.activity).not.toHaveProperty('text');
    const chats = (await tenant.call('GET', `/_local/chats?tenantId=${council}&userId=${commissioner}`)).body as unknown as {
      messages: { from: string; activity: object }[];
    }[];
    expect(chats[0]?.messages.at(-1)).toMatchObject({ from: 'user', activity: { attachments: [{ content: card() }] } });
    expect(
      (await tenant.call('POST', '/_local/compose/card', { json: { tenantId: council, userId: commissioner, card: card('1.6') } })).status,
    ).toBe(400);
  });

  test('says why Teams would not show an answer', async () => {
    expect(await problemOf(found(attachment()))).toBeNull();
    expect(await problemOf({ composeExtension: { type: 'message', text: 'Type a need' } })).toBeNull();
    expect(await problemOf(found(attachment({ preview: undefined })))).toMatch(/preview/);
    expect(await problemOf(found(attachment({ content: card('1.6') })))).toMatch(/1\.5/);
    expect(await problemOf(found(attachment({ contentType: 'text/html' })))).toMatch(/text\/html/);
    expect(await problemOf({ composeExtension: { type: 'message', text: '' } })).toMatch(/no text/);
    expect(await problemOf({ composeExtension: { type: 'grid' } })).toMatch(/type/);
    expect(await problemOf({}, 501)).toMatch(/501/);
  });

  test('of a link it shows no card newer than 1.3', async () => {
    const linked = async (version: string) => {
      bot.answerWith(200, found(attachment({ content: card(version) })));
      return (await ask('compose/link', { url: 'https://ap.council.example/services/S-1' })).problem;
    };
    expect(await linked('1.3')).toBeNull();
    expect(await linked('1.5')).toMatch(/1\.3/);
    bot.answerWith(200, found());
    expect((await ask('compose/link', { url: 'https://ap.council.example/services/S-1' })).problem).toBeNull();
  });

  test('says why Teams would not show a dialog', async () => {
    const dialog = async (task: unknown) => {
      bot.answerWith(200, task === undefined ? undefined : { task });
      return (await ask('dialogs/fetch', { data: {} })).problem;
    };
    const page = { title: 'Start a request', url: 'https://ap.council.example/start', width: 'small' };
    expect(await dialog({ type: 'continue', value: page })).toBeNull();
    expect(
      await dialog({ type: 'continue', value: { title: 'Done', card: { contentType: attachment().contentType, content: card() } } }),
    ).toBeNull();
    expect(await dialog({ type: 'message', value: 'Done' })).toBeNull();
    expect(await dialog(undefined)).toBeNull();
    expect(await dialog({ type: 'continue', value: { ...page, url: 'http://ap.council.example/' } })).toMatch(/https/);
    expect(await dialog({ type: 'continue', value: { ...page, title: 'x'.repeat(65) } })).toMatch(/64/);
    expect(await dialog({ type: 'continue', value: { title: 'Nothing' } })).toMatch(/neither/);
    expect(await dialog({ type: 'close' })).toMatch(/type/);
  });

  test('people without the app have no compose box of it', async () => {
    const refused = await tenant.call('POST', '/_local/compose/search', {
      json: { tenantId: council, userId: guestHead, commandId: 'find' },
    });
    expect(refused.status).toBe(409);
    expect(bot.received).toEqual([]);
  });
});
