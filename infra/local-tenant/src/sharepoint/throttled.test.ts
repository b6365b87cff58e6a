import { type Quota, quota } from '../throttling/quota.ts';
import { type Drive, driveRoom, type Json, makeList, refusal, SITE_ID } from './drive/drive-room.ts';
import { sharePointRoomIn } from './room.ts';

const SITE = `/v1.0/sites/${SITE_ID}`;
let drive: Drive;
let quotas: Quota;
let list: string;
beforeEach(async () => {
  quotas = quota(() => drive.clock.now);
  drive = driveRoom({ room: sharePointRoomIn('strict', { quota: quotas }) });
  list = await makeList(drive, []);
  await drive.send('POST', `${list}/items`, { fields: { Title: 'a' } });
});
const limit = (perMinute: number): void => quotas.limit({ perMinute, perDay: 1_000_000, perTenant: 1_000_000 });
const latest = async (): Promise<string> => (await drive.send('GET', `${list}/items/delta?token=latest`)).body['@odata.deltaLink'];

describe('what a request costs', () => {
  test.each<readonly [string, number, () => Promise<{ readonly units: number | undefined }>]>([
    ['[2.1 D] one item', 1, () => drive.send('GET', `${list}/items/1?$expand=fields`)],
    ['[2.1 D] its fields', 1, () => drive.send('GET', `${list}/items/1/fields`)],
    ['[2.1 D] delta with a token', 1, async () => drive.send('GET', await latest())],
    ['[2.1 D] one site', 1, () => drive.send('GET', SITE)],
    ['[2.1 D] one list', 1, () => drive.send('GET', list)],
    ['[2.1 D] one version', 1, () => drive.send('GET', `${list}/items/1/versions/1.0`)],
    ['[2.2 D] many items', 2, () => drive.send('GET', `${list}/items`)],
    ['[2.2 D] many lists', 2, () => drive.send('GET', `${SITE}/lists`)],
    ['[2.2 D] many columns', 2, () => drive.send('GET', `${list}/columns`)],
    ['[2.2 D] many versions', 2, () => drive.send('GET', `${list}/items/1/versions`)],
    ['[2.2 D] a new item', 2, () => drive.send('POST', `${list}/items`, { fields: {} })],
    ['[2.2 D] a change of fields', 2, () => drive.send('PATCH', `${list}/items/1/fields`, { Title: 'b' })],
    ['[2.2 D] a change of the item', 2, () => drive.send('PATCH', `${list}/items/1`, { fields: { Title: 'b' } })],
    ['[2.2 D] a deletion', 2, () => drive.send('DELETE', `${list}/items/1`)],
    ['[2.2 D] delta without a token', 2, () => drive.send('GET', `${list}/items/delta`)],
    ['[2.2 D] a refused write', 2, () => drive.send('PATCH', `${list}/items/1/fields`, { Nope: 1 })],
    ['[2.3 D] permissions of a site', 5, () => drive.send('GET', `${SITE}/permissions`)],
  ])('%s costs %i', async (_what, units, ask) => {
    expect((await ask()).units).toBe(units);
  });

  test('[2.3 D] permissions as an expansion are refused aloud, so nobody pays five units unseen', async () => {
    expect(refusal(await drive.send('GET', `${list}/items/1?$expand=permissions`))[0]).toBe(501);
  });
});

test('[2.6 D] [6.13 D] over the quota an app is answered 429 activityLimitReached with Retry-After, and nothing is performed', async () => {
  limit(3);
  await drive.send('GET', `${list}/items`);
  const refused = await drive.send('PATCH', `${list}/items/1/fields`, { Title: 'b' });
  expect(refusal(refused)).toEqual([429, 'activityLimitReached', 'The request has been throttled']);
  expect(refused.headers['Retry-After']).toBe('60');
  drive.clock.now = new Date(drive.clock.now.getTime() + 60_000);
  expect((await drive.send('GET', `${list}/items/1/fields`)).body.Title).toBe('a');
});

test('[2.8 D] an answer at 80 % of the minute says what is left of it; a failed one too', async () => {
  limit(5);
  expect((await drive.send('GET', `${list}/items`)).headers).not.toHaveProperty('RateLimit-Limit');
  expect((await drive.send('GET', `${list}/items`)).headers).toMatchObject({ 'RateLimit-Limit': '5', 'RateLimit-Remaining': '1' });
  expect((await drive.send('GET', `${list}/items/99`)).headers).toMatchObject({ 'RateLimit-Remaining': '0', 'RateLimit-Reset': '60' });
});

test('[1.10.9 D] [1.10.10 D] the parts of a batch are charged one by one: some go through, the others are 429 each, the batch is 200', async () => {
  limit(5);
  const requests = ['1', '2', '3'].map((id) => ({
    id,
    method: 'POST',
    url: `${list.replace('/v1.0', '')}/items`,
    headers: { 'Content-Type': 'application/json' },
    body: { fields: { Title: id } },
  }));
  const { status, headers, body } = await drive.send('POST', '/v1.0/$batch', { requests });
  expect([status, headers]).toEqual([200, {}]);
  const parts = new Map<string, Json>(body.responses.map((part: Json) => [part.id, part]));
  expect([...parts].map(([id, part]) => [id, part.status]).sort()).toEqual([
    ['1', 201],
    ['2', 201],
    ['3', 429],
  ]);
  expect(parts.get('3')).toMatchObject({
    headers: { 'Retry-After': '60', 'RateLimit-Remaining': '0' },
    body: { error: { code: 'activityLimitReached' } },
  });
  expect(quotas.read().apps).toMatchObject([{ minute: 6 }]);
});
