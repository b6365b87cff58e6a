import {
  admin,
  app,
  type Drive,
  driveRoom,
  type Json,
  makeList,
  memoryPersistence,
  person,
  refusal,
  SITE_ID,
} from '../drive/drive-room.ts';
import { listDocument } from '../state/site-store.ts';

const BIN = '/sites/register/_api/web/recyclebin';
const SITE_BIN = '/sites/register/_api/site/RecycleBin';
const SECOND = `${SITE_BIN}?$filter=(ItemState eq 2)`;

let drive: Drive;
let list: string;
const persistence = () => memoryPersistence();

beforeEach(async () => {
  drive = driveRoom();
  list = await makeList(drive, [{ name: 'Code', text: {}, indexed: true, enforceUniqueValues: true }]);
});

const versions = async (item = 1): Promise<Json> => (await drive.send('GET', `${list}/items/${item}/versions?$expand=fields`)).body.value;
const write = (Title: string, item = 1) => drive.send('PATCH', `${list}/items/${item}/fields`, { Title });

describe('the versions of an item', () => {
  test('each create and update keeps one, newest first, with who wrote it: the app, or the person', async () => {
    drive.be(app('Sites.ReadWrite.All'));
    await drive.send('POST', `${list}/items`, { fields: { Title: 'made' } });
    drive.be(person('u-writer', 'Sites.ReadWrite.All'));
    await write('by hand');
    const told = (await versions()).map(({ id, lastModifiedBy, fields }: Json) => [
      id,
      lastModifiedBy.application?.displayName ?? lastModifiedBy.user.displayName,
      fields.Title,
    ]);
    expect(told).toEqual([
      ['2.0', 'Wendy Writer', 'by hand'],
      ['1.0', 'Register', 'made'],
    ]);
  });

  test('delta rows do not say who edited last, the row itself does', async () => {
    await drive.send('POST', `${list}/items`, { fields: { Title: 'made' } });
    const { body } = await drive.send('GET', `${list}/items/delta?token=latest`);
    drive.be(person('u-writer', 'Sites.ReadWrite.All'));
    await write('by hand');
    const changes = await drive.send('GET', body['@odata.deltaLink']);
    expect(changes.body.value).toMatchObject([{ id: '1', createdBy: { application: { displayName: 'Register' } } }]);
    expect(changes.body.value[0]).not.toHaveProperty('lastModifiedBy');
    const { body: row } = await drive.send('GET', `${list}/items/1`);
    expect(row.lastModifiedBy).toMatchObject({ user: { id: 'u-writer', displayName: 'Wendy Writer' } });
  });

  test('one can be read with its fields and restored, which writes it as the newest', async () => {
    await drive.send('POST', `${list}/items`, { fields: { Title: 'good', Code: 'a' } });
    await drive.send('PATCH', `${list}/items/1/fields`, { Title: 'spoiled', Code: null });
    expect((await drive.send('GET', `${list}/items/1/versions/1.0?$expand=fields`)).body.fields).toMatchObject({
      Title: 'good',
      Code: 'a',
    });
    expect((await drive.send('POST', `${list}/items/1/versions/1.0/restoreVersion`)).status).toBe(204);
    expect((await versions()).map(({ id, fields }: Json) => [id, fields.Title, fields.Code])).toEqual([
      ['3.0', 'good', 'a'],
      ['2.0', 'spoiled', undefined],
      ['1.0', 'good', 'a'],
    ]);
  });

  test('a version that would bring back a value that another item holds now is refused', async () => {
    await drive.send('POST', `${list}/items`, { fields: { Code: 'a' } });
    await drive.send('PATCH', `${list}/items/1/fields`, { Code: 'b' });
    await drive.send('POST', `${list}/items`, { fields: { Code: 'A' } });
    const refused = await drive.send('POST', `${list}/items/1/versions/1.0/restoreVersion`);
    expect(refusal(refused)).toEqual([400, 'invalidRequest', 'One or more fields with unique constraints already has the provided value.']);
  });

  test('a version that is not there is 404, and a reader may look but not restore', async () => {
    await drive.send('POST', `${list}/items`, { fields: { Title: 'made' } });
    await write('changed');
    expect((await drive.send('GET', `${list}/items/1/versions/9.0`)).status).toBe(404);
    drive.be(person('u-reader', 'Sites.ReadWrite.All'));
    expect((await versions()).length).toBe(2);
    expect((await drive.send('POST', `${list}/items/1/versions/1.0/restoreVersion`)).status).toBe(403);
  });

  test('a list keeps 500 unless it is told otherwise; the oldest go', async () => {
    const kept = persistence();
    drive = driveRoom({ persistence: kept });
    list = await makeList(drive, []);
    await drive.send('POST', `${list}/items`, { fields: { Title: '1' } });
    for (let number = 2; number <= 503; number += 1) await write(String(number));
    const ids = (await versions()).map(({ id }: Json) => id);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([500, '503.0', '4.0']);
    drive = driveRoom({ persistence: kept });
    expect((await versions()).map(({ id }: Json) => id)).toEqual(ids);
  });

  test('they stand beside the list’s own document, which does not grow with them', async () => {
    const kept = persistence();
    drive = driveRoom({ persistence: kept });
    list = await makeList(drive, []);
    await drive.send('POST', `${list}/items`, { fields: { Title: '00' } });
    const size = (): number => JSON.stringify(kept.load(listDocument(list.split('/').at(-1) ?? ''))).length;
    const before = size();
    for (let number = 10; number < 60; number += 1) await write(String(number));
    expect(size() - before).toBeLessThan(50);
  });

  test('what an earlier format kept inside the items is taken over', async () => {
    const kept = persistence();
    drive = driveRoom({ persistence: kept });
    list = await makeList(drive, []);
    await drive.send('POST', `${list}/items`, { fields: { Title: 'new' } });
    const name = listDocument(list.split('/').at(-1) ?? '');
    const document = kept.load(name) as Json;
    delete document.recycled;
    document.items[1].version = 2;
    document.items[1].past = [{ version: 1, modifiedAt: '2026-06-30T09:00:00Z', editor: 3, values: { Title: 'old' } }];
    kept.save(name, document);
    drive = driveRoom({ persistence: kept });
    expect((await versions()).map(({ fields }: Json) => fields.Title)).toEqual(['new', 'old']);
    await drive.send('DELETE', `${list}/items/1`);
    expect((await drive.send('GET', BIN)).body.value).toHaveLength(1);
  });
});

describe('the recycle bin', () => {
  const bin = async (): Promise<Json> => (await drive.send('GET', BIN)).body.value;

  beforeEach(async () => {
    await drive.send('POST', `${list}/items`, { fields: { Title: 'kept', Code: 'a' } });
    await write('changed');
    drive.be(person('u-writer', 'Sites.ReadWrite.All'));
    await drive.send('DELETE', `${list}/items/1`);
    drive.be(admin);
  });

  test('says what was deleted, by whom and when', async () => {
    expect(await bin()).toMatchObject([
      { Title: 'changed', DirName: 'sites/register/Lists/Orders', DeletedByName: 'Wendy Writer', DeletedDate: '2026-07-01T09:00:00Z' },
    ]);
  });

  test('gives an item back under its id with its versions, and delta tells of it', async () => {
    const { body } = await drive.send('GET', `${list}/items/delta?token=latest`);
    const [row] = await bin();
    expect((await drive.send('POST', `${BIN}('${row.Id}')/restore()`)).status).toBe(200);
    expect((await versions()).map(({ fields }: Json) => fields.Title)).toEqual(['changed', 'kept']);
    expect((await drive.send('GET', body['@odata.deltaLink'])).body.value).toMatchObject([{ id: '1' }]);
    expect(await bin()).toEqual([]);
  });

  test('does not give back what would break a unique column', async () => {
    await drive.send('POST', `${list}/items`, { fields: { Code: 'A' } });
    const [row] = await bin();
    expect((await drive.send('POST', `${BIN}('${row.Id}')/restore()`)).status).toBe(400);
  });

  test('is emptied by hand or after 93 days, versions included', async () => {
    const [row] = await bin();
    expect((await drive.send('POST', `${BIN}('${row.Id}')/deleteobject()`)).status).toBe(200);
    expect(await bin()).toEqual([]);
    await drive.send('POST', `${list}/items`, { fields: { Title: 'second' } });
    await drive.send('DELETE', `${list}/items/2`);
    drive.clock.now = new Date('2026-10-02T09:00:00Z');
    expect(await bin()).toHaveLength(1);
    drive.clock.now = new Date('2026-10-02T09:00:01Z');
    expect(await bin()).toEqual([]);
  });

  test('[1.4.9 D] moves a row on to the bin of the site collection, which lists both stages and deletes from either for good', async () => {
    const stage = async (number: 1 | 2): Promise<Json> =>
      (await drive.send('GET', `${SITE_BIN}?$filter=(ItemState eq ${number})`)).body.value;
    await drive.send('POST', `${list}/items`, { fields: { Title: 'second' } });
    await drive.send('DELETE', `${list}/items/2`);
    const [moved, stays] = await bin();
    expect((await drive.send('POST', `${BIN}('${moved.Id}')/MoveToSecondStage`)).status).toBe(200);
    expect(await bin()).toMatchObject([{ Id: stays.Id, ItemState: 1 }]);
    expect(await stage(2)).toMatchObject([
      { Id: moved.Id, Title: 'changed', DirName: 'sites/register/Lists/Orders', LeafName: '1_.000', ItemState: 2 },
    ]);
    expect(await stage(1)).toMatchObject([{ Id: stays.Id, LeafName: '2_.000', ItemState: 1 }]);
    expect((await drive.send('GET', SITE_BIN)).body.value).toMatchObject([{ Id: stays.Id }]);
    expect((await drive.send('GET', `${SITE_BIN}?$filter=Title eq 'changed'`)).status).toBe(400);
    expect((await drive.send('POST', `${BIN}('${moved.Id}')/deleteobject`)).status).toBe(404);
    for (const { Id } of [moved, stays]) expect((await drive.send('POST', `${SITE_BIN}('${Id}')/deleteObject`)).status).toBe(200);
    expect([...(await stage(1)), ...(await stage(2))]).toEqual([]);
  });

  test('gives back from the second stage too, and forgets it after the same 93 days', async () => {
    const [row] = await bin();
    await drive.send('POST', `${BIN}('${row.Id}')/movetosecondstage()`);
    expect((await drive.send('POST', `${SITE_BIN}('${row.Id}')/restore()`)).status).toBe(200);
    expect((await versions()).map(({ fields }: Json) => fields.Title)).toEqual(['changed', 'kept']);
    await drive.send('DELETE', `${list}/items/1`);
    const [again] = await bin();
    await drive.send('POST', `${BIN}('${again.Id}')/movetosecondstage()`);
    drive.clock.now = new Date('2026-10-02T09:00:01Z');
    expect((await drive.send('GET', SECOND)).body.value).toEqual([]);
  });

  test('[1.4.10 F] with more than 5,000 rows is not listed at all, whatever is asked for', async () => {
    await drive.send('POST', `${list}/items`, { fields: { Title: 'second' } });
    await drive.send('DELETE', `${list}/items/2`);
    expect((await drive.send('GET', `${BIN}?$top=1`)).body.value).toHaveLength(1);
    for (let item = 3; item <= 5_001; item += 1) {
      await drive.send('POST', `${list}/items`, { fields: { Title: 'one more' } });
      await drive.send('DELETE', `${list}/items/${item}`);
    }
    for (const asked of [BIN, `${SITE_BIN}?$top=10`])
      expect(await drive.send('GET', asked)).toMatchObject({
        status: 500,
        body: { 'odata.error': { message: { value: expect.stringContaining('exceeds the list view threshold') } } },
      });
  });

  test('does not know what it does not hold', async () => {
    expect((await drive.send('POST', `${BIN}('${SITE_ID}')/restore()`)).status).toBe(404);
  });
});
