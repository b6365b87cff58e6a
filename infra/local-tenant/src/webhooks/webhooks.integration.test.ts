import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Organisation } from '../organisation.ts';
import { type LocalTenant, startLocalTenant } from '../start.ts';
import { honest, type ListeningSubscriber, listeningSubscriber } from '../test-support/listening-subscriber.ts';
import { apiApp, commissioner, commissioners, council, sampleOrganisation } from '../test-support/sample-organisation.ts';
import { type Answer, type StartedTenant, tenantCaller } from '../test-support/started-tenant.ts';

const administrator = '40000000-0000-4000-8000-0000000000ad';
const subscriber = '40000000-0000-4000-8000-0000000000b1';
const other = '40000000-0000-4000-8000-0000000000b2';
const minutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString();

/** The sample council with an administrator's app, two apps that may write every site, and a commissioner who owns the site. */
const organisation = (webhooks: Organisation['webhooks']): Organisation => {
  const sample = sampleOrganisation();
  const [home, ...others] = sample.tenants;
  if (home === undefined) throw new Error('The sample has no council.');
  const apps = [
    ...home.apps,
    { clientId: administrator, displayName: 'Administrator', appRoles: ['Sites.FullControl.All'] },
    { clientId: subscriber, displayName: 'Subscriber', appRoles: ['Sites.ReadWrite.All'] },
    { clientId: other, displayName: 'Another', appRoles: ['Sites.ReadWrite.All'] },
  ];
  const sites = home.sites.map((site) => ({ ...site, members: [{ groupId: commissioners, role: 'owner' as const }] }));
  return { ...sample, tenants: [{ ...home, apps, sites }, ...others], ...(webhooks === undefined ? {} : { webhooks }) };
};

describe('change notifications of a list', () => {
  let dir: string;
  let tenant: LocalTenant;
  let call: StartedTenant['call'];
  let endpoint: ListeningSubscriber;
  let resource: string;

  const open = async (webhooks?: Organisation['webhooks']): Promise<void> => {
    tenant = await startLocalTenant({
      organisation: organisation(webhooks),
      port: 0,
      dataDir: join(dir, 'data'),
      caDir: join(dir, 'ca'),
    });
    call = tenantCaller(tenant.url, tenant.caPath);
  };
  const tokenOf = async (clientId: string, person?: string): Promise<string> => {
    const json = { kind: person ? 'user' : 'app', tenantId: council, clientId, ...(person ? { userId: person } : {}) };
    const claims = person ? { claims: { scp: 'Sites.ReadWrite.All' } } : {};
    return String((await call('POST', '/_local/tokens', { json: { ...json, ...claims } })).body.access_token);
  };
  const as = async (clientId: string, method: string, path: string, json?: unknown): Promise<Answer> =>
    call(method, path, { token: await tokenOf(clientId), ...(json === undefined ? {} : { json }) });
  const body = (changes: object = {}) => ({
    changeType: 'updated',
    notificationUrl: endpoint.url,
    resource,
    expirationDateTime: minutes(60),
    clientState: 'shared secret',
    ...changes,
  });
  const subscribe = (changes: object = {}, clientId = subscriber): Promise<Answer> =>
    as(clientId, 'POST', '/v1.0/subscriptions', body(changes));
  const add = (Title: string): Promise<Answer> => as(administrator, 'POST', `/v1.0/${resource}/items`, { fields: { Title } });
  const refusal = (answer: Answer): unknown[] => {
    const { code, message } = answer.body.error as unknown as { code: string; message: string };
    return [answer.status, code, message];
  };

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'tenant-webhooks-'));
    await open();
  });
  afterAll(async () => {
    await tenant.close();
    rmSync(dir, { recursive: true, force: true });
  });
  let lists = 0;
  beforeEach(async () => {
    endpoint = await listeningSubscriber();
    const site = await as(administrator, 'GET', '/v1.0/sites/council.sharepoint.example:/sites/framework');
    lists += 1;
    const made = await as(administrator, 'POST', `/v1.0/sites/${site.body.id}/lists`, { displayName: `Orders ${lists}` });
    resource = `sites/${site.body.id}/lists/${made.body.id}`;
  });
  afterEach(async () => {
    const left = (await call('GET', '/_local/webhooks')).body.subscriptions as unknown as { id: string; applicationId: string }[];
    for (const { id, applicationId } of left) await as(applicationId, 'DELETE', `/v1.0/subscriptions/${id}`);
    await call('POST', '/_local/webhooks/mishandle', { json: { lose: 0, delayMs: 0 } });
    await endpoint.stop();
  });

  test('[3.5 D] [3.6 D] [3.9 D] [3.13 D] are told after a handshake, without a word about what changed', async () => {
    const made = await subscribe();
    expect(made).toMatchObject({
      status: 201,
      body: { changeType: 'updated', resource, clientState: 'shared secret', applicationId: subscriber, notificationUrl: endpoint.url },
    });
    await add('first');
    await endpoint.until(1);
    expect(endpoint.received).toEqual([
      {
        subscriptionId: made.body.id,
        subscriptionExpirationDateTime: made.body.expirationDateTime,
        clientState: 'shared secret',
        changeType: 'updated',
        resource,
        tenantId: council,
      },
    ]);
    expect(endpoint.contentTypes).toEqual(['text/plain; charset=utf-8', 'application/json; charset=utf-8']);
  });

  test('are told of updates and deletions too, one request for what happens together', async () => {
    await subscribe();
    await call('POST', '/_local/webhooks/mishandle', { json: { delayMs: 600_000 } });
    await add('first');
    await as(administrator, 'PATCH', `/v1.0/${resource}/items/1/fields`, { Title: 'changed' });
    await as(administrator, 'DELETE', `/v1.0/${resource}/items/1`);
    await call('POST', '/_local/webhooks/deliver');
    expect(endpoint.received).toHaveLength(1);
    await as(administrator, 'GET', `/v1.0/${resource}/items`);
    expect((await call('POST', '/_local/webhooks/deliver')).body).toEqual([]);
  });

  test('[3.1 D] a subscription is listed, read, renewed and deleted by the app that made it, and by no other', async () => {
    const { body: made } = await subscribe();
    const path = `/v1.0/subscriptions/${made.id}`;
    expect((await as(subscriber, 'GET', '/v1.0/subscriptions')).body.value).toMatchObject([{ id: made.id, resource }]);
    expect((await as(other, 'GET', '/v1.0/subscriptions')).body.value).toEqual([]);
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const refused = await as(other, method, path, method === 'PATCH' ? { expirationDateTime: minutes(90) } : undefined);
      expect(refusal(refused)).toEqual([404, 'ResourceNotFound', 'The object was not found.']);
    }
    const renewed = minutes(42_299);
    expect((await as(subscriber, 'PATCH', path, { expirationDateTime: renewed })).body.expirationDateTime).toBe(renewed);
    expect((await as(subscriber, 'GET', path)).body.expirationDateTime).toBe(renewed);
    expect((await as(subscriber, 'PATCH', path, { notificationUrl: endpoint.url })).status).toBe(400);
    expect((await as(subscriber, 'POST', `${path}/reauthorize`)).status).toBe(204);
    expect((await as(other, 'POST', `${path}/reauthorize`)).status).toBe(404);
    expect((await as(subscriber, 'DELETE', path)).status).toBe(204);
    expect((await as(subscriber, 'GET', path)).status).toBe(404);
    await add('unheard');
    expect((await call('POST', '/_local/webhooks/deliver')).body).toEqual([]);
  });

  test.each<readonly [string, () => object, readonly [number, string, string]]>([
    ['[3.2 D] another change', () => ({ changeType: 'created' }), [400, 'InvalidRequest', "Invalid 'changeType' attribute: 'created'."]],
    [
      '[3.4 D] a life of over 42,300 minutes',
      () => ({ expirationDateTime: minutes(42_302) }),
      [400, 'ValidationError', 'Subscription expiration can only be 42300 minutes in the future.'],
    ],
    [
      'a life that is over',
      () => ({ expirationDateTime: minutes(-1) }),
      [400, 'ValidationError', 'Subscription expiration must be in the future.'],
    ],
    [
      'no end',
      () => ({ expirationDateTime: undefined }),
      [400, 'InvalidRequest', 'expirationDateTime is a required property for subscription creation'],
    ],
    [
      '[3.6 D] an address without TLS elsewhere',
      () => ({ notificationUrl: 'http://council.example/api' }),
      [400, 'InvalidRequest', "Invalid value specified for property 'notificationUrl' of resource 'Subscription'."],
    ],
    [
      '[3.3 F] an absolute resource',
      () => ({ resource: `https://graph.microsoft.com/v1.0/${resource}` }),
      [400, 'BadRequest', expect.stringMatching(/of property 'resource' must be a relative URI\.$/) as unknown as string],
    ],
    [
      '[3.6 D] a secret of over 128 characters',
      () => ({ clientState: 'x'.repeat(129) }),
      [400, 'InvalidRequest', 'clientState must be a string of at most 128 characters.'],
    ],
    ['a list that is not there', () => ({ resource: `${resource}0` }), [404, 'itemNotFound', 'Item not found']],
    [
      'what a subscription does not have',
      () => ({ colour: 'red' }),
      [400, 'BadRequest', "The property 'colour' does not exist on type 'microsoft.graph.subscription'."],
    ],
    [
      'another resource, loudly',
      () => ({ resource: 'users' }),
      [501, 'notImplemented', "LOCAL TENANT: a subscription to 'users' is not served: only sites/{id}/lists/{id} is"],
    ],
  ])(
    'refuses %s',
    async (_what, changes, expected) => {
      expect(refusal(await subscribe(changes()))).toEqual(expected);
      expect((await as(subscriber, 'GET', '/v1.0/subscriptions')).body.value).toEqual([]);
    },
    20_000,
  );

  test('keeps a shorter life than 45 minutes for 45', async () => {
    const { body: made } = await subscribe({ expirationDateTime: minutes(5) });
    expect(Date.parse(String(made.expirationDateTime)) - Date.now()).toBeGreaterThan(44 * 60_000);
  });

  test('takes one subscription of an app to a list', async () => {
    const { body: made } = await subscribe();
    expect(refusal(await subscribe())).toEqual([
      409,
      'Conflict',
      `Subscription Id ${made.id} already exists for the requested combination.`,
    ]);
    expect((await subscribe({}, other)).status).toBe(201);
  });

  const validation = 'Subscription validation request failed.';
  test.each([
    [
      '[3.5 D] another status than 200',
      (token: string, response: Parameters<typeof honest>[1]) => {
        response.writeHead(202, { 'Content-Type': 'text/plain' }).end(token);
      },
      `${validation} Notification endpoint must respond with 200 OK to validation request.`,
    ],
    [
      'another type than text/plain',
      (token: string, response: Parameters<typeof honest>[1]) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(token);
      },
      `${validation} Notification endpoint must respond with content type 'text/plain'.`,
    ],
    [
      '[3.5 D] a token that was not decoded',
      (_token: string, response: Parameters<typeof honest>[1], rawQuery: string) => {
        response.writeHead(200, { 'Content-Type': 'text/plain' }).end(/validationToken=([^&]*)/.exec(rawQuery)?.[1]);
      },
      `${validation} Response must exactly match validationToken query parameter.`,
    ],
    [
      'a closed connection',
      (_token: string, response: Parameters<typeof honest>[1]) => {
        response.destroy();
      },
      `${validation} Notification endpoint must respond with 200 OK to validation request.`,
    ],
  ])(
    'are refused when the endpoint answers the handshake with %s',
    async (_what, answer, message) => {
      endpoint.shakeWith(answer);
      expect(refusal(await subscribe())).toEqual([400, 'ValidationError', message]);
      endpoint.shakeWith(honest);
      expect((await subscribe()).status).toBe(201);
    },
    20_000,
  );

  test('are sent again after an error, when the test does not wait for it', async () => {
    await subscribe();
    endpoint.statuses.push(500, 503);
    await add('first');
    const deliver = async (): Promise<unknown> => (await call('POST', '/_local/webhooks/deliver')).body;
    expect(await deliver()).toMatchObject([{ outcome: 500 }]);
    expect((await call('GET', '/_local/webhooks')).body).toMatchObject({ waiting: [{ tries: 1, lastOutcome: 500 }] });
    expect(await deliver()).toMatchObject([{ outcome: 503 }]);
    expect(await deliver()).toMatchObject([{ outcome: 202 }]);
    expect(await deliver()).toEqual([]);
    expect(endpoint.received).toHaveLength(1);
  });

  test('can be lost or forged by the control routes', async () => {
    const { body: made } = await subscribe();
    await call('POST', '/_local/webhooks/mishandle', { json: { lose: 1, delayMs: 600_000 } });
    await add('lost');
    expect((await call('POST', '/_local/webhooks/deliver')).body).toEqual([]);
    expect((await call('GET', '/_local/webhooks')).body).toMatchObject({ counts: { lost: 1 }, mishandling: { lose: 0 } });
    expect((await call('POST', '/_local/webhooks/forge', { json: { subscriptionId: made.id } })).body).toEqual({ outcome: 202 });
    expect(endpoint.received).toMatchObject([{ subscriptionId: made.id, clientState: 'not the secret' }]);
    expect((await call('POST', '/_local/webhooks/mishandle', { json: { looze: 1 } })).status).toBe(400);
    expect((await call('POST', '/_local/webhooks/forge', { json: { subscriptionId: 'none' } })).status).toBe(404);
  });

  test('[3.11 D] ask for Sites.ReadWrite.All; Sites.Selected counts only where the organisation says so', async () => {
    const grant = { roles: ['write'], grantedToIdentities: [{ application: { id: apiApp, displayName: 'Framework' } }] };
    const granted = await as(administrator, 'POST', `/v1.0/${resource.split('/lists/')[0]}/permissions`, grant);
    expect(granted.status).toBe(201);
    const refused = await subscribe({}, apiApp);
    expect(refusal(refused).slice(0, 2)).toEqual([403, 'ExtensionError']);
    await tenant.close();
    await open({ sitesSelected: 'allowed' });
    expect((await subscribe({}, apiApp)).status).toBe(201);
    await tenant.close();
    await open();
  });

  test('a person subscribes by their own right to write there', async () => {
    const token = await tokenOf(subscriber, commissioner);
    expect((await call('POST', '/v1.0/subscriptions', { token, json: body() })).body).toMatchObject({ creatorId: commissioner });
    expect((await call('POST', '/v1.0/subscriptions', { json: body() })).status).toBe(401);
  });

  test('a restart keeps subscriptions and versions', async () => {
    const { body: made } = await subscribe();
    await add('first');
    await as(administrator, 'PATCH', `/v1.0/${resource}/items/1/fields`, { Title: 'second' });
    await endpoint.until(1);
    await tenant.close();
    await open();
    expect((await as(subscriber, 'GET', `/v1.0/subscriptions/${made.id}`)).status).toBe(200);
    const versions = await as(administrator, 'GET', `/v1.0/${resource}/items/1/versions?$expand=fields`);
    const shown = (versions.body.value as unknown as { id: string; fields: { Title: string } }[]).map(({ id, fields }) => [
      id,
      fields.Title,
    ]);
    expect(shown).toEqual([
      ['2.0', 'second'],
      ['1.0', 'first'],
    ]);
    const told = endpoint.received.length;
    await add('after the restart');
    await endpoint.until(told + 1);
    expect(endpoint.received.at(-1)).toMatchObject({ subscriptionId: made.id });
  });
});
