import fc from 'fast-check';
import { type Drive, driveRoom, makeList } from '../drive/drive-room.ts';

async function allIds(drive: Drive, first: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let next: string | undefined = first;
  while (next !== undefined) {
    const page = await drive.send('GET', next);
    ids.push(...page.body.value.map(({ id }: { id: string }) => id));
    next = page.body['@odata.nextLink'];
  }
  return ids;
}

const rank = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });

test('[1.7.7 F] whatever $top and order, following nextLink gives every row exactly once', async () => {
  const order = fc.constantFrom('', '&$orderby=fields/Rank', '&$orderby=fields/Rank desc', '&$filter=fields/Rank ge 0');
  await fc.assert(
    fc.asyncProperty(fc.array(rank, { maxLength: 25 }), fc.integer({ min: 1, max: 30 }), order, async (ranks, top, rest) => {
      const drive = driveRoom();
      const list = await makeList(drive, [{ name: 'Rank', number: {}, indexed: true }]);
      for (const each of ranks) await drive.send('POST', `${list}/items`, { fields: each === undefined ? {} : { Rank: each } });
      const expected = ranks.flatMap((each, index) => (rest.includes('filter') && each === undefined ? [] : [String(index + 1)]));
      const found = await allIds(drive, `${list}/items?$top=${top}${rest}`);
      expect([...found].sort((a, b) => Number(a) - Number(b))).toEqual(expected);
    }),
    { numRuns: 60, seed: 20260701 },
  );
});

test('a row that is deleted or added between pages does not disturb the others', async () => {
  const drive = driveRoom();
  const list = await makeList(drive, []);
  for (let count = 0; count < 5; count++) await drive.send('POST', `${list}/items`, { fields: {} });
  const page = await drive.send('GET', `${list}/items?$top=2`);
  await drive.send('DELETE', `${list}/items/1`);
  await drive.send('POST', `${list}/items`, { fields: {} });
  expect(await allIds(drive, page.body['@odata.nextLink'])).toEqual(['3', '4', '5', '6']);
});
