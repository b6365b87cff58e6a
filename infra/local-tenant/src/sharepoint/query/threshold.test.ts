import { type Drive, driveRoom, makeList, memoryPersistence, refusal } from '../drive/drive-room.ts';
import { oddities } from '../oddities.ts';
import { sharePointRoomIn } from '../room.ts';

const ROWS = 5_001;
const odd = oddities();
const persistence = memoryPersistence();
let drive: Drive;
let list: string;
beforeAll(async () => {
  drive = driveRoom({ persistence, room: sharePointRoomIn('strict', { oddities: odd }) });
  list = await makeList(drive, [
    { name: 'Year', text: {}, indexed: true },
    { name: 'Number', number: {}, indexed: true },
  ]);
  for (let number = 1; number <= ROWS; number++) await drive.send('POST', `${list}/items`, { fields: { Year: '2026', Number: number } });
});
const query = (filter: string) => drive.send('GET', `${list}/items?$filter=${encodeURIComponent(filter)}`);
const TOO_MANY = [422, 'notSupported', 'The request is unprocessable because it uses too many resources'];

test('[1.7.4 F] [1.7.5 F] [6.10 F] a first predicate that reads over 5,000 rows is 422 tooManyResources, whatever the second says', async () => {
  const answer = await query("fields/Year eq '2026' and fields/Number eq 7");
  expect(refusal(answer)).toEqual(TOO_MANY);
  expect(answer.body.error.innerError.code).toBe('tooManyResources');
});

test('[1.7.5 F] the same question with the selective predicate first is answered', async () => {
  const answer = await query("fields/Number eq 7 and fields/Year eq '2026'");
  expect(answer.body.value.map(({ id }: { id: string }) => id)).toEqual(['7']);
});

test.each(['fields/Number ge 1', 'fields/Number ne 7', "fields/Number eq 7 or fields/Year eq '2026'"])(
  '%s reads too much',
  async (filter) => {
    expect(refusal(await query(filter))).toEqual(TOO_MANY);
  },
);

test('[1.7.6 F] 5,000 rows are allowed, and are the largest page; a list is read to its end without a filter', async () => {
  expect((await query('fields/Number ge 2')).status).toBe(200);
  const page = await drive.send('GET', `${list}/items?$top=9999`);
  expect(page.body.value).toHaveLength(5_000);
  const rest = await drive.send('GET', page.body['@odata.nextLink']);
  expect(rest.body.value).toHaveLength(1);
  expect(rest.body).not.toHaveProperty('@odata.nextLink');
});

test('[1.7.6 F] a page without $top holds 200 rows', async () => {
  expect((await drive.send('GET', `${list}/items`)).body.value).toHaveLength(200);
});

test('[1.7.4 F] years ago the same was answered 429, which a switch brings back', async () => {
  odd.expect('throttlesThreshold', 1);
  expect(refusal(await query("fields/Year eq '2026'"))).toEqual([429, 'activityLimitReached', 'The request has been throttled']);
  expect(refusal(await query("fields/Year eq '2026'"))).toEqual(TOO_MANY);
});

test('[1.7.9 F] FAITHFUL: an order that is ignored over more than 5,000 rows is throttled', async () => {
  const faithful = driveRoom({ persistence, room: sharePointRoomIn('faithful') });
  expect(refusal(await faithful.send('GET', `${list}/items?$orderby=id desc`)).slice(0, 2)).toEqual([429, 'activityLimitReached']);
  expect((await faithful.send('GET', `${list}/items?$orderby=fields/Number desc&$top=1`)).body.value).toMatchObject([{ id: String(ROWS) }]);
});
