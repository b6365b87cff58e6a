import { type Drive, driveRoom, type Json, makeList, refusal, SITE_ID } from '../drive/drive-room.ts';

const LISTS = `/v1.0/sites/${SITE_ID}/lists`;
let drive: Drive;
beforeEach(() => {
  drive = driveRoom();
});

describe('lists', () => {
  test('[1.2.7 F] a new site already has its Documents', async () => {
    const { body, units } = await drive.send('GET', `${LISTS}?$select=displayName,list`);
    expect(body.value).toMatchObject([{ displayName: 'Documents', list: { template: 'documentLibrary' } }]);
    expect(units).toBe(2);
  });

  test('[1.2.1 D] a list is made with its columns, found by title, renamed and deleted', async () => {
    const columns = [{ name: 'Code', text: {} }];
    const made = await drive.send('POST', LISTS, { displayName: 'Rate cards', description: 'Prices', columns });
    expect(made).toMatchObject({ status: 201, body: { displayName: 'Rate cards', list: { template: 'genericList' } } });
    const read = await drive.send('GET', `${LISTS}/Rate%20cards?$expand=columns`);
    expect(read.body.columns.map(({ name }: Json) => name)).toEqual(expect.arrayContaining(['Title', 'Code', 'Created']));
    expect((await drive.send('PATCH', `${LISTS}/${made.body.id}`, { displayName: 'Rates' })).body.displayName).toBe('Rates');
    expect((await drive.send('DELETE', `${LISTS}/${made.body.id}`)).status).toBe(204);
    expect((await drive.send('GET', `${LISTS}/Rates`)).status).toBe(404);
  });

  test('[1.2.8 F] a list of events, as a communication site comes with, says that it is none of the generic ones', async () => {
    await drive.send('POST', LISTS, { displayName: 'Events', list: { template: 'events' } });
    const read = await drive.send('GET', `${LISTS}/Events?$expand=columns`);
    expect(read.body.list).toMatchObject({ template: 'events' });
    expect(read.body.columns.map(({ name }: Json) => name)).toEqual(expect.arrayContaining(['Title', 'EventDate', 'EndDate']));
    const item = await drive.send('POST', `${LISTS}/Events/items`, { fields: { Title: 'Open day' } });
    expect(item.status).toBe(400);
  });

  test('[1.2.5 F] $filter knows displayName eq only', async () => {
    await makeList(drive, [], "Rory's");
    const found = await drive.send('GET', `${LISTS}?$filter=displayName eq 'Rory''s'`);
    expect(found.body.value).toHaveLength(1);
    const refused = await drive.send('GET', `${LISTS}?$filter=name eq 'x'`);
    expect(refusal(refused)).toEqual([400, 'invalidRequest', 'The provided filter statement is not supported']);
  });

  test.each([
    [
      { name: 'x', displayName: 'x' },
      400,
      'invalidRequest',
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    ],
    [{}, 400, 'invalidRequest', "A list needs a 'displayName'."],
    [{ displayName: 'documents' }, 409, 'nameAlreadyExists', 'The specified name already exists.'],
    [
      { displayName: 'x', list: { template: 'survey' } },
      501,
      'notImplemented',
      'LOCAL TENANT: a list of template survey is not served here',
    ],
    [{ displayName: 'x', columns: [{ name: 'A' }] }, 400, 'invalidRequest', 'A column needs exactly one type facet.'],
  ])('[1.2.2 F] [1.2.3 F] [6.7 F] %j is refused', async (body, status, code, message) => {
    expect(refusal(await drive.send('POST', LISTS, body))).toEqual([status, code, message]);
    expect((await drive.send('GET', LISTS)).body.value).toHaveLength(1);
  });
});

describe('columns', () => {
  let columns: string;
  beforeEach(async () => {
    columns = `${await makeList(drive, [{ name: 'Code', text: {} }])}/columns`;
  });
  const post = (body: object) => drive.send('POST', columns, body);

  test('[1.3.1 D] [1.3.4 D] [1.3.13 F] defaults are those of the service', async () => {
    const made = await post({ name: 'Lot name', text: {} });
    expect(made).toMatchObject({
      status: 201,
      units: 2,
      body: { name: 'Lot_x0020_name', displayName: 'Lot name', text: { maxLength: 255 } },
    });
    expect(made.body).toMatchObject({ indexed: false, enforceUniqueValues: false, required: false, hidden: false, readOnly: false });
  });

  test('[1.3.3 D] each type is shown with the members that it has, and with no other type', async () => {
    const target = (await makeList(drive, [], 'Targets')).split('/').at(-1);
    const members: Readonly<Record<string, readonly string[]>> = {
      text: ['allowMultipleLines', 'appendChangesToExistingText', 'linesForEditing', 'maxLength', 'textType'],
      choice: ['allowTextEntry', 'choices', 'displayAs'],
      number: ['decimalPlaces', 'displayAs', 'maximum', 'minimum'],
      currency: ['locale'],
      dateTime: ['displayAs', 'format'],
      boolean: [],
      lookup: ['allowMultipleValues', 'allowUnlimitedLength', 'columnName', 'listId', 'primaryLookupColumnId'],
      personOrGroup: ['allowMultipleSelection', 'chooseFromType', 'displayAs'],
    };
    const asked: Json = { choice: { choices: ['A'] }, number: { minimum: 0, maximum: 9 }, lookup: { listId: target } };
    for (const [facet, known] of Object.entries(members)) {
      const { body } = await post({ name: `A${facet}`, [facet]: asked[facet] ?? {} });
      expect(Object.keys(members).filter((each) => each in body)).toEqual([facet]);
      expect(Object.keys(body[facet]).filter((member) => !known.includes(member))).toEqual([]);
    }
  });

  test('[1.3.11 D] [1.3.12 D] hidden columns are listed only with $select=hidden; hyperlink facets are never read back', async () => {
    await post({ name: 'Inner', text: {}, hidden: true });
    expect((await post({ name: 'Link', hyperlinkOrPicture: {} })).body).not.toHaveProperty('hyperlinkOrPicture');
    const names = async (query: string) => (await drive.send('GET', `${columns}${query}`)).body.value.map(({ name }: Json) => name);
    expect(await names('')).not.toContain('Inner');
    expect(await names('?$select=name,hidden')).toContain('Inner');
  });

  test('[1.3.13 F] title, index, choices and limits can be changed; name and type cannot', async () => {
    const { body } = await post({ name: 'Kind', choice: { choices: ['A'] } });
    const changed = await drive.send('PATCH', `${columns}/${body.id}`, {
      indexed: true,
      displayName: 'Sort',
      choice: { choices: ['A', 'B'] },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Kind', displayName: 'Sort', indexed: true, choice: { choices: ['A', 'B'] } },
    });
    expect((await drive.send('GET', `${columns}/Kind`)).body).toEqual(changed.body);
    expect((await drive.send('PATCH', `${columns}/Kind`, { name: 'Other' })).status).toBe(400);
    expect((await drive.send('PATCH', `${columns}/Kind`, { text: {} })).status).toBe(400);
    expect((await drive.send('PATCH', `${columns}/Kind`, { choice: { displayAs: 'checkBoxes' } })).status).toBe(400);
    expect((await drive.send('PATCH', `${columns}/Nope`, {})).status).toBe(404);
  });

  test.each([
    [{ name: '_x', text: {} }, 400, "Field '_x' is not recognized"],
    [{ name: 'A', text: {}, number: {} }, 400, 'A column needs exactly one type facet.'],
    [{ name: 'A', text: { maxLength: 256 } }, 400, "The value of 'maxLength' must be from 1 to 255."],
    [{ name: 'A', choice: { choices: [] } }, 400, "The value of 'choices' must be a list of texts."],
    [{ name: 'code', text: {} }, 409, 'The specified name already exists.'],
    [{ name: 'Created', text: {} }, 409, 'The specified name already exists.'],
    [{ name: 'A', text: { allowMultipleLines: true }, indexed: true }, 400, "Field 'A' cannot be indexed."],
    [{ name: 'A', choice: { choices: ['x'], displayAs: 'checkBoxes' }, indexed: true }, 400, "Field 'A' cannot be indexed."],
    [{ name: 'A', text: {}, enforceUniqueValues: true }, 400, "Field 'A' must be indexed to enforce unique values."],
    [{ name: 'A', boolean: {}, indexed: true, enforceUniqueValues: true }, 400, "Field 'A' cannot enforce unique values."],
    [{ name: 'A', number: {}, defaultValue: { value: 'many' } }, 400, 'Invalid request'],
    [{ name: 'A', calculated: { formula: '=1' } }, 501, 'LOCAL TENANT: a column of type calculated is not served here'],
    [
      { name: 'A', text: { textType: 'richText' } },
      501,
      'LOCAL TENANT: text.textType richText (the real service rewrites its HTML) is not served here',
    ],
    [{ name: 'A'.repeat(33), text: {} }, 501, `LOCAL TENANT: the internal name '${'A'.repeat(33)}' is over 32 characters and would be cut`],
    [{ name: 'A', text: {}, colour: 'red' }, 400, "The property 'colour' does not exist on type 'microsoft.graph.columnDefinition'."],
  ])('[1.3.2 D] [1.3.5 F] [1.3.7 D] [1.3.8 F] [1.3.14 F] %j is refused', async (body, status, message) => {
    const [foundStatus, , foundMessage] = refusal(await post(body));
    expect([foundStatus, foundMessage]).toEqual([status, message]);
  });

  test('[1.3.10 F] a list has at most 20 indexed columns', async () => {
    for (let count = 0; count < 20; count++) expect((await post({ name: `I${count}`, text: {}, indexed: true })).status).toBe(201);
    expect(refusal(await post({ name: 'I20', text: {}, indexed: true }))).toEqual([
      400,
      'invalidRequest',
      'A list can have at most 20 indexed columns.',
    ]);
  });

  test('[1.3.8 F] unique values cannot be turned on over duplicates, nor lose their index', async () => {
    const items = columns.replace('/columns', '/items');
    for (const Code of ['x', 'X']) await drive.send('POST', items, { fields: { Code } });
    const refused = await drive.send('PATCH', `${columns}/Code`, { indexed: true, enforceUniqueValues: true });
    expect(refusal(refused)).toEqual([400, 'invalidRequest', "Field 'Code' cannot enforce unique values: it holds duplicates."]);
    await drive.send('DELETE', `${items}/2`);
    expect((await drive.send('PATCH', `${columns}/Code`, { indexed: true, enforceUniqueValues: true })).status).toBe(200);
    expect((await drive.send('PATCH', `${columns}/Code`, { indexed: false })).status).toBe(400);
  });
});

test('a new list requires a Title until provisioning says otherwise', async () => {
  await drive.send('POST', LISTS, { displayName: 'Strict' });
  const refused = await drive.send('POST', `${LISTS}/Strict/items`, { fields: {} });
  expect(refusal(refused)).toEqual([400, 'invalidRequest', "Field 'Title' is required."]);
});
