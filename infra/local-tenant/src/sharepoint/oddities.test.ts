import { type Drive, driveRoom, type Json, makeList, refusal, SITE_ID } from './drive/drive-room.ts';
import { type Oddities, oddities } from './oddities.ts';
import { sharePointRoomIn } from './room.ts';

let drive: Drive;
let odd: Oddities;
let list: string;
beforeEach(async () => {
  odd = oddities();
  drive = driveRoom({ room: sharePointRoomIn('strict', { oddities: odd }) });
  list = await makeList(drive, [{ name: 'Code', text: {}, indexed: true }]);
  for (const Title of ['a', 'b', 'c', 'd']) await drive.send('POST', `${list}/items`, { fields: { Title, Code: Title } });
});
const patch = (fields: object, headers = {}) => drive.send('PATCH', `${list}/items/1/fields`, fields, headers);
const delta = `/items/delta?$expand=fields($select=Title)`;
const told = ({ value }: Json): readonly string[] => value.map((row: Json) => `${row.id} ${row.fields?.Title ?? 'deleted'}`);

test('nothing odd happens by itself, and what was asked for happens so often and no more', async () => {
  odd.expect('findsNothing', 2);
  const found = async (): Promise<number> => (await drive.send('GET', `${list}/items?$filter=fields/Code eq 'b'`)).body.value.length;
  expect([await found(), await found(), await found()]).toEqual([0, 0, 1]);
  expect(odd.left()).toEqual({});
});

test('[1.2.4 F] a list may be made without a column that was asked for', async () => {
  odd.expect('losesColumn', 1);
  const columns = [
    { name: 'One', text: {} },
    { name: 'Two', text: {} },
  ];
  const made = await drive.send('POST', `/v1.0/sites/${SITE_ID}/lists`, { displayName: 'Short', columns });
  const read = await drive.send('GET', `/v1.0/sites/${SITE_ID}/lists/Short/columns`);
  expect(made.status).toBe(201);
  const names = read.body.value.map(({ name }: Json) => name);
  expect([names.includes('One'), names.includes('Two')]).toEqual([true, false]);
});

test('[1.6.5 F] a write without If-Match may be answered 409 resourceModified, and is not performed', async () => {
  odd.expect('savesConflict', 1);
  expect(refusal(await patch({ Title: 'z' })).slice(0, 2)).toEqual([409, 'resourceModified']);
  expect((await drive.send('GET', `${list}/items/1/fields`)).body.Title).toBe('a');
  expect((await patch({ Title: 'z' })).status).toBe(200);
});

test('[1.6.4 F] a stale eTag is 412 under another code too', async () => {
  odd.expect('says412Otherwise', 1);
  const stale = { 'if-match': '"stale,1"' };
  expect(refusal(await patch({}, stale)).slice(0, 2)).toEqual([412, 'notAllowed']);
  expect(refusal(await patch({}, stale)).slice(0, 2)).toEqual([412, 'resourceModified']);
});

test('[1.7.12 F] a filter may find nothing although the row is there', async () => {
  odd.expect('findsNothing', 1);
  expect(await drive.send('GET', `${list}/items?$filter=fields/Code eq 'b'`)).toMatchObject({ status: 200, body: { value: [] } });
});

test('[1.9.4 D] a row may be told twice, the last time as it is', async () => {
  await patch({ Title: 'a2' });
  odd.expect('repeatsRows', 1);
  const { body } = await drive.send('GET', `${list}${delta}`);
  expect(told(body)).toEqual(['2 b', '3 c', '4 d', '1 a', '2 b', '3 c', '4 d', '1 a2']);
});

test('[1.9.4 D] an enumeration may run backwards; what changes meanwhile is told at its end', async () => {
  odd.expect('runsBackwards', 1);
  const first = await drive.send('GET', `${list}${delta}&$top=2`);
  expect(told(first.body)).toEqual(['4 d', '3 c']);
  await drive.send('PATCH', `${list}/items/2/fields`, { Title: 'b2' });
  await drive.send('DELETE', `${list}/items/1`);
  const pages = [];
  let next = first.body['@odata.nextLink'];
  let last = '';
  while (next !== undefined) {
    const { body } = await drive.send('GET', next);
    pages.push(...told(body));
    next = body['@odata.nextLink'];
    last = body['@odata.deltaLink'] ?? last;
  }
  expect(pages).toEqual(['2 b2', '1 deleted']);
  await drive.send('PATCH', `${list}/items/3/fields`, { Title: 'c2' });
  expect(told((await drive.send('GET', last)).body)).toEqual(['3 c2']);
});

test.each([
  ['forgetsDelta', 'resyncChangesApplyDifferences', undefined],
  ['forgetsDeltaOtherwise', 'resyncRequired', 'resyncApplyDifferences'],
] as const)(
  '[1.9.6 D] [6.8 D] a delta link may be forgotten half-way (%s): 410 %s with where to begin afresh',
  async (oddity, code, inner) => {
    const first = await drive.send('GET', `${list}${delta}&$top=2`);
    odd.expect(oddity, 1);
    const forgotten = await drive.send('GET', first.body['@odata.nextLink']);
    expect(refusal(forgotten).slice(0, 2)).toEqual([410, code]);
    expect(forgotten.body.error.innerError.code).toBe(inner);
    expect(told((await drive.send('GET', forgotten.headers.Location ?? '')).body)).toEqual(['1 a', '2 b']);
  },
);
