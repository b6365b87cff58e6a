import { app, type Drive, driveRoom, type Json, makeList, SITE_ID } from './drive/drive-room.ts';

let drive: Drive;
let list: string;
beforeEach(async () => {
  drive = driveRoom();
  list = (await makeList(drive, [])).replace('/v1.0', '');
});
const JSON_BODY = { 'Content-Type': 'application/json' };
const create = (id: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: `${list}/items`,
  headers: JSON_BODY,
  body: { fields: { Title: id } },
  ...more,
});
const batch = (requests: readonly object[], address = '/v1.0/$batch') => drive.send('POST', address, { requests });
const byId = (body: Json) => Object.fromEntries(body.responses.map(({ id, status }: Json) => [id, status]));

test('[1.10.5 D] [1.10.10 D] each part is answered and charged by itself; the batch is 200', async () => {
  const answer = await batch([
    create('A'),
    { id: 'b', method: 'GET', url: `${list}/items/1?$expand=fields($select=Title)` },
    { id: 'c', method: 'GET', url: `${list}/items/99` },
  ]);
  expect([answer.status, answer.units]).toEqual([200, 4]);
  expect(byId(answer.body)).toEqual({ A: 201, b: 200, c: 404 });
  expect(answer.body.responses.find(({ id }: Json) => id === 'b').body.fields.Title).toBe('A');
});

test('[1.10.6 D] the order of the responses is not that of the requests', async () => {
  const { body } = await batch([create('1'), create('2')], '/$batch');
  expect(body.responses.map(({ id }: Json) => id)).toEqual(['2', '1']);
});

test('[1.10.7 D] [6.12 D] a part whose dependency failed is 424 and is not performed', async () => {
  const bad = create('a', { body: { fields: { Nope: 1 } } });
  const { body } = await batch([bad, create('b', { dependsOn: ['A'] }), create('c', { dependsOn: ['b'] }), create('d')]);
  expect(byId(body)).toEqual({ a: 400, b: 424, c: 424, d: 201 });
  expect((await drive.send('GET', `/v1.0${list}/items`)).body.value).toHaveLength(1);
});

test('If-Match of a part holds', async () => {
  await batch([create('a')]);
  const headers = { ...JSON_BODY, 'If-Match': '"stale,1"' };
  const { body } = await batch([{ id: 'x', method: 'PATCH', url: `${list}/items/1/fields`, headers, body: { Title: 'b' } }]);
  expect(byId(body)).toEqual({ x: 412 });
});

test('each part is authorised by itself', async () => {
  drive.be(app('Sites.Read.All'));
  const { body } = await batch([{ id: 'r', method: 'GET', url: `${list}/items` }, create('w')]);
  expect(byId(body)).toEqual({ r: 200, w: 403 });
});

test('what another room serves is named, not guessed', async () => {
  const { body } = await batch([{ id: 'u', method: 'GET', url: '/users/x' }]);
  expect(body.responses[0].status).toBe(501);
  expect(body.responses[0].body.error.message).toContain('/v1.0/users/x');
});

test.each([
  [
    'over 20 parts',
    () => Array.from({ length: 21 }, (_, index) => create(String(index))),
    'Number of requests in the batch exceeds the maximum of 20.',
  ],
  ['an id twice, whatever its case', () => [create('a'), create('A')], "Duplicate request id 'A' in the batch."],
  [
    'a body without Content-Type',
    () => [create('a', { headers: {} })],
    'Write request id : a does not contain Content-Type header or body.',
  ],
  [
    'an absolute url',
    () => [create('a', { url: `https://localhost:8443/v1.0/sites/${SITE_ID}` })],
    "The url of batch request 'a' must be relative.",
  ],
  ['an unknown dependency', () => [create('a', { dependsOn: ['z'] })], "Batch request 'a' depends on 'z', which does not come before it."],
  ['nothing', () => [], 'A batch needs requests.'],
])('[1.10.1 D] [1.10.2 D] [1.10.3 D] [1.10.4 D] %s is 400 for the whole batch', async (_what, requests, message) => {
  const answer = await batch(requests());
  expect([answer.status, answer.body.error.code, answer.body.error.message]).toEqual([400, 'BadRequest', message]);
  expect((await drive.send('GET', `/v1.0${list}/items`)).body.value).toEqual([]);
});
