import { type Drive, driveRoom, makeList, refusal, SITE_ID } from '../drive/drive-room.ts';

let drive: Drive;
let list: string;
const columns = [
  { name: 'Code', text: { maxLength: 10 } },
  { name: 'Notes', text: { allowMultipleLines: true } },
  { name: 'Status', choice: { choices: ['Open', 'Closed'] } },
  { name: 'Needs', choice: { choices: ['A', 'B', 'C'], displayAs: 'checkBoxes' } },
  { name: 'Places', number: { minimum: 0, maximum: 20, decimalPlaces: 'none' } },
  { name: 'Price', currency: { locale: 'en-gb' } },
  { name: 'At', dateTime: {} },
  { name: 'Day', dateTime: { format: 'dateOnly' } },
  { name: 'Active', boolean: {} },
  { name: 'Who', personOrGroup: {} },
  { name: 'Secret', text: {}, hidden: true },
  { name: 'Link', hyperlinkOrPicture: {} },
  { name: 'Must', text: {}, required: true },
  { name: 'Kind', choice: { choices: ['New', 'Old'] }, defaultValue: { value: 'New' } },
];

beforeEach(async () => {
  drive = driveRoom();
  list = await makeList(drive, columns);
});
const post = (fields: object) => drive.send('POST', `${list}/items`, { fields: { Must: 'x', ...fields } });
const patch = (fields: object) => drive.send('PATCH', `${list}/items/1/fields`, fields);

describe('what an item answers', () => {
  test('[1.4.1 D] [1.5.10 F] a created item has its fields, its eTag and who made it', async () => {
    const made = await post({ Title: 'One', Code: 'C1' });
    expect(made.status).toBe(201);
    expect(made.units).toBe(2);
    expect(made.body).toMatchObject({
      id: '1',
      createdDateTime: '2026-07-01T09:00:00Z',
      createdBy: { application: { displayName: 'Register' } },
      fields: { Title: 'One', LinkTitle: 'One', Code: 'C1', Kind: 'New', _UIVersionString: '1.0', Created: '2026-07-01T09:00:00Z' },
    });
    expect(made.body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(made.body.fields['@odata.etag']).toBe(made.body.eTag);
    expect(made.body.fields.AuthorLookupId).toBe(made.body.fields.EditorLookupId);
  });

  test('[1.4.8 F] an item has the properties of one that was captured from a live site, and no other', async () => {
    await post({ Title: 'One' });
    const { body } = await drive.send('GET', `${list}/items/1?$expand=fields`);
    const captured = [
      ...['@odata.context', '@odata.etag', 'contentType', 'createdBy', 'createdDateTime', 'eTag', 'fields', 'fields@odata.context', 'id'],
      ...['lastModifiedBy', 'lastModifiedDateTime', 'parentReference', 'webUrl'],
    ];
    const fields = [
      ...['@odata.etag', 'Title', 'ContentType', 'Modified', 'Created', 'AuthorLookupId', 'EditorLookupId', '_UIVersionString'],
      ...['Attachments', 'Edit', 'LinkTitleNoMenu', 'LinkTitle', 'ItemChildCount', 'FolderChildCount', '_ComplianceFlags'],
      ...['_ComplianceTag', '_ComplianceTagWrittenTime', '_ComplianceTagUserId', 'AppAuthorLookupId', 'AppEditorLookupId'],
    ];
    expect(Object.keys(body).sort()).toEqual(captured.sort());
    // The capture is of SharePoint's own v2.0 address; Graph's adds the id, which nothing here rests on.
    expect(Object.keys(body.fields).sort()).toEqual([...fields, 'id', 'Must', 'Kind'].sort());
    expect(body).toMatchObject({ contentType: { name: 'Item' }, webUrl: expect.stringMatching(/\/1_\.000$/) });
  });

  test('[1.5.2 F] [1.5.3 F] empty columns are absent, and null on PATCH makes a column empty', async () => {
    const made = await post({ Code: 'C1', Notes: '' });
    expect(made.body.fields).not.toHaveProperty('Notes');
    const cleared = await patch({ Code: null });
    expect(cleared.status).toBe(200);
    expect(cleared.body).not.toHaveProperty('Code');
  });

  test('[1.3.6 F] [1.5.1 D] [1.5.7 F] every type is read back as it was written', async () => {
    const written = { Notes: 'a\nb', Status: 'Open', Places: 3, Price: 12.5, At: '2026-01-02T03:04:05Z', Active: true };
    const made = await post({ ...written, 'Needs@odata.type': 'Collection(Edm.String)', Needs: ['A', 'C'] });
    expect(made.body.fields).toMatchObject({ ...written, Needs: ['A', 'C'] });
  });

  test('[1.5.8 F] a date-only column reads back the local midnight before: one day off in summer', async () => {
    const summer = await post({ Day: '2026-07-01T12:00:00Z' });
    const winter = await post({ Day: '2026-01-15T12:00:00Z' });
    expect(summer.body.fields.Day).toBe('2026-06-30T23:00:00Z');
    expect(winter.body.fields.Day).toBe('2026-01-15T00:00:00Z');
  });

  test('[1.3.11 D] [1.5.4 D] [1.5.6 F] hidden values and displayed lookup values come only when selected by name', async () => {
    const made = await post({ Secret: 's', WhoLookupId: '3' });
    expect(made.body.fields).not.toHaveProperty('Secret');
    expect(made.body.fields).toMatchObject({ WhoLookupId: '3' });
    const read = await drive.send('GET', `${list}/items/1?$expand=fields($select=Secret,Who,WhoLookupId)`);
    expect(read.body.fields).toMatchObject({ Secret: 's', Who: 'Register Owners', WhoLookupId: '3' });
  });

  test('ids are never used again', async () => {
    await post({});
    await drive.send('DELETE', `${list}/items/1`);
    expect((await post({})).body.id).toBe('2');
  });
});

describe('what a field map is refused for', () => {
  const invalid = (message: string) => [400, 'invalidRequest', message];
  const TEXT = 'Invalid text value. A text field contains invalid data. Please check the value and try again.';

  test.each([
    ['[6.1 F] an unknown field', { Nope: 1 }, "Field 'Nope' is not recognized"],
    ['[1.3.14 F] a field that starts with _', { _UIVersionString: '9.0' }, "Field '_UIVersionString' is not recognized"],
    ['a field of the service', { Created: '2026-01-01T00:00:00Z' }, "Field 'Created' is read-only"],
    ['[1.5.10 F] the author', { AuthorLookupId: 3 }, "Field 'Author' is read-only"],
    ['[1.5.3 F] null on create', { Code: null }, 'Invalid request'],
    ['[1.5.7 F] a collection without its type', { Needs: ['A'] }, 'Invalid request'],
    ['a text over its length', { Code: '12345678901' }, TEXT],
    ['a line break in a single line', { Code: 'a\nb' }, TEXT],
    ['[1.3.5 F] a note over 63,999 characters', { Notes: 'x'.repeat(64_000) }, TEXT],
    ['a number as a text', { Places: '3' }, 'Invalid request'],
    ['a number out of range', { Places: 21 }, 'The value of this field is not within the allowed range.'],
    ['too many decimals', { Places: 1.5 }, 'Invalid number value.'],
    ['an unknown choice', { Status: 'Perhaps' }, 'Invalid choice value.'],
    ['a date that does not exist', { At: '2026-02-30' }, 'Invalid request'],
    ['[1.5.6 F] a person by name', { Who: 'Olive' }, 'Invalid request'],
    ['a person who is not in the site', { WhoLookupId: 999 }, 'Invalid lookup value.'],
    ['[1.5.9 F] a hyperlink', { Link: { Url: 'https://x.example' } }, 'Invalid request'],
    ['a missing required field', { Must: '' }, "Field 'Must' is required."],
  ])('%s', async (_what, fields, message) => {
    expect(refusal(await post(fields))).toEqual(invalid(message));
    expect((await drive.send('GET', `${list}/items`)).body.value).toEqual([]);
  });

  test('a required field cannot be made empty', async () => {
    await post({});
    expect(refusal(await patch({ Must: null }))).toEqual(invalid("Field 'Must' is required."));
    expect(refusal(await patch({ Must: '' }))).toEqual(invalid("Field 'Must' is required."));
  });

  test('[6.0 D] [6.2 F] a body that is no JSON, or has unknown members', async () => {
    const broken = await drive.send('POST', `${list}/items`, '{');
    expect(broken.status).toBe(400);
    expect(broken.body.error.code).toBe('BadRequest');
    expect(broken.body.error.innerError).toMatchObject({ date: '2026-07-01T09:00:00', 'client-request-id': expect.any(String) });
    expect((await drive.send('POST', `${list}/items`, { Title: 'x' })).body.error.code).toBe('BadRequest');
  });
});

describe('lookups', () => {
  test('[1.5.4 D] [1.5.5 F] are written by id, single and several, and read as ids and as rows', async () => {
    const target = await makeList(drive, [], 'Targets');
    const listId = target.split('/').at(-1);
    await drive.send('POST', `${target}/items`, { fields: { Title: 'First' } });
    const source = await makeList(
      drive,
      [
        { name: 'One', lookup: { listId } },
        { name: 'Many', lookup: { listId, allowMultipleValues: true } },
      ],
      'S',
    );
    const fields = { OneLookupId: 1, 'ManyLookupId@odata.type': 'Collection(Edm.Int32)', ManyLookupId: [1] };
    const made = await drive.send('POST', `${source}/items`, { fields });
    expect(made.body.fields).toMatchObject({ OneLookupId: '1', Many: [{ LookupId: 1, LookupValue: 'First' }] });
    const bare = await drive.send('POST', `${source}/items`, { fields: { ManyLookupId: [1] } });
    expect(refusal(bare)).toEqual([400, 'invalidRequest', 'Invalid request']);
  });

  test('[1.5.6 F] several people are written by their ids in the site, and read with name and address', async () => {
    const people = await makeList(drive, [{ name: 'Team', personOrGroup: { allowMultipleSelection: true } }], 'People');
    const fields = { 'TeamLookupId@odata.type': 'Collection(Edm.Int32)', TeamLookupId: [3] };
    const made = await drive.send('POST', `${people}/items`, { fields });
    expect(made.body.fields).toMatchObject({ Team: [{ LookupId: 3, LookupValue: 'Register Owners', Email: '' }] });
  });

  test('[1.3.9 F] of several values cannot be indexed', async () => {
    const listId = (await makeList(drive, [], 'Targets')).split('/').at(-1);
    const column = { name: 'Many', lookup: { listId, allowMultipleValues: true }, indexed: true };
    expect(refusal(await drive.send('POST', `${list}/columns`, column))).toEqual([
      400,
      'invalidRequest',
      "Field 'Many' cannot be indexed.",
    ]);
  });

  test('to a list that does not exist are refused', async () => {
    const made = await drive.send('POST', `/v1.0/sites/${SITE_ID}/lists/Orders/columns`, { name: 'Bad', lookup: { listId: 'nowhere' } });
    expect(refusal(made)).toEqual([400, 'invalidRequest', 'Invalid request']);
  });
});
