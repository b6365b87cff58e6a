import { admin, app, type Drive, driveRoom, type Json, makeList, person, SITE_ID } from '../drive/drive-room.ts';

const WEB = '/sites/register/_api/web';
const LIST = `${WEB}/lists/getbytitle('Call offs')`;
const MERGE = { 'x-http-method': 'MERGE', 'if-match': '*' };

let drive: Drive;
let list: string;
beforeEach(async () => {
  drive = driveRoom();
  list = await makeList(drive, [{ name: 'Code', text: {} }], 'Call offs');
});
const get = (target: string) => drive.send('GET', target.replaceAll(' ', '%20'));
const post = (target: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
  drive.send('POST', target.replaceAll(' ', '%20'), body, headers);
const refusal = ({ status, body }: { status: number; body: Json }) => [status, body['odata.error'].message.value];

describe('who is let in', () => {
  test('an app with full control', async () => {
    expect((await get(LIST)).status).toBe(200);
  });

  test('not an app that proved itself by secret: what authorise answers is passed on', async () => {
    drive.be({ status: 401, body: { error_description: 'Unsupported app only token.' } });
    expect(await get(LIST)).toMatchObject({ status: 401, body: { error_description: 'Unsupported app only token.' } });
  });

  const title = { Title: 'Named anew' };

  test.each([
    ['a reader of the site', person('u-reader', 'AllSites.Read')],
    ['a member who writes items', person('u-writer', 'AllSites.FullControl')],
    ['an owner through an app that may only read', person('u-owner', 'AllSites.Read')],
  ])('%s reads views and columns, and changes none', async (_who, caller) => {
    drive.be(caller);
    expect((await get(`${LIST}/views`)).body.value).toMatchObject([{ Title: 'All Items', DefaultView: true }]);
    expect((await get(`${LIST}/views/getbytitle('All Items')/viewfields`)).body.Items).toEqual(['LinkTitle']);
    expect((await get(`${LIST}/fields/getbytitle('Code')`)).status).toBe(200);
    for (const refused of [
      await post(LIST, title, MERGE),
      await post(`${LIST}/views`, title),
      await post(`${LIST}/fields/getbytitle('Code')`, title, MERGE),
      await get(`${LIST}/roleassignments`),
      await post(`${LIST}/breakroleinheritance`),
      await get(`${WEB}/sitegroups`),
      await get(`${WEB}/recyclebin`),
    ])
      expect(refusal(refused)).toEqual([403, expect.stringContaining('Access denied.')]);
  });

  test.each([app('Sites.Manage.All'), person('u-owner', 'AllSites.Manage')])(
    'who manages lists changes views and columns, and not who reads them',
    async (caller) => {
      drive.be(caller);
      expect((await post(`${LIST}/views`, title)).status).toBe(201);
      expect((await post(`${LIST}/fields/getbytitle('Code')`, title, MERGE)).status).toBe(204);
      expect((await get(`${LIST}/roleassignments`)).status).toBe(403);
    },
  );

  test.each([app('Sites.Selected'), person('u-stranger', 'AllSites.FullControl')])('not who may not read the list', async (caller) => {
    drive.be(caller);
    expect((await get(`${WEB}/lists`)).body.value).toEqual([]);
    expect((await get(`${LIST}/views`)).status).toBe(404);
    expect((await get(WEB)).status).toBe(403);
  });

  test('a caller is told what they may do on a list: the lesser of their own right and the app’s', async () => {
    const mask = async (caller: Parameters<typeof drive.be>[0]) => {
      drive.be(caller);
      return (await get(`${LIST}/effectivebasepermissions`)).body.Low;
    };
    expect(await mask(person('u-reader', 'AllSites.FullControl'))).toBe('138612833');
    expect(await mask(person('u-writer', 'AllSites.FullControl'))).toBe('1011028719');
    expect(await mask(person('u-writer', 'AllSites.Read'))).toBe('138612833');
    expect(await mask(person('u-owner', 'AllSites.FullControl'))).toBe('4294967295');
  });

  test('an owner of the site through a delegated token', async () => {
    drive.be(person('u-owner', 'AllSites.FullControl'));
    expect((await drive.send('GET', `${WEB}/lists`)).status).toBe(200);
  });
});

describe('a list', () => {
  test('keeps its versions as it was told', async () => {
    expect((await get(`${LIST}?$select=EnableVersioning,MajorVersionLimit`)).body).toEqual({
      EnableVersioning: true,
      MajorVersionLimit: 500,
    });
    expect((await post(LIST, { __metadata: { type: 'SP.List' }, MajorVersionLimit: 2 }, MERGE)).status).toBe(204);
    await drive.send('POST', `${list}/items`, { fields: { Title: '1' } });
    for (const Title of ['2', '3']) await drive.send('PATCH', `${list}/items/1/fields`, { Title });
    expect((await drive.send('GET', `${list}/items/1/versions`)).body.value.map(({ id }: Json) => id)).toEqual(['3.0', '2.0']);
    await post(LIST, { EnableVersioning: false }, MERGE);
    await drive.send('PATCH', `${list}/items/1/fields`, { Title: '4' });
    expect((await drive.send('GET', `${list}/items/1/versions`)).body.value.map(({ id }: Json) => id)).toEqual(['3.0']);
  });

  test.each([
    [{ MajorVersionLimit: 60_000 }, 'MajorVersionLimit must be from 1 to 50000.'],
    [{ MajorVersionLimit: '50' }, "Cannot convert the value of 'MajorVersionLimit' to a number."],
    [
      { Colour: 'red' },
      "The property 'Colour' does not exist on type 'SP.List'. Make sure to only use property names that are defined by the type.",
    ],
  ])('refuses %j', async (body, message) => {
    expect(refusal(await post(LIST, body, MERGE))).toEqual([400, message]);
  });

  test('that does not exist is 404', async () => {
    expect((await get(`${WEB}/lists/getbytitle('It''s/not (here)')`)).status).toBe(404);
  });

  test('is found by id too', async () => {
    const id = list.split('/').at(-1);
    expect((await get(`${WEB}/lists(guid'${id}')`)).body).toMatchObject({ Title: 'Call offs', ItemCount: 0, BaseTemplate: 100 });
  });
});

describe('versions of an item', () => {
  const versions = `${LIST}/items(1)/versions`;
  const labels = async () => (await get(versions)).body.value.map(({ VersionLabel }: Json) => VersionLabel);
  beforeEach(async () => {
    await drive.send('POST', `${list}/items`, { fields: { Title: '1' } });
    for (const Title of ['2', '3']) await drive.send('PATCH', `${list}/items/1/fields`, { Title });
  });

  test('one is deleted for good, and Graph no longer tells of it', async () => {
    expect((await get(versions)).body.value[0]).toMatchObject({ VersionId: 1536, VersionLabel: '3.0', IsCurrentVersion: true });
    expect((await post(`${versions}(512)/deleteobject()`)).status).toBe(200);
    expect(await labels()).toEqual(['3.0', '2.0']);
    expect((await drive.send('GET', `${list}/items/1/versions`)).body.value.map(({ id }: Json) => id)).toEqual(['3.0', '2.0']);
    expect((await get(`${versions}(512)`)).status).toBe(404);
    expect((await get(`${WEB}/recyclebin`)).body.value).toEqual([]);
  });

  test('not the current one, and not by a reader', async () => {
    expect(refusal(await post(`${versions}(1536)/deleteobject`))).toEqual([400, 'You cannot delete the current version.']);
    drive.be(person('u-reader', 'AllSites.Read'));
    expect(refusal(await post(`${versions}(512)/deleteobject`))).toEqual([403, expect.stringContaining('Access denied.')]);
    expect(await labels()).toEqual(['3.0', '2.0', '1.0']);
  });

  test('those of files are not here', async () => {
    expect((await post(`${versions}/deleteall`)).status).toBe(501);
  });
});

describe('views and fields', () => {
  test('a view is made, given fields, changed and deleted', async () => {
    const ViewQuery = '<OrderBy><FieldRef Name="Code" /></OrderBy>';
    const made = await post(`${LIST}/views`, { Title: 'By code', ViewQuery, RowLimit: 100, PersonalView: false });
    expect(made).toMatchObject({ status: 201, body: { Title: 'By code', ViewQuery, RowLimit: 100 } });
    const view = `${LIST}/views/getbytitle('By code')`;
    await post(`${view}/viewfields/removeallviewfields`);
    for (const field of ['LinkTitle', 'Code', 'Created']) await post(`${view}/viewfields/addviewfield('${field}')`);
    await post(`${view}/viewfields/removeviewfield('Created')`);
    expect((await get(`${view}/viewfields`)).body.Items).toEqual(['LinkTitle', 'Code']);
    expect((await drive.send('MERGE', view.replaceAll(' ', '%20'), { DefaultView: true, RowLimit: 50 })).status).toBe(204);
    expect((await get(`${LIST}/views(guid'${made.body.Id}')`)).body).toMatchObject({ RowLimit: 50, DefaultView: true });
    expect((await get(`${LIST}/views`)).body.value.filter(({ DefaultView }: Json) => DefaultView)).toHaveLength(1);
    expect((await post(view, undefined, { 'x-http-method': 'DELETE' })).status).toBe(200);
    expect((await get(view)).status).toBe(404);
    const nope = await post(`${LIST}/views/getbytitle('All Items')/viewfields/addviewfield('Nope')`);
    expect(refusal(nope)).toEqual([400, "Column 'Nope' does not exist. It may have been deleted by another user."]);
  });

  test('a field gets its formatter, titles and validation', async () => {
    const field = `${LIST}/fields/getbyinternalnameortitle('Code')`;
    const wanted = { CustomFormatter: '{}', Title: 'The code', Description: 'd', ValidationFormula: '=LEN([Code])>1' };
    expect((await post(field, wanted, MERGE)).status).toBe(204);
    expect((await get(field)).body).toMatchObject({ ...wanted, InternalName: 'Code' });
    expect((await drive.send('GET', `${list}/columns/Code`)).body.displayName).toBe('The code');
    expect((await get(`${LIST}/fields/getbytitle('The code')`)).body.InternalName).toBe('Code');
  });
});

describe('who reads a list', () => {
  const roles = async () => {
    const { body } = await get(`${LIST}/roleassignments?$expand=Member,RoleDefinitionBindings`);
    return body.value.map(({ Member, RoleDefinitionBindings }: Json) => [
      Member.Title,
      RoleDefinitionBindings.map(({ Name }: Json) => Name),
    ]);
  };
  const READ = 1_073_741_826;

  test('is inherited from the groups of the site, whose members are told', async () => {
    expect(await roles()).toEqual([
      ['Register Owners', ['Full Control']],
      ['Register Visitors', ['Read']],
      ['Register Members', ['Contribute']],
    ]);
    expect((await get(`${WEB}/sitegroups/getbyid(4)/users`)).body.value).toMatchObject([{ Title: 'Readers', PrincipalType: 4 }]);
    expect((await get(`${WEB}/sitegroups/getbyname('Register Owners')`)).body.Id).toBe(3);
    expect((await get(`${WEB}/roleassignments`)).body.value).toHaveLength(3);
    expect((await get(`${WEB}/roledefinitions`)).body.value).toContainEqual({ Id: READ, Name: 'Read', RoleTypeKind: 2, Hidden: false });
    const refused = await post(`${LIST}/roleassignments/addroleassignment(principalid=4,roledefid=${READ})`);
    expect(refusal(refused)[0]).toBe(400);
  });

  test('a list with its own roles hides from readers of the site, and opens to whom it names', async () => {
    await post(`${LIST}/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)`);
    await post(`${LIST}/roleassignments/removeroleassignment(principalid=4,roledefid=${READ})`);
    await post(`${LIST}/roleassignments/getbyprincipalid(5)`, undefined, { 'x-http-method': 'DELETE' });
    expect(await roles()).toEqual([['Register Owners', ['Full Control']]]);
    expect((await get(`${LIST}?$select=HasUniqueRoleAssignments`)).body).toEqual({ HasUniqueRoleAssignments: true });

    drive.be(person('u-reader', 'Sites.Read.All'));
    expect((await drive.send('GET', `${list}/items`)).status).toBe(404);
    expect((await drive.send('GET', `/v1.0/sites/${SITE_ID}/lists`)).body.value).toHaveLength(1);

    drive.be(admin);
    const { body } = await post(`${WEB}/ensureuser`, { logonName: 'i:0#.f|membership|sam.stranger@council.example' });
    await post(`${LIST}/roleassignments/addroleassignment(principalid=${body.Id},roledefid=${READ})`);
    drive.be(person('u-stranger', 'Sites.Read.All'));
    expect((await drive.send('GET', `${list}/items`)).status).toBe(200);

    drive.be(admin);
    await post(`${LIST}/resetroleinheritance`);
    expect(await roles()).toHaveLength(3);
  });

  test('people and groups of the directory are known after ensureuser; others are not', async () => {
    const group = await post(`${WEB}/ensureuser`, { logonName: 'c:0t.c|tenant|g-readers' });
    expect(group.body).toMatchObject({ Title: 'Readers', PrincipalType: 4 });
    expect((await get(`${WEB}/siteusers`)).body.value.map(({ Title }: Json) => Title)).toContain('Readers');
    expect(refusal(await post(`${WEB}/ensureuser`, { logonName: 'nobody' }))).toEqual([
      400,
      'The specified user nobody could not be found.',
    ]);
  });
});

test.each(["lists/getbytitle('Call offs')/items", 'currentuser', 'webs', 'lists(', "lists/getbytitle('Call offs')/views/add"])(
  '_api/web/%s names itself and is 501',
  async (rest) => {
    const [status, message] = refusal(await get(`${WEB}/${rest}`));
    expect([status, message]).toEqual([501, `LOCAL TENANT: GET ${WEB}/${rest} is not served here`]);
  },
);

test('web tells its title', async () => {
  expect((await get(`${WEB}`)).body).toMatchObject({ Title: 'Register', ServerRelativeUrl: '/sites/register' });
});
