import { admin, driveRoom, makeList, memoryPersistence, SITE_ID } from '../drive/drive-room.ts';

test('a room that is started again has everything, ids and changes included', async () => {
  const persistence = memoryPersistence();
  const before = driveRoom({ persistence });
  const list = await makeList(before, [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }]);
  await before.send('POST', `${list}/items`, { fields: { Key: 'a' } });
  await before.send('POST', `${list}/items`, { fields: { Key: 'b' } });
  await before.send('DELETE', `${list}/items/2`);
  const { body } = await before.send('GET', `${list}/items/delta?token=latest`);
  await before.send('DELETE', `/v1.0/sites/${SITE_ID}/lists/Documents`);

  const after = driveRoom({ persistence });
  after.be(admin);
  expect((await after.send('GET', `/v1.0/sites/${SITE_ID}/lists`)).body.value).toMatchObject([{ displayName: 'Orders' }]);
  expect((await after.send('POST', `${list}/items`, { fields: { Key: 'A' } })).status).toBe(400);
  expect((await after.send('POST', `${list}/items`, { fields: { Key: 'c' } })).body.id).toBe('3');
  const changes = await after.send('GET', body['@odata.deltaLink']);
  expect(changes.body.value.map(({ id }: { id: string }) => id)).toEqual(['3']);
});

test('state of another format is refused, not misread', () => {
  const persistence = memoryPersistence();
  persistence.save('sharepoint', { format: 99 });
  expect(() => driveRoom({ persistence })).toThrow(/--reset/);
});
