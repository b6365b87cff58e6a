import { lots } from '@ap/shared/lists/lots';
import { Client, type Middleware } from '@microsoft/microsoft-graph-client';
import { guardedList } from './guarded-list.ts';
import { listFeed } from './list-feed.ts';
import { listStore } from './list-store.ts';

const ownAppId = '00000000-0000-4000-8000-00000000000a';
const lot = { Title: 'AP-2026-1', FrameworkRef: 'AP-2026', Number: 1, Name: 'Therapeutic', Status: 'open' } as const;

/** One row behind the real client of Graph, as the product writes it and its guard reads it, and how often its versions were asked for. */
const aRow = () => {
  const row = { version: 0, fields: {} as Record<string, unknown>, versionsAsked: 0 };
  const eTag = (): string => `"07bfcdd5-450d-48ce-8dc3-04f7f59edc5f,${row.version}"`;
  const written = (fields: object): void => {
    row.version += 1;
    row.fields = { ...row.fields, ...fields, _UIVersionString: `${row.version}.0` };
  };
  const answerTo = (url: string, told: { readonly fields?: object } | undefined): object => {
    if (url.includes('/versions')) {
      row.versionsAsked += 1;
      return { value: [] };
    }
    if (told) written(told.fields ?? told);
    const isOfFields = url.endsWith('/fields');
    const item = { id: '1', '@odata.etag': eTag(), fields: row.fields, lastModifiedBy: { application: { id: ownAppId } } };
    return isOfFields ? { '@odata.etag': eTag(), ...row.fields } : item;
  };
  const middleware: Middleware = {
    execute: async (context) => {
      const told = context.options?.body === undefined ? undefined : JSON.parse(String(context.options.body));
      const body = JSON.stringify(answerTo(new URL(String(context.request)).pathname, told));
      context.response = new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
    },
  };
  const client = Client.initWithMiddleware({ middleware, baseUrl: 'https://graph.example/', customHosts: new Set(['graph.example']) });
  const sitePath = async (): Promise<string> => '/sites/s';
  const feed = listFeed(client, sitePath, lots);
  const store = listStore(client, sitePath, lots, feed);
  const guard = guardedList(lots, { client, sitePath, tenantId: 't', ownAppId, refresh: async () => undefined, feed });
  return { row, eTag, written, store, guard };
};

test('versions that the product wrote one after another are told by the last, with no request; once somebody else wrote between them they are read', async () => {
  const { row, eTag, written, store, guard } = aRow();
  const versionsAfter = async (version: number) => {
    const present = await guard.read(1);
    return present ? guard.versionsAfter(present, version) : [];
  };
  await store.add(lot);
  await store.update({ id: 1, eTag: eTag() }, { Name: 'Tuition' });
  await store.update({ id: 1, eTag: eTag() }, { Status: 'closed' });
  expect((await versionsAfter(0)).map(({ version, found }) => [version, found.content])).toEqual([
    [3, { ...lot, Name: 'Tuition', Status: 'closed' }],
  ]);
  expect(row.versionsAsked).toBe(0);
  written({ Name: 'By hand' });
  await store.update({ id: 1, eTag: eTag() }, { Status: 'open' });
  await versionsAfter(3);
  expect(row.versionsAsked).toBe(1);
});
