import {
  apiApp,
  botApp,
  commissioner,
  commissioners,
  council,
  everyone,
  guestHead,
  head,
  leaver,
  mailApp,
  sampleOrganisation,
  school,
} from '../test-support/sample-organisation.ts';
import { type Answer, type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

const graph = 'https://graph.microsoft.com';

describe('the directory', () => {
  let tenant: StartedTenant;
  let reader: string;
  let mailer: string;
  let powerless: string;

  beforeAll(async () => {
    tenant = await startedTenant(sampleOrganisation());
    reader = await tenant.appToken(apiApp, 'sample secret', graph);
    mailer = await tenant.appToken(mailApp, 'mail secret', graph);
    powerless = await tenant.appToken(botApp, 'bot secret', graph);
  });
  afterAll(() => tenant.stop());

  const get = (path: string, token = reader): Promise<Answer> => tenant.call('GET', `/v1.0${path}`, { token });
  const code = ({ body }: Answer): unknown => (body.error as { code?: string } | undefined)?.code;

  test('[5.1 D] finds a person by object id or principal name, with the properties that are selected', async () => {
    expect((await get('/users/ada%40council.example')).body).toMatchObject({ id: commissioner, jobTitle: 'Commissioner' });
    const guest = await get(`/users/${guestHead.toUpperCase()}?$select=Id,userType,accountEnabled`);
    expect(guest.body).toMatchObject({ id: guestHead, userType: 'Guest', accountEnabled: true });
    expect(guest.body).not.toHaveProperty('mail');
    expect((await get(`/users/${leaver}?%24select=accountEnabled`)).body).toMatchObject({ accountEnabled: false });
  });

  test('[6.3 F] [6.4 D] [6.5 F] refuses as the service does: no token, no permission, no such person, no such property', async () => {
    const nobody = await tenant.call('GET', `/v1.0/users/${commissioner}`);
    expect(nobody.status).toBe(401);
    expect(nobody.body.error).toMatchObject({
      code: 'InvalidAuthenticationToken',
      message: 'Access token is empty.',
      innerError: { 'request-id': nobody.headers['request-id'] },
    });
    expect(code(await get(`/users/${commissioner}`, powerless))).toBe('Authorization_RequestDenied');
    expect(await get(`/users/${head}`)).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
    expect(await get(`/users/${commissioner}?$select=shoeSize`)).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
    expect((await get(`/users/${commissioner}?$select=id&$select=mail`)).status).toBe(400);
    expect((await get(`/users/${commissioner}?$expand=manager`)).status).toBe(501);
  });

  test('[5.1 D] tells names but nothing else to an app that may only read the basics', async () => {
    expect((await get(`/users/${commissioner}`, mailer)).body).toMatchObject({ displayName: 'Ada Fairweather', jobTitle: null });
    expect(code(await get(`/users/${commissioner}?$select=accountEnabled`, mailer))).toBe('Authorization_RequestDenied');
  });

  test('[5.2 D] nobody has a manager', async () => {
    expect(await get(`/users/${commissioner}/manager`)).toMatchObject({
      status: 404,
      body: { error: { code: 'Request_ResourceNotFound' } },
    });
  });

  test('[5.3 D] [5.4 D] [5.5 D] membership is transitive where the service says so', async () => {
    const members = await get(`/groups/${everyone}/members`);
    expect(members.body.value).toEqual([
      expect.objectContaining({ '@odata.type': '#microsoft.graph.group', id: commissioners }),
      expect.objectContaining({ '@odata.type': '#microsoft.graph.user', id: guestHead }),
    ]);
    const memberOf = (await get(`/users/${commissioner}/transitiveMemberOf`)).body.value as unknown as { id: string }[];
    expect(memberOf.map(({ id }) => id)).toEqual([commissioners, everyone]);
    const check = await tenant.call('POST', `/v1.0/users/${commissioner}/checkMemberGroups`, {
      token: reader,
      json: { groupIds: [everyone, head] },
    });
    expect(check.body.value).toEqual([everyone]);
    const many = await tenant.call('POST', `/v1.0/users/${commissioner}/checkMemberGroups`, {
      token: reader,
      json: { groupIds: Array(21).fill(everyone) },
    });
    expect(code(many)).toBe('Request_BadRequest');
  });

  test('pages of members are followed by their link', async () => {
    const first = await get(`/groups/${everyone}/members?$top=1`);
    const next = new URL(String(first.body['@odata.nextLink']));
    const second = await tenant.call('GET', `${next.pathname}${next.search}`, { token: reader });
    expect(second.body.value).toEqual([expect.objectContaining({ id: guestHead })]);
    expect(second.body).not.toHaveProperty('@odata.nextLink');
  });

  test('a token is never good for another tenant’s people', async () => {
    const form = { grant_type: 'client_credentials', client_id: apiApp, client_secret: 'sample secret', scope: `${graph}/.default` };
    const { access_token } = (await tenant.call('POST', `/${school}/oauth2/v2.0/token`, { form })).body;
    expect(code(await get(`/users/${commissioner}`, String(access_token)))).toBe('Authorization_RequestDenied');
  });

  describe('mail', () => {
    const message = (more: object = {}): object => ({
      message: {
        subject: 'A request waits',
        body: { contentType: 'HTML', content: '<p>Open</p>' },
        toRecipients: [{ emailAddress: { address: 'cleo@school.example' } }],
        ...more,
      },
      saveToSentItems: false,
    });
    const send = (json: unknown, token = mailer, from = commissioner): Promise<Answer> =>
      tenant.call('POST', `/v1.0/users/${from}/sendMail`, { token, json });

    test('[5.7 D] is accepted without a body and kept, newest first', async () => {
      const sent = await send(message());
      expect(sent).toMatchObject({ status: 202, body: { text: '' } });
      await send(message({ subject: 'Second', body: { contentType: 'Text', content: 'Plain' } }));
      const kept = (await tenant.call('GET', '/_local/mail?to=CLEO@school.example')).body as unknown as object[];
      expect(kept).toMatchObject([
        { subject: 'Second', contentType: 'text', content: 'Plain' },
        {
          subject: 'A request waits',
          from: 'ada@council.example',
          to: ['cleo@school.example'],
          contentType: 'html',
          content: '<p>Open</p>',
        },
      ]);
      expect((await tenant.call('GET', '/_local/mail?to=nobody@school.example')).body).toEqual([]);
    });

    test.each([
      ['no recipient', message({ toRecipients: [] }), 'ErrorInvalidRecipients'],
      ['an address that is none', message({ toRecipients: [{ emailAddress: { address: 'cleo' } }] }), 'ErrorInvalidRecipients'],
      ['no message', {}, 'ErrorInvalidParameter'],
      ['a body of another kind', message({ body: { contentType: 'markdown', content: 'x' } }), 'RequestBodyRead'],
      ['a property that no message has', message({ colour: 'red' }), 'RequestBodyRead'],
    ])('with %s is refused and not kept', async (_what, json, expected) => {
      const before = ((await tenant.call('GET', '/_local/mail')).body as unknown as object[]).length;
      const answer = await send(json);
      expect([answer.status, code(answer)]).toEqual([400, expected]);
      expect(((await tenant.call('GET', '/_local/mail')).body as unknown as object[]).length).toBe(before);
    });

    test('[5.7 D] needs Mail.Send and a mailbox', async () => {
      expect(code(await send(message(), reader))).toBe('ErrorAccessDenied');
      expect(code(await send(message(), mailer, guestHead))).toBe('MailboxNotEnabledForRESTAPI');
      expect(code(await send(message(), mailer, head))).toBe('ErrorInvalidUser');
    });
  });

  test('an organisation tells its name only to those who may read it', async () => {
    expect(code(await get('/organization'))).toBe('Authorization_RequestDenied');
    const forged = await tenant.call('POST', '/_local/tokens', {
      json: { kind: 'app', tenantId: council, clientId: apiApp, claims: { roles: ['Organization.Read.All'] } },
    });
    expect((await get('/organization', String(forged.body.access_token))).body.value).toMatchObject([
      { id: council, displayName: 'Sample Council' },
    ]);
  });
});
