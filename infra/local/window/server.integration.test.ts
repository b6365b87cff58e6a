import { decodeJwt } from 'jose';
import { apiClientId, teamsWebClientId } from '../sample/ids.ts';
import { samplePeople } from '../sample/people.ts';
import { startWindow } from './server.ts';
import { setUpLists } from './test-support/sample-lists.ts';
import { type StartedWindow, startedWindow } from './test-support/started-window.ts';

const named = (key: string) => {
  const person = samplePeople.find((each) => each.key === key);
  if (!person) throw new Error(`The sample has no ${key}.`);
  return `${person.tenantId}/${person.userId}`;
};
const head = named('head-teacher');
const commissioner = named(samplePeople.find(({ group }) => group === 'commissioners')?.key ?? '');

interface Row {
  readonly id: string;
  readonly displayName: string;
  readonly '@odata.etag': string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lastModifiedBy?: unknown;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parts of the JSON bodies that these tests read. */
  readonly json: {
    readonly error?: { readonly code: string; readonly message: string };
    readonly access_token?: string;
    readonly columns?: readonly unknown[];
    readonly value?: readonly Row[];
    readonly total?: number;
    readonly views?: readonly { readonly id: string; readonly title: string }[];
  };
}

const rowsOf = ({ json }: Answer): readonly Row[] => json.value ?? [];

const firstRow = (answer: Answer): Row => {
  const [row] = rowsOf(answer);
  if (!row) throw new Error(`No rows in ${answer.text}`);
  return row;
};

describe('the window’s server in front of the local tenant', () => {
  let run: StartedWindow;
  beforeAll(async () => {
    run = await startedWindow();
    await setUpLists(run);
  });
  afterAll(() => run.close());

  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${run.url}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
    return { status: response.status, headers: response.headers, text, json: isJson ? (JSON.parse(text) as Answer['json']) : {} };
  };
  const listId = async (name: string): Promise<string> => {
    const found = rowsOf(await ask(`/local/lists?person=${commissioner}`)).find(({ displayName }) => displayName === name);
    if (!found) throw new Error(`There is no list ${name}.`);
    return found.id;
  };
  const rowsIn = async (list: string, view: string, page = 1): Promise<Answer> => {
    const { json } = await ask(`/local/lists/${list}/face?person=${commissioner}`);
    const id = json.views?.find(({ title }) => title === view)?.id;
    return ask(`/local/lists/${list}/items?person=${commissioner}&view=${id}&page=${page}`);
  };
  const change = (list: string, id: string, etag: string, fields: object, person = commissioner) =>
    ask(`/local/lists/${list}/items/${id}?person=${person}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'If-Match': etag },
      body: JSON.stringify({ fields }),
    });

  it('serves a page that may load itself and the tab, and nothing else', async () => {
    const page = await ask('/?as=x');
    expect(page.text).toContain('Stand-in for the Teams window');
    expect(page.headers.get('content-security-policy')).toContain(`frame-src 'self' ${run.tabOrigin}`);
    expect((await ask('/window.js')).text.length).toBeGreaterThan(100_000);
    expect((await ask('/window.css')).text).toContain('.ac-pushButton');
  });

  it('names everybody who can sign in, without the mailbox that nobody uses', async () => {
    const { json } = await ask('/local/people');
    expect(json).toHaveLength(samplePeople.length);
    expect(json).toContainEqual(
      expect.objectContaining({ displayName: 'Martin Oakes', jobTitle: 'Head teacher', workplace: 'All school staff' }),
    );
  });

  it('hands the tab’s pages a token of the person for the API, as Teams would', async () => {
    const { json, headers } = await ask(`/local/token?person=${head}`, { headers: { Origin: run.tabOrigin } });
    expect(headers.get('access-control-allow-origin')).toBe(run.tabOrigin);
    const claims = decodeJwt(json.access_token ?? '');
    expect(claims).toMatchObject({ aud: apiClientId, azp: teamsWebClientId, scp: 'access_as_user' });
    expect(`${claims.tid}/${claims.oid}`).toBe(head);
  });

  it('hands it to no other page', async () => {
    const { status, json } = await ask(`/local/token?person=${head}`, { headers: { Origin: 'https://elsewhere.example' } });
    expect([status, json.error?.code]).toEqual([403, 'forbidden']);
    expect((await ask('/local/people', { headers: { Origin: 'https://elsewhere.example' } })).status).toBe(403);
    expect((await ask('/local/people', { headers: { Origin: run.tabOrigin } })).status).toBe(200);
    expect((await ask(`/local/mail?to=head@council.example`, { headers: { Origin: run.tabOrigin } })).status).toBe(403);
  });

  it('says what is wrong with a request', async () => {
    expect((await ask('/local/token')).json.error?.message).toBe('`person` must be <tenantId>/<objectId>.');
    expect((await ask('/local/kitchen')).json.error?.message).toBe('The stand-in window does not serve GET /local/kitchen.');
    const broken = await ask('/local/chats/message', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' });
    expect([broken.status, broken.json.error?.message]).toEqual([400, 'The body is not JSON.']);
  });

  it('shows a commissioner the lists, page by page', async () => {
    const providers = await listId('Providers');
    const list = await ask(`/local/lists/${providers}?person=${commissioner}`);
    expect(list.json.columns).toContainEqual(expect.objectContaining({ name: 'DayPrice', displayName: 'Price per day' }));
    const first = await rowsIn(providers, 'All providers');
    expect([rowsOf(first).length, first.json.total]).toEqual([50, 60]);
    const second = await rowsIn(providers, 'All providers', 2);
    expect(rowsOf(second)).toHaveLength(10);
    expect(firstRow(second).fields.Title).toBe('Provider 51');
  });

  it('shows them by their views, and says whether the person may change a row', async () => {
    const providers = await listId('Providers');
    const { json } = await ask(`/local/lists/${providers}/face?person=${commissioner}`);
    expect(json).toMatchObject({
      mayEdit: true,
      views: [
        { title: 'All Items' },
        { title: 'All providers', isDefault: true, columns: ['LinkTitle', 'Status', 'DayPrice', 'CheckedOn'] },
        { title: 'Suspended' },
      ],
      formatters: { Status: expect.stringContaining('sp-field-severity') },
    });
    expect(rowsOf(await rowsIn(providers, 'Suspended')).map(({ fields }) => fields.Code)).toEqual(['P-60', 'P-30']);
    const callOffs = await listId('CallOffs');
    expect((await ask(`/local/lists/${callOffs}/face?person=${commissioner}`)).json).toMatchObject({ mayEdit: false });
    expect((await ask(`/local/lists/${providers}/items?person=${commissioner}&view=nosuch`)).status).toBe(404);
    expect((await ask(`/local/lists/${providers}/items?person=${commissioner}`)).status).toBe(400);
  });

  it('keeps what a commissioner changed in the row’s history, and puts an earlier version back', async () => {
    const providers = await listId('Providers');
    const row = firstRow(await rowsIn(providers, 'Suspended'));
    await change(providers, row.id, '*', { DayPrice: 12 });
    const path = `/local/lists/${providers}/items/${row.id}/versions`;
    const versions = rowsOf(await ask(`${path}?person=${commissioner}`));
    expect(versions.map(({ id }) => id)).toEqual(['2.0', '1.0']);
    expect(versions[0]?.lastModifiedBy).toMatchObject({ user: { id: commissioner.split('/')[1] } });
    const restored = await ask(`${path}/1.0?person=${commissioner}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(restored.status).toBe(204);
    expect(firstRow(await rowsIn(providers, 'Suspended')).fields.DayPrice).toBe(160);
  });

  it('lets the service refuse whoever has no rights on the site', async () => {
    const { status, json } = await ask(`/local/lists?person=${head}`);
    expect([status, json.error?.code]).toEqual([403, 'accessDenied']);
  });

  it('edits a row as the commissioner, and lets the service refuse a stale or impossible change', async () => {
    const providers = await listId('Providers');
    const row = firstRow(await rowsIn(providers, 'All providers'));
    const etag = row['@odata.etag'];
    expect(await change(providers, row.id, etag, { DayPrice: 99.5 })).toMatchObject({ status: 200, json: { DayPrice: 99.5 } });
    expect((await change(providers, row.id, etag, { DayPrice: 1 })).status).toBe(412);
    expect(await change(providers, row.id, '*', { Code: 'P-02' })).toMatchObject({
      status: 400,
      json: { error: { code: 'invalidRequest' } },
    });
    const again = await rowsIn(providers, 'All providers');
    expect(firstRow(again).fields).toMatchObject({ Code: 'P-01', DayPrice: 99.5 });
  });

  it('lets the service refuse edits of a list that people only read', async () => {
    const callOffs = await listId('CallOffs');
    const row = firstRow(await rowsIn(callOffs, 'All Items'));
    const refused = await change(callOffs, row.id, row['@odata.etag'], { Status: 'ordered' });
    expect([refused.status, refused.json.error?.code]).toEqual([403, 'accessDenied']);
  });

  it('says that the tenant is silent, and which', async () => {
    const lonely = await startWindow({ ...run.options, port: 0, tenantUrl: 'https://localhost:1' });
    const response = await fetch(`${lonely.url}/local/people`);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('The local tenant at https://localhost:1 does not answer');
    await lonely.close();
  });

  it('says so when its port is taken', async () => {
    const { port } = new URL(run.url);
    await expect(startWindow({ ...run.options, port: Number(port) })).rejects.toThrow(`Port ${port} is in use`);
  });
});
