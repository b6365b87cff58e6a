import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { type ListeningBot, listeningBot } from '../test-support/listening-bot.ts';
import { apiApp, botApp, commissioner, council, guestHead, head, sampleOrganisation, school } from '../test-support/sample-organisation.ts';
import { type Answer, type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

const card = (version = '1.5', text = 'Approve?') => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version,
        body: [{ type: 'TextBlock', text }],
        actions: [{ type: 'Action.Execute', title: 'Approve', verb: 'approve' }],
      },
    },
  ],
});

describe('a personal chat between the bot and a person', () => {
  let bot: ListeningBot;
  let tenant: StartedTenant;
  let token: string;

  beforeAll(async () => {
    bot = await listeningBot();
    tenant = await startedTenant(sampleOrganisation(bot.endpoint));
    token = await tenant.appToken(botApp, 'bot secret', 'https://api.botframework.com');
  });
  afterAll(async () => {
    await tenant.stop();
    await bot.stop();
  });
  beforeEach(() => {
    bot.received.length = 0;
    bot.answerWith(200);
  });

  const open = (userId: string, tenantId = council, as = token): Promise<Answer> =>
    tenant.call('POST', '/connector/v3/conversations', {
      token: as,
      json: { bot: { id: `28:${botApp}` }, members: [{ id: userId }], channelData: { tenant: { id: tenantId } }, isGroup: false },
    });
  const activities = (conversation: unknown, rest = ''): string =>
    `/connector/v3/conversations/${encodeURIComponent(String(conversation))}/activities${rest}`;
  const send = (conversation: unknown, activity: object): Promise<Answer> =>
    tenant.call('POST', activities(conversation), { token, json: activity });
  const chatsOf = async (
    userId: string,
    tenantId = council,
  ): Promise<{ conversationId: string; messages: { id: string; from: string; activity: Record<string, never> }[] }[]> =>
    (await tenant.call('GET', `/_local/chats?tenantId=${tenantId}&userId=${userId}`)).body as never;
  const press = (conversationId: unknown, activityId: unknown, more: object = {}): Promise<Answer> =>
    tenant.call('POST', '/_local/chats/invoke', {
      json: { tenantId: council, userId: commissioner, conversationId, activityId, verb: 'approve', data: { id: 'c-1' }, ...more },
    });

  test('is opened by Entra object id, and opened again is the same', async () => {
    const first = await open(commissioner.toUpperCase());
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ id: expect.stringMatching(/^a:1/), serviceUrl: `${tenant.url}/connector/` });
    expect((await open(commissioner)).body.id).toBe(first.body.id);
  });

  test('is refused where the app is not installed, and for people who are not in that tenant', async () => {
    const notInstalled = await open(guestHead);
    expect(notInstalled.status).toBe(403);
    expect(notInstalled.body.error).toMatchObject({ code: 'BotNotInConversationRoster' });
    expect((await open(commissioner, school)).status).toBe(400);
    expect((await open(head)).status).toBe(400);
  });

  test('needs the bot’s own token', async () => {
    expect((await open(commissioner, council, 'nonsense')).status).toBe(401);
    const graphToken = await tenant.appToken(botApp, 'bot secret', 'https://graph.microsoft.com');
    expect((await open(commissioner, council, graphToken)).status).toBe(401);
    const otherApp = await tenant.appToken(apiApp, 'sample secret', 'https://api.botframework.com');
    expect((await open(commissioner, council, otherApp)).status).toBe(401);
    const rogue = await tenant.call('POST', '/_local/tokens', {
      json: { kind: 'app', tenantId: council, clientId: botApp, audience: 'https://api.botframework.com', key: 'rogue' },
    });
    expect((await open(commissioner, council, String(rogue.body.access_token))).status).toBe(401);
  });

  test('shows what the bot sends, updates and deletes', async () => {
    const { id } = (await open(commissioner)).body;
    const sent = await send(id, card());
    expect(sent.status).toBe(201);
    const messageId = String(sent.body.id);
    const updated = await tenant.call('PUT', activities(id, `/${messageId}`), { token, json: card('1.5', 'Approved') });
    expect(updated).toMatchObject({ status: 200, body: { id: messageId } });
    const [chat] = await chatsOf(commissioner);
    expect(JSON.stringify(chat?.messages.find((message) => message.id === messageId)?.activity)).toContain('Approved');
    expect((await tenant.call('DELETE', activities(id, `/${messageId}`), { token })).status).toBe(200);
    expect((await tenant.call('PUT', activities(id, `/${messageId}`), { token, json: card() })).body.error).toMatchObject({
      code: 'ActivityNotFoundInConversation',
    });
    expect((await send('a:1unknown', card())).body.error).toMatchObject({ code: 'ConversationNotFound' });
  });

  test('refuses cards that Teams would not show', async () => {
    const { id } = (await open(commissioner)).body;
    expect((await send(id, card('1.6'))).body.error).toMatchObject({ code: 'BadSyntax', message: expect.stringContaining('1.5') });
    expect((await send(id, { type: 'message' })).status).toBe(400);
    expect((await send(id, { type: 'message', text: 'x'.repeat(60_000) })).body.error).toMatchObject({ code: 'MessageSizeTooBig' });
  });

  test('brings a pressed button to the bot, signed by a key that is endorsed for Teams', async () => {
    const { id } = (await open(commissioner)).body;
    const messageId = (await send(id, card())).body.id;
    await press(id, messageId);
    const [{ authorization, activity } = { authorization: '', activity: {} }] = bot.received;
    const metadata = (await tenant.call('GET', '/botframework/v1/.well-known/openidconfiguration')).body;
    const keys = (await tenant.call('GET', new URL(String(metadata.jwks_uri)).pathname)).body as unknown as JSONWebKeySet;
    const { payload, protectedHeader } = await jwtVerify(authorization.replace('Bearer ', ''), createLocalJWKSet(keys), {
      issuer: 'https://api.botframework.com',
      audience: botApp,
    });
    expect(payload).toMatchObject({ serviceurl: `${tenant.url}/connector/` });
    expect(Number(payload.exp) - Number(payload.nbf)).toBe(300);
    expect(keys.keys.find(({ kid }) => kid === protectedHeader.kid)).toMatchObject({ endorsements: expect.arrayContaining(['msteams']) });
    expect(activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: `${tenant.url}/connector/`,
      replyToId: messageId,
      from: { aadObjectId: commissioner, name: 'Ada Fairweather' },
      conversation: { id, tenantId: council, conversationType: 'personal' },
      recipient: { id: `28:${botApp}` },
      channelData: { tenant: { id: council } },
      value: { action: { type: 'Action.Execute', verb: 'approve', data: { id: 'c-1' } }, trigger: 'manual' },
    });
  });

  test('replaces the person’s card by the one the bot answers with, and only then', async () => {
    const { id } = (await open(commissioner)).body;
    const messageId = (await send(id, card())).body.id;
    const shown = async (): Promise<string> =>
      JSON.stringify((await chatsOf(commissioner))[0]?.messages.find((message) => message.id === messageId)?.activity);
    bot.answerWith(200, {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: 'Please add a comment' },
    });
    expect((await press(id, messageId)).body).toMatchObject({ status: 200, body: { statusCode: 400 } });
    expect(await shown()).toContain('Approve?');
    bot.answerWith(200, {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Done' }] },
    });
    await press(id, messageId);
    expect(await shown()).toContain('Done');
  });

  test('sends Action.Submit as a message with the data as its value', async () => {
    const { id } = (await open(commissioner)).body;
    const messageId = (await send(id, card())).body.id;
    await press(id, messageId, { type: 'Action.Submit', data: { verb: 'approve', comment: 'yes' } });
    expect(bot.received[0]?.activity).toMatchObject({ type: 'message', replyToId: messageId, value: { verb: 'approve', comment: 'yes' } });
  });

  test('a person cannot press a button in another person’s chat', async () => {
    const { id } = (await open(commissioner)).body;
    const messageId = (await send(id, card())).body.id;
    await tenant.call('POST', '/_local/teams-app', { json: { tenantId: school, userId: head, installed: true } });
    expect((await press(id, messageId, { tenantId: school, userId: head })).status).toBe(404);
  });

  test('installing tells the bot, writing reaches it, and removing the app ends the bot’s right to write', async () => {
    const person = { tenantId: council, userId: guestHead };
    const installed = await tenant.call('POST', '/_local/teams-app', { json: { ...person, installed: true } });
    expect(installed.body).toEqual({
      installed: true,
      delivered: [
        { type: 'installationUpdate', status: 200 },
        { type: 'conversationUpdate', status: 200 },
      ],
    });
    expect(bot.received[1]?.activity).toMatchObject({ membersAdded: [{ aadObjectId: guestHead }, { id: `28:${botApp}` }] });
    await tenant.call('POST', '/_local/chats/message', { json: { ...person, text: 'Hello <b>' } });
    expect(bot.received[2]?.activity).toMatchObject({ type: 'message', text: 'Hello <b>', from: { aadObjectId: guestHead } });
    const { id } = (await open(guestHead)).body;
    expect((await chatsOf(guestHead))[0]).toMatchObject({ conversationId: id, messages: [{ from: 'user' }] });
    const members = await tenant.call('GET', `/connector/v3/conversations/${encodeURIComponent(String(id))}/members`, { token });
    expect(members.body).toEqual([
      expect.objectContaining({ aadObjectId: guestHead, userRole: 'guest', id: expect.stringMatching(/^29:/) }),
    ]);
    await tenant.call('POST', '/_local/teams-app', { json: { ...person, installed: false } });
    expect((await send(id, card())).body.error).toMatchObject({ code: 'BotNotInConversationRoster' });
    const people = (await tenant.call('GET', '/_local/people')).body as unknown as { id: string; teamsAppInstalled: boolean }[];
    expect(people.find((each) => each.id === guestHead)).toMatchObject({
      teamsAppInstalled: false,
      guest: true,
      tenantName: 'Sample Council',
    });
  });

  test('added to a channel or a group chat the bot is told of what kind it is, and may write there', async () => {
    for (const kind of ['channel', 'groupChat']) {
      bot.received.length = 0;
      const person = { tenantId: council, userId: commissioner };
      expect((await tenant.call('POST', '/_local/teams-app/shared', { json: { ...person, kind } })).body).toMatchObject({ status: 200 });
      const [told] = bot.received;
      expect(told?.activity).toMatchObject({ type: 'installationUpdate', action: 'add', conversation: { conversationType: kind } });
      const { id } = (told?.activity.conversation ?? {}) as { id?: string };
      expect((await send(id, { type: 'message', text: 'In personal chat only' })).status).toBe(201);
      const shared = (await chatsOf(commissioner)).find(({ conversationId }) => conversationId === id);
      expect(shared).toMatchObject({ kind, messages: [{ activity: { text: 'In personal chat only' } }] });
    }
    expect(
      (await tenant.call('POST', '/_local/teams-app/shared', { json: { tenantId: council, userId: commissioner, kind: 'personal' } }))
        .status,
    ).toBe(400);
  });

  test('a bot that cannot be reached is said so', async () => {
    const { id } = (await open(commissioner)).body;
    const messageId = (await send(id, card())).body.id;
    bot.answerWith(500, { error: 'boom' });
    expect((await press(id, messageId)).body).toMatchObject({ status: 500 });
  });

  describe('tokens for attack tests', () => {
    const forge = async (json: object): Promise<string> =>
      String((await tenant.call('POST', '/_local/tokens', { json: { kind: 'bot', ...json } })).body.access_token);
    const claims = (jwt: string): Record<string, unknown> => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());

    test('change, leave out and expire claims', async () => {
      const jwt = await forge({
        claims: { iss: 'https://elsewhere.example' },
        omit: ['serviceurl'],
        expiresIn: -600,
        audience: 'someone-else',
      });
      expect(claims(jwt)).toMatchObject({ iss: 'https://elsewhere.example', aud: 'someone-else' });
      expect(claims(jwt)).not.toHaveProperty('serviceurl');
      expect(Number(claims(jwt).exp)).toBeLessThan(Date.now() / 1000);
    });

    test('are signed by a key nobody published, by one without endorsement, by none, or by the public key as a secret', async () => {
      const keys = (await tenant.call('GET', '/botframework/v1/.well-known/keys')).body as unknown as JSONWebKeySet;
      await expect(jwtVerify(await forge({ key: 'rogue' }), createLocalJWKSet(keys))).rejects.toMatchObject({
        code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      });
      const unendorsed = await forge({ key: 'unendorsed' });
      await jwtVerify(unendorsed, createLocalJWKSet(keys));
      const { kid } = decodeProtectedHeader(unendorsed);
      expect(keys.keys.find((key) => key.kid === kid)).toMatchObject({ endorsements: expect.not.arrayContaining(['msteams']) });
      expect(await forge({ header: { alg: 'none' } })).toMatch(/\.$/);
      expect(decodeProtectedHeader(await forge({ header: { alg: 'HS256' } }))).toMatchObject({ alg: 'HS256' });
    });
  });
});
