import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aBuyer } from '@ap/shared/domain/call-off/call-off.fixture';
import { buyers, fromBuyer } from '@ap/shared/lists/buyers';
import { encodeFields, equals } from '@ap/shared/lists/codec';
import { columnDefinitions } from '@ap/shared/lists/column-definition';
import { graphClient } from '../../functions/src/adapters/graph/graph-client.ts';
import { importRegister } from '../../functions/src/adapters/sharepoint/import-register.ts';
import { listMirror } from '../../functions/src/adapters/sharepoint/list-mirror.ts';
import { type ListStore, listStore } from '../../functions/src/adapters/sharepoint/list-store.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { ensureCertificates } from '../../infra/local-tenant/src/server/certificates.ts';
import { apiApp, council, sampleOrganisation } from '../../infra/local-tenant/src/test-support/sample-organisation.ts';
import { type StartedTenant, startedTenant } from '../../infra/local-tenant/src/test-support/started-tenant.ts';
import { trustAuthority } from '../support/trust-authority.ts';

// The product's adapters on the local tenant, over HTTPS, when the service throttles, forgets, repeats itself or is replaced by a page.

const site = '/sites/council.sharepoint.example,50000000-0000-4000-8000-000000000001,50000000-0000-4000-8000-000000000002';
const clock = { now: new Date('2026-07-01T09:00:00Z') };
const organisation = () => {
  const sample = sampleOrganisation();
  const allowed = (clientId: string) => (clientId === apiApp ? { appRoles: ['Sites.FullControl.All'] } : {});
  return {
    ...sample,
    tenants: sample.tenants.map((tenant) => ({ ...tenant, apps: tenant.apps.map((app) => ({ ...app, ...allowed(app.clientId) })) })),
  };
};

let tenant: StartedTenant;
let distrust: () => void;
let graph: ReturnType<typeof graphClient>;
let store: ListStore<typeof buyers>;
const settingsFor = (url: string) => ({
  AUTHORITY_HOST: tenant.url,
  TENANT_ID: council,
  RUNTIME_CLIENT_ID: apiApp,
  RUNTIME_CLIENT_SECRET: 'sample secret',
  RUNTIME_CERTIFICATE: undefined,
  RUNTIME_CERTIFICATE_THUMBPRINT: undefined,
  GRAPH_URL: url,
  GRAPH_SCOPE: 'https://graph.microsoft.com/.default',
});
const control = (method: string, path: string, json?: object) => tenant.call(method, `/_local/${path}`, json ? { json } : {});
const fault = (respond: object, path = '/lists/', times = 1) => control('POST', 'faults', { match: { path }, respond, times });
const odd = (asked: object) => control('POST', 'oddities', asked);
const asked = async (): Promise<number> => (await control('GET', 'usage')).body.requests as unknown as number;
let number = 0;
/** A buyer that no other test has. */
const newBuyer = () => {
  number += 1;
  return aBuyer({ ref: String(200_000 + number) });
};
const added = async (buyer = newBuyer()) => {
  const outcome = await store.add(fromBuyer(buyer));
  if (!outcome.ok) throw new Error(`Not added: ${outcome.why}`);
  return { ...outcome.row, ref: buyer.ref };
};

beforeAll(async () => {
  tenant = await startedTenant(organisation(), () => clock.now);
  distrust = trustAuthority(tenant.caPath);
  graph = graphClient(settingsFor(tenant.url));
  const [title, ...columns] = columnDefinitions(buyers);
  await graph.api(`${site}/lists`).post({ displayName: buyers.title, columns });
  await graph.api(`${site}/lists/Buyers/columns/Title`).patch({ indexed: true, enforceUniqueValues: true, required: title?.required });
  store = listStore(graph, async () => site, buyers);
});
afterAll(async () => {
  distrust?.();
  await tenant?.stop();
});
beforeEach(async () => {
  await control('DELETE', 'faults');
  await control('DELETE', 'oddities');
  await control('DELETE', 'throttling');
  await control('DELETE', 'usage');
});

describe('a service that is busy', () => {
  test('[2.6 D] that asks for minutes is not waited for inside a function: one call, and the queue is told how long', async () => {
    await fault({ status: 429, retryAfter: 120 });
    await expect(store.get(1)).rejects.toMatchObject({ name: 'ServiceBusy', status: 429, retryAfterSeconds: 120 });
    expect(await asked()).toBe(1);
  });

  test('[2.6 D] [6.15 D] that answers with a page keeps its Retry-After', async () => {
    await fault({ status: 503, retryAfter: 90, html: true });
    await expect(store.get(1)).rejects.toMatchObject({ name: 'ServiceBusy', status: 503, retryAfterSeconds: 90 });
    expect(await asked()).toBe(1);
  });

  test('[6.14 F] that failed in some way of its own is not asked again at once: whoever asked reads first', async () => {
    const row = await added();
    const before = await asked();
    await fault({ status: 500 });
    expect(await store.update(row, { Note: 'a' })).toMatchObject({ ok: false, why: 'unknown' });
    expect(await asked()).toBe(before + 1);
  });

  test('that asks for a second is asked again at once', async () => {
    const { id } = await added();
    await fault({ status: 503, retryAfter: 1 });
    expect((await store.get(id))?.id).toBe(id);
  });

  test('[2.8 D] whose quota is used up is left alone until the minute of the app begins anew', async () => {
    await control('PUT', 'throttling', { perMinute: 6 });
    await added();
    await added();
    clock.now = new Date(clock.now.getTime() + 30_000);
    await added();
    // Room for one write more comes in 30 seconds (Retry-After), the whole minute only in 60 (RateLimit-Reset): the longer counts.
    expect(await store.add(fromBuyer(newBuyer()))).toEqual({ ok: false, why: 'unknown', retryAfterSeconds: 60 });
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(await store.add(fromBuyer(newBuyer()))).toMatchObject({ ok: true });
  });
});

test('[1.10.9 D] [1.10.11 F] parts of a batch are judged one by one: what was written is written, what was throttled is tried again', async () => {
  const register = importRegister(graph, async () => site);
  const records = [newBuyer(), newBuyer(), newBuyer()];
  await control('PUT', 'throttling', { perMinute: 4 });
  const writes = records.map((record) => ({ kind: 'buyers' as const, record }));
  const { outcomes, retryAfterSeconds } = await register.write(writes as never);
  expect(outcomes).toEqual(['written', 'written', 'unanswered']);
  expect(retryAfterSeconds).toBe(60);
  await control('DELETE', 'throttling');
  expect((await register.write(writes as never)).outcomes).toEqual(['duplicate', 'duplicate', 'written']);
});

describe('a row that somebody else writes', () => {
  test('[1.6.5 F] a race of the service without a tag is a conflict, as 412 is under either code', async () => {
    const row = await added();
    await odd({ savesConflict: 1 });
    expect(await store.update(row, { Note: 'a' })).toEqual({ ok: false, why: 'conflict' });
    expect(await store.update(row, { Note: 'b' })).toMatchObject({ ok: true });
    await odd({ says412Otherwise: 1 });
    expect(await store.update(row, { Note: 'c' })).toEqual({ ok: false, why: 'conflict' });
    expect(await store.update(row, { Note: 'd' })).toEqual({ ok: false, why: 'conflict' });
  });

  test('[1.7.12 F] [1.8.1 F] a query that finds nothing does not make a second row: the unique column says that it is there', async () => {
    const buyer = newBuyer();
    await added(buyer);
    await odd({ findsNothing: 1 });
    expect(await store.find('Title', buyer.ref)).toEqual([]);
    expect(await store.add(fromBuyer(buyer))).toEqual({ ok: false, why: 'duplicate' });
  });
});

describe('delta', () => {
  const silent = { event: () => undefined };
  const mirrorOf = () =>
    listMirror(
      store,
      'Buyers',
      silent,
      () => clock.now.getTime(),
      (row) => row.fields.Title,
    );

  test('[1.9.4 D] of a row that is told twice the last word counts', async () => {
    const row = await added();
    const { next } = await store.changes(undefined);
    await store.update(row, { Note: 'new' });
    await odd({ repeatsRows: 1 });
    const { changes } = await store.changes(next);
    expect(changes).toMatchObject([{ kind: 'row', row: { id: row.id, fields: { Note: 'new' } } }]);
  });

  test('[1.9.4 D] pages in another order, with rows told twice, give the same register', async () => {
    const row = await added();
    await store.update(row, { Note: 'twice' });
    await odd({ runsBackwards: 1, repeatsRows: 9 });
    const odder = await mirrorOf().rows();
    await control('DELETE', 'oddities');
    const plain = await mirrorOf().rows();
    const sorted = (rows: typeof plain) => [...rows].sort((left, right) => left.id - right.id);
    expect(sorted(odder)).toEqual(sorted(plain));
  });

  test.each(['forgetsDelta', 'forgetsDeltaOtherwise'])(
    '[1.9.6 D] a link that is answered 410 (%s) is answered by everything',
    async (oddity) => {
      const row = await added();
      const { next } = await store.changes(undefined);
      await odd({ [oddity]: 1 });
      const { changes, complete } = await store.changes(next);
      expect(complete).toBe(true);
      expect(changes.map((change) => (change.kind === 'row' ? change.row.id : 0))).toContain(row.id);
    },
  );

  test('[1.9.6 D] a link that is forgotten between two pages begins afresh, and nothing of the first pages is kept', async () => {
    const gone = await added();
    const path = `${site}/lists/Buyers/items`;
    const latest = await graph.api(`${path}/delta`).query({ token: 'latest', $top: 2, $expand: 'fields' }).get();
    const rows = [await added(), await added(), await added()];
    await graph.api(`${path}/${gone.id}`).delete();
    // The link itself is answered, its next page is not.
    await fault({ delayMs: 1 }, 'delta.*token=');
    await fault({ status: 410, code: 'resyncRequired' }, 'delta.*token=');
    const { changes, complete } = await store.changes(latest['@odata.deltaLink']);
    const ids = changes.map((change) => (change.kind === 'row' ? change.row.id : -change.id));
    expect(complete).toBe(true);
    expect(ids).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map(Math.abs)).not.toContain(gone.id);
  });
});

describe('a link', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
  let elsewhere: Server;
  let distrustElsewhere: () => void;
  const heard: IncomingHttpHeaders[] = [];
  beforeAll(async () => {
    const { cert, key, caPath } = await ensureCertificates(dir);
    distrustElsewhere = trustAuthority(caPath);
    elsewhere = createServer({ cert, key }, (request, response) => {
      heard.push(request.headers);
      response.setHeader('content-type', 'application/json');
      response.end('{"value":[],"@odata.deltaLink":"https://localhost/end"}');
    });
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
  });
  beforeEach(() => {
    heard.length = 0;
  });
  afterAll(() => {
    distrustElsewhere?.();
    elsewhere.close();
    elsewhere.closeAllConnections();
    rmSync(dir, { recursive: true, force: true });
  });
  const address = () => `https://localhost:${(elsewhere.address() as AddressInfo).port}`;

  test('[2.9 D] within Graph carries the token, and names the program that asks', async () => {
    const there = listStore(graphClient(settingsFor(address())), async () => site, buyers);
    await there.changes(undefined);
    expect(heard).toMatchObject([
      { authorization: expect.stringMatching(/^Bearer /), 'user-agent': expect.stringMatching(/^NONISV\|\w+\|\w+\/\d/) },
    ]);
  });

  test('that leads away from Graph is not followed, with or without a token, and is not called busy', async () => {
    const followed = store.changes(`${address()}/v1.0/next`);
    await expect(followed).rejects.toThrow('which is not Graph');
    await expect(followed).rejects.not.toBeInstanceOf(ServiceBusy);
    expect(heard).toEqual([]);
  });
});

describe('a list that outgrew the 5,000 rows that one question may match', () => {
  beforeAll(async () => {
    const row = (n: number) =>
      fromBuyer(aBuyer({ ref: String(300_000 + n), name: 'A school like many', status: n === 7 ? 'closed' : 'active' }));
    for (let from = 0; from < 5_020; from += 20) {
      const requests = Array.from({ length: 20 }, (_, n) => ({
        id: String(n),
        method: 'POST',
        url: `${site}/lists/Buyers/items`,
        headers: { 'content-type': 'application/json' },
        body: { fields: encodeFields(buyers, row(from + n), 'create') },
      }));
      await graph.api('/$batch').post({ requests });
    }
  }, 120_000);

  test('[6.10 F] is read to its end, and no row is missed', async () => {
    await expect(
      graph.api(`${site}/lists/Buyers/items?$filter=${equals(buyers, 'Name', 'A school like many')}`).get(),
    ).rejects.toMatchObject({
      statusCode: 422,
    });
    const found = await store.find('Name', 'A school like many');
    expect(new Set(found.map(({ id }) => id)).size).toBe(5_020);
  });

  test('a question that matches few is asked as ever', async () => {
    const before = await asked();
    expect((await store.find('Title', '300007')).map(({ fields }) => fields.Status)).toEqual(['closed']);
    expect(await asked()).toBe(before + 1);
  });
});
