import { type Drive, driveRoom, makeList, refusal } from '../drive/drive-room.ts';
import { sharePointRoomIn } from '../room.ts';

const columns = [
  { name: 'Status', choice: { choices: ['Open', 'Closed'] }, indexed: true },
  { name: 'Rank', number: {}, indexed: true },
  { name: 'Day', dateTime: {}, indexed: true },
  { name: 'Live', boolean: {} },
  { name: 'Who', personOrGroup: {}, indexed: true },
  { name: 'Plain', text: {} },
];

let drive: Drive;
let list: string;
const fill = async (): Promise<void> => {
  list = await makeList(drive, columns);
  await drive.send('PATCH', `${list}/columns/Title`, { indexed: true });
  const rows = [
    { Title: "O'Neill", Status: 'Open', Rank: 3, Day: '2026-01-01', WhoLookupId: 3 },
    { Title: 'beta', Status: 'Closed', Rank: 1, Day: '2026-02-01', WhoLookupId: 4 },
    { Title: 'Alpha', Status: 'open'.replace('o', 'O'), Rank: 2 },
    { Title: 'gamma' },
  ];
  for (const fields of rows) await drive.send('POST', `${list}/items`, { fields });
};
const query = (text: string, headers = {}) => drive.send('GET', `${list}/items?${text}`, undefined, headers);
const ids = async (text: string) => {
  const answer = await query(text);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.value.map(({ id }: { id: string }) => Number(id));
};
beforeEach(async () => {
  drive = driveRoom();
  await fill();
});

test.each([
  ["fields/Status eq 'open'", [1, 3]],
  ["fields/Title eq 'O''Neill'", [1]],
  ["startswith(fields/Title,'AL')", [3]],
  ['fields/Rank ge 2', [1, 3]],
  ['fields/Rank lt 2', [2]],
  ['fields/Rank ne 2', [1, 2]],
  ['fields/Rank gt 1 and fields/Rank le 3', [1, 3]],
  ["fields/Day ge '2026-01-15T00:00:00Z'", [2]],
  ['fields/Day lt 2026-01-15T00:00:00Z', [1]],
  ['fields/WhoLookupId eq 3', [1]],
  ["fields/WhoLookupId eq '4'", [2]],
  ["fields/Rank eq 1 or fields/Rank eq 3 and fields/Status eq 'Closed'", [2]],
  ["(fields/Rank eq 1 or fields/Rank eq 3) and fields/Status eq 'Open'", [1]],
])('[1.7.1 D] [1.7.2 F] $filter=%s', async (filter, expected) => {
  expect(await ids(`$filter=${encodeURIComponent(filter)}`)).toEqual(expected);
});

test('+ and %20 both mean a space, and option names may come without $', async () => {
  expect(await ids("filter=fields/Status+eq+'Closed'")).toEqual([2]);
});

test('$orderby sorts by indexed fields, without regard to case, empty first', async () => {
  expect(await ids('$orderby=fields/Title')).toEqual([3, 2, 4, 1]);
  expect(await ids('$orderby=fields/Rank desc')).toEqual([1, 3, 2, 4]);
  expect(await ids('$orderby=fields/Status,fields/Rank desc')).toEqual([4, 2, 1, 3]);
});

test('[1.1.3 F] [1.4.5 F] $select keeps properties in any case, $expand brings the selected fields', async () => {
  const answer = await query('$select=Id&$expand=fields($select=Title)&$top=1');
  const [first] = answer.body.value;
  expect(Object.keys(first).filter((key) => !key.includes('@'))).toEqual(['id', 'fields']);
  expect(first.fields).toEqual({ '@odata.etag': expect.any(String), Title: "O'Neill" });
  expect(answer.units).toBe(2);
});

const NOT_INDEXED = (name: string) =>
  `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`;
const PAGING = 'is not supported on this API. Only URLs returned by the API can be used to page.';
const IGNORED = 'LOCAL TENANT: the real service silently ignores this: ';

test.each([
  ["$filter=fields/Plain eq 'x'", 400, 'invalidRequest', NOT_INDEXED('Plain')],
  ["$filter=fields/Status eq 'Open' and fields/Plain eq 'x'", 400, 'invalidRequest', NOT_INDEXED('Plain')],
  ['$orderby=fields/Plain', 400, 'invalidRequest', NOT_INDEXED('Plain')],
  ["$filter=Title eq 'x'", 400, 'BadRequest', 'Invalid filter clause'],
  ["$filter=fields/Title eq 'x", 400, 'BadRequest', 'Invalid filter clause'],
  ["$filter=(fields/Title eq 'x'", 400, 'BadRequest', 'Invalid filter clause'],
  ["$filter=contains(fields/Title,'x')", 400, 'invalidRequest', 'The provided filter statement is not supported'],
  ["$filter=not(fields/Title eq 'x')", 400, 'invalidRequest', 'The provided filter statement is not supported'],
  ["$filter=fields/Title in ('x')", 400, 'invalidRequest', 'The provided filter statement is not supported'],
  ["$filter=fields/Nope eq 'x'", 400, 'invalidRequest', "Field 'Nope' is not recognized"],
  ["$filter=fields/Rank eq 'x'", 400, 'invalidRequest', 'Invalid request'],
  ["$filter=fields/Who eq 'Olive'", 501, 'notSupported', `${IGNORED}fields/Who names a lookup by its value; use fields/WhoLookupId`],
  ['$orderby=lastModifiedDateTime desc', 501, 'notSupported', `${IGNORED}$orderby=lastModifiedDateTime`],
  ['$orderby=id desc', 501, 'notSupported', `${IGNORED}$orderby=id`],
  [
    '$filter=createdDateTime ge 2026-01-01T00:00:00Z',
    501,
    'notSupported',
    "LOCAL TENANT: it is not established how the real service filters by 'createdDateTime'",
  ],
  ['$filter=fields/Title eq null', 501, 'notSupported', 'LOCAL TENANT: it is not established how the real service compares with null'],
  ['$count=true', 400, 'invalidRequest', `$count ${PAGING}`],
  ['$skip=10', 400, 'invalidRequest', `$skip ${PAGING}`],
  ['$search=x', 501, 'notImplemented', 'LOCAL TENANT: the query option $search on this address is not served here'],
  ['$top=0', 400, 'BadRequest', "Invalid value '0' for $top query option found."],
  ['$skiptoken=made-by-hand', 400, 'invalidRequest', 'Invalid request'],
  ['$expand=driveItem', 501, 'notImplemented', 'LOCAL TENANT: $expand=driveItem is not served here'],
  ['$expand=fields($select=Nope)', 400, 'invalidRequest', "Field 'Nope' is not recognized"],
  [
    '$expand=fields(select=Title)',
    400,
    'BadRequest',
    "Parsing OData Select and Expand failed: Term 'select=Title' is not valid in a $select or $expand expression.",
  ],
  [
    '$select=titel',
    400,
    'BadRequest',
    "Parsing OData Select and Expand failed: Could not find a property named 'titel' on type 'microsoft.graph.listItem'.",
  ],
])(
  '[1.4.5 F] [1.7.1 D] [1.7.2 F] [1.7.3 F] [1.7.8 F] [1.7.9 F] [1.7.10 F] [1.7.11 F] [6.1 F] [6.2 F] %s is refused',
  async (text, status, code, message) => {
    expect(refusal(await query(text))).toEqual([status, code, message]);
  },
);

test('[1.7.8 F] items/$count is refused as $count is', async () => {
  expect(refusal(await drive.send('GET', `${list}/items/$count`))).toEqual([400, 'invalidRequest', `$count ${PAGING}`]);
});

test('the header that allows queries without an index is not for product code', async () => {
  const answer = await query("$filter=fields/Plain eq 'x'", { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' });
  expect(answer.status).toBe(501);
  expect(answer.body.error.message).toContain('product code must not send');
});

describe('FAITHFUL really ignores what the service ignores', () => {
  beforeEach(async () => {
    drive = driveRoom({ room: sharePointRoomIn('faithful') });
    await fill();
  });

  test('[1.7.9 F] an order by a property of the item', async () => {
    expect(await ids('$orderby=id desc')).toEqual([1, 2, 3, 4]);
    expect(await ids('$orderby=lastModifiedDateTime desc')).toEqual([1, 2, 3, 4]);
  });

  test('[1.7.10 F] a filter by what a lookup shows', async () => {
    expect(await ids("$filter=fields/Who eq 'Olive'")).toEqual([1, 2, 3, 4]);
  });

  test('[1.4.5 F] takes a nested select without its sign, as the documentation prints it', async () => {
    expect((await query('$expand=fields(select=Title)')).status).toBe(200);
  });

  test('[1.5.12 F] the lookups after the twelfth are not there, even when they alone were selected', async () => {
    const people = Array.from({ length: 13 }, (_, index) => ({ name: `P${index}`, personOrGroup: {} }));
    list = await makeList(drive, people, 'People');
    const fields = Object.fromEntries(people.map(({ name }) => [`${name}LookupId`, 3]));
    await drive.send('POST', `${list}/items`, { fields });
    const names = people.map(({ name }) => `${name}LookupId`);
    const [row] = (await query(`$expand=fields($select=${names.join(',')})`)).body.value;
    expect(Object.keys(row.fields).filter((name) => name.startsWith('P'))).toEqual(names.slice(0, 12));
    const [told] = (await drive.send('GET', `${list}/items/delta?$expand=fields($select=${names.join(',')})`)).body.value;
    expect(told.fields).not.toHaveProperty('P12LookupId');
    expect((await drive.send('GET', `${list}/items/1/fields`)).body).toHaveProperty('P12LookupId', '3');
  });
});

test('[1.5.11 D] [1.5.12 F] a collection with more than 12 lookups is refused, because the service drops the 13th', async () => {
  const people = Array.from({ length: 9 }, (_, index) => ({ name: `P${index}`, personOrGroup: {} }));
  list = await makeList(drive, people, 'People');
  expect(refusal(await query('$expand=fields'))).toEqual([
    501,
    'notSupported',
    `${IGNORED}lookup and person columns after the 12th (13 are read)`,
  ]);
  expect((await query('$expand=fields($select=Title,P0LookupId)')).status).toBe(200);
});
