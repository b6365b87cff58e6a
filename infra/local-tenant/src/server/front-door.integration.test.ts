import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { apiApp, commissioner, sampleOrganisation } from '../test-support/sample-organisation.ts';
import { type Answer, type StartedTenant, startedTenant } from '../test-support/started-tenant.ts';

describe('the front door', () => {
  let tenant: StartedTenant;
  let token: string;
  beforeAll(async () => {
    tenant = await startedTenant(sampleOrganisation());
    token = await tenant.appToken(apiApp, 'sample secret', 'https://graph.microsoft.com');
  });
  afterAll(() => tenant.stop());
  beforeEach(async () => {
    await tenant.call('DELETE', '/_local/faults');
    await tenant.call('DELETE', '/_local/usage');
  });

  const ada = (): Promise<Answer> => tenant.call('GET', `/v1.0/users/${commissioner}`, { token, headers: { 'client-request-id': 'mine' } });
  const fault = (json: object): Promise<Answer> => tenant.call('POST', '/_local/faults', { json });
  const usage = async (): Promise<unknown> => (await tenant.call('GET', '/_local/usage')).body;

  test('what is not served names itself', async () => {
    const answer = await tenant.call('GET', '/v1.0/xyz?$top=1');
    expect(answer.status).toBe(501);
    expect(answer.body.error).toMatchObject({ code: 'notImplemented', message: 'LOCAL TENANT: GET /v1.0/xyz is not served' });
  });

  test('requests are traced by the ids of service and client', async () => {
    const { headers } = await ada();
    expect(headers).toMatchObject({
      'request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'client-request-id': 'mine',
      date: expect.any(String),
    });
  });

  test('a body over 4 MB is refused', async () => {
    expect((await tenant.call('POST', '/v1.0/$batch', { token, json: { filler: 'x'.repeat(4 * 1024 * 1024) } })).status).toBe(413);
  });

  test('only this machine’s own names are answered', async () => {
    expect((await tenant.call('GET', '/_local/health', { headers: { Host: 'rebound.example' } })).status).toBe(421);
  });

  test('counts requests and units by route, without the control routes', async () => {
    await ada();
    await ada();
    expect(await usage()).toMatchObject({
      requests: 2,
      units: 2,
      byRoute: [{ method: 'GET', route: '/v1.0/users/{user}', count: 2, units: 2 }],
    });
  });

  test('a fault fails the request before it is performed, with Retry-After, and once', async () => {
    await fault({ match: { path: '/users/' }, respond: { status: 429, retryAfter: 3 } });
    const failed = await ada();
    expect(failed).toMatchObject({ status: 429, headers: { 'retry-after': '3' } });
    expect(failed.body.error).toMatchObject({ code: 'activityLimitReached', innerError: { 'client-request-id': 'mine' } });
    expect(await usage()).toMatchObject({ requests: 1, units: 0 });
    expect((await ada()).status).toBe(200);
  });

  test('a fault that was applied has performed the request', async () => {
    await fault({ match: { path: '/users/' }, respond: { status: 503, applied: true } });
    expect((await ada()).status).toBe(503);
    expect(await usage()).toMatchObject({ requests: 1, units: 1 });
  });

  test('a connection can be dropped without an answer', async () => {
    await fault({ match: { path: '/users/' }, respond: { dropConnection: true, applied: true } });
    await expect(ada()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await usage()).toMatchObject({ requests: 1 });
  });

  test('a request can be held unanswered, after it was performed, until its caller is gone', async () => {
    await fault({ match: { path: '/users/', agent: 'the product' }, respond: { hold: true, applied: true } });
    const caller = request(`${tenant.url}/v1.0/users/${commissioner}`, {
      ca: readFileSync(tenant.caPath),
      headers: { Authorization: `Bearer ${token}`, 'User-Agent': 'the product' },
    });
    const ended = new Promise<string>((resolve) => {
      caller.on('response', () => resolve('answered')).on('error', () => resolve('gone'));
    });
    caller.end();
    for (let waiting = 1; waiting > 0; ) waiting = ((await tenant.call('GET', '/_local/faults')).body as unknown as unknown[]).length;
    expect(await usage()).toMatchObject({ requests: 1, units: 1 });
    expect((await ada()).status).toBe(200);
    caller.destroy();
    expect(await ended).toBe('gone');
  });

  test('a fault with a delay alone is only slow', async () => {
    await fault({ match: { path: '/users/' }, respond: { delayMs: 1 } });
    expect((await ada()).status).toBe(200);
  });

  test('a fault that cannot be meant is refused', async () => {
    expect((await fault({ match: { path: '(' }, respond: {} })).status).toBe(400);
    expect((await fault({ match: { path: '.' }, respond: { status: 200 } })).status).toBe(400);
    expect((await fault({ match: { path: '.', agent: '(' }, respond: {} })).status).toBe(400);
    expect((await fault({ match: { path: '.' }, respond: { retryafter: 1 } })).status).toBe(400);
  });

  test('[2.6 D] [6.15 D] a fault may be a page of the web server instead of an error of the service', async () => {
    await fault({ match: { path: '/users/' }, respond: { status: 503, retryAfter: 30, html: true } });
    const failed = await ada();
    expect(failed).toMatchObject({ status: 503, headers: { 'retry-after': '30', 'content-type': 'text/html; charset=us-ascii' } });
    expect(String(failed.body.text)).toContain('Server Too Busy');
  });

  test('throttling is off until it is switched on, by size of tenant or smaller', async () => {
    const throttling = (method: string, json?: object) => tenant.call(method, '/_local/throttling', json ? { json } : {});
    expect((await throttling('GET')).body).not.toHaveProperty('limits');
    expect((await throttling('PUT', { licences: 2_000 })).body.limits).toMatchObject({ perMinute: 2_500 });
    expect((await throttling('PUT', { perMinute: 5 })).body.limits).toEqual({ perMinute: 5, perDay: 1_200_000, perTenant: 18_750 });
    const site = () => tenant.call('GET', '/v1.0/sites/council.sharepoint.example:/sites/framework', { token });
    for (let count = 0; count < 5; count += 1) await site();
    const refused = await site();
    expect(refused).toMatchObject({ status: 429, headers: { 'ratelimit-limit': '5', 'ratelimit-remaining': '0' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await throttling('GET')).body.apps).toMatchObject([{ appId: apiApp, minute: 6 }]);
    await throttling('DELETE');
    expect((await site()).status).not.toBe(429);
    expect((await throttling('PUT', { perHour: 5 })).status).toBe(400);
    expect((await throttling('PUT', { perMinute: 0 })).status).toBe(400);
  });

  test('oddities are asked for by name', async () => {
    const ask = (json: object) => tenant.call('POST', '/_local/oddities', { json });
    expect((await ask({ repeatsRows: 3, runsBackwards: 1 })).body).toEqual({ repeatsRows: 3, runsBackwards: 1 });
    expect((await ask({ repeatsrows: 3 })).status).toBe(400);
    expect((await ask({ repeatsRows: -1 })).status).toBe(400);
    await tenant.call('DELETE', '/_local/oddities');
    expect((await tenant.call('GET', '/_local/oddities')).body).toEqual({});
  });
});
