import { type Drive, driveRoom, makeList, refusal } from '../drive/drive-room.ts';

let drive: Drive;
let list: string;
beforeEach(async () => {
  drive = driveRoom();
  list = await makeList(drive, [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }]);
});
const post = (fields: object) => drive.send('POST', `${list}/items`, { fields });

describe('conditional writes', () => {
  const fields = () => `${list}/items/1/fields`;

  test('[1.4.2 D] [1.6.2 F] [1.6.3 F] the present eTag and * pass, and the number in the eTag goes up', async () => {
    const made = await post({ Title: 'a' });
    const second = await drive.send('PATCH', fields(), { Title: 'b' }, { 'if-match': made.body.eTag });
    expect(second.status).toBe(200);
    expect(second.body['@odata.etag']).toMatch(/,2"$/);
    expect((await drive.send('PATCH', fields(), { Title: 'c' }, { 'if-match': '*' })).status).toBe(200);
  });

  test.each(['PATCH', 'DELETE'])(
    '[1.4.4 D] [1.6.1 D] [1.6.4 F] [6.9 D] a stale eTag on %s is 412 resourceModified and changes nothing',
    async (method) => {
      const made = await post({ Title: 'a' });
      await drive.send('PATCH', fields(), { Title: 'b' });
      const address = method === 'PATCH' ? fields() : `${list}/items/1`;
      const stale = await drive.send(method, address, { Title: 'c' }, { 'if-match': made.body.eTag });
      expect(refusal(stale)).toEqual([412, 'resourceModified', "ETag does not match current item's value"]);
      expect((await drive.send('GET', `${list}/items/1?expand=fields`)).body.fields.Title).toBe('b');
    },
  );

  test('[1.6.2 F] [1.6.7 D] an eTag without quotes is malformed', async () => {
    const made = await post({});
    const malformed = await drive.send('PATCH', fields(), {}, { 'if-match': made.body.eTag.replaceAll('"', '') });
    expect(malformed.status).toBe(400);
    expect(malformed.body.error).toMatchObject({ code: 'invalidRequest', innerError: { code: 'malformedEntityTag' } });
  });

  test('[1.4.3 D] [1.4.4 D] [6.5 F] PATCH of the item answers the item with its fields; DELETE is 204 and then 404', async () => {
    await post({});
    expect((await drive.send('PATCH', `${list}/items/1`, { fields: { Title: 'z' } })).body.fields.Title).toBe('z');
    expect((await drive.send('DELETE', `${list}/items/1`)).status).toBe(204);
    expect(refusal(await drive.send('GET', `${list}/items/1`)).slice(0, 2)).toEqual([404, 'itemNotFound']);
  });
});

describe('unique values', () => {
  const message = 'One or more fields with unique constraints already has the provided value.';

  test('[1.3.7 D] [1.8.1 F] [1.8.2 F] [6.1 F] are compared without regard to case, on create and on update', async () => {
    await post({ Key: 'abc' });
    expect(refusal(await post({ Key: 'ABC' }))).toEqual([400, 'invalidRequest', message]);
    await post({ Key: 'other' });
    expect(refusal(await drive.send('PATCH', `${list}/items/2/fields`, { Key: 'Abc' }))).toEqual([400, 'invalidRequest', message]);
    expect((await drive.send('PATCH', `${list}/items/1/fields`, { Key: 'ABC' })).status).toBe(200);
  });

  test('free again once their item is gone; empty is not a value', async () => {
    await post({ Key: 'abc' });
    await drive.send('DELETE', `${list}/items/1`);
    expect((await post({ Key: 'abc' })).status).toBe(201);
    expect((await post({})).status).toBe(201);
    expect((await post({})).status).toBe(201);
  });
});

describe('versions', () => {
  test('[1.4.6 D] [1.4.7 F] every PATCH is one, newest first, with the fields of then', async () => {
    await post({ Title: 'a' });
    await drive.send('PATCH', `${list}/items/1/fields`, { Title: 'b' });
    await drive.send('PATCH', `${list}/items/1/fields`, { Title: 'b' });
    const versions = await drive.send('GET', `${list}/items/1/versions?$expand=fields($select=Title)`);
    expect(versions.units).toBe(2);
    expect(versions.body.value.map(({ id, fields }: { id: string; fields: { Title: string } }) => [id, fields.Title])).toEqual([
      ['3.0', 'b'],
      ['2.0', 'b'],
      ['1.0', 'a'],
    ]);
    const first = await drive.send('GET', `${list}/items/1/versions/1.0?$expand=fields`);
    expect(first.body.fields).toMatchObject({ Title: 'a', LinkTitle: 'a', _UIVersionString: '1.0' });
    expect((await drive.send('GET', `${list}/items/1/versions/9.0`)).status).toBe(404);
  });

  test('[1.4.6 D] restoring one writes it as the newest', async () => {
    await post({ Title: 'a' });
    await drive.send('PATCH', `${list}/items/1/fields`, { Title: 'b' });
    expect((await drive.send('POST', `${list}/items/1/versions/1.0/restoreVersion`)).status).toBe(204);
    expect((await drive.send('GET', `${list}/items/1/fields`)).body).toMatchObject({ Title: 'a', _UIVersionString: '3.0' });
  });
});
