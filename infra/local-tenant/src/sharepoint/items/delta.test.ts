import fc from 'fast-check';
import { type Drive, driveRoom, type Json, makeList, refusal, SITE_ID } from '../drive/drive-room.ts';

const LINKS = ['@odata.nextLink', '@odata.deltaLink'] as const;

/** Follows delta from an address to its deltaLink and lays the pages over what was known. */
async function replay(drive: Drive, first: string, known: Map<string, string>): Promise<string> {
  let next: string | undefined = first;
  let last = '';
  while (next !== undefined) {
    const { body } = await drive.send('GET', next);
    expect(LINKS.filter((link) => link in body)).toHaveLength(1);
    for (const row of body.value as Json[]) {
      if (row.deleted === undefined) known.set(row.id, row.fields.Title);
      else known.delete(row.id);
    }
    next = body['@odata.nextLink'];
    last = body['@odata.deltaLink'] ?? last;
  }
  return last;
}

async function present(drive: Drive, list: string): Promise<Map<string, string>> {
  const { body } = await drive.send('GET', `${list}/items?$expand=fields($select=Title)&$top=5000`);
  return new Map(body.value.map((row: Json) => [row.id, row.fields.Title]));
}

const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const) }),
  fc.record({ do: fc.constantFrom('change' as const, 'delete' as const), which: fc.nat(30) }),
);

test('[1.9.2 D] [1.9.3 D] [1.9.4 D] replaying delta, at any moment and page size, gives the present state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 12 }), { maxLength: 4 }), fc.integer({ min: 1, max: 6 }), async (rounds, top) => {
      const drive = driveRoom();
      const list = await makeList(drive, []);
      const known = new Map<string, string>();
      let link = `${list}/items/delta?$expand=fields($select=Title)&$top=${top}`;
      let count = 0;
      for (const steps of rounds) {
        for (const each of steps) {
          count += 1;
          if (each.do === 'add') await drive.send('POST', `${list}/items`, { fields: { Title: `t${count}` } });
          else if (each.do === 'change') await drive.send('PATCH', `${list}/items/${each.which}/fields`, { Title: `t${count}` });
          else await drive.send('DELETE', `${list}/items/${each.which}`);
        }
        link = await replay(drive, link, known);
        expect(known).toEqual(await present(drive, list));
      }
    }),
    { numRuns: 40, seed: 20260701 },
  );
});

describe('delta', () => {
  let drive: Drive;
  let list: string;
  beforeEach(async () => {
    drive = driveRoom();
    list = await makeList(drive, []);
    for (const Title of ['a', 'b', 'c']) await drive.send('POST', `${list}/items`, { fields: { Title } });
  });

  test('a change and a deletion in the middle of an enumeration are told', async () => {
    const known = new Map<string, string>();
    const first = await drive.send('GET', `${list}/items/delta?$expand=fields&$top=2`);
    for (const row of first.body.value) known.set(row.id, row.fields.Title);
    await drive.send('PATCH', `${list}/items/1/fields`, { Title: 'a2' });
    await drive.send('DELETE', `${list}/items/2`);
    await replay(drive, first.body['@odata.nextLink'], known);
    expect(known).toEqual(
      new Map([
        ['1', 'a2'],
        ['3', 'c'],
      ]),
    );
  });

  test('a full enumeration does not tell of items that are long gone', async () => {
    await drive.send('DELETE', `${list}/items/2`);
    const { body } = await drive.send('GET', `${list}/items/delta`);
    expect(body.value.map(({ id }: Json) => id)).toEqual(['1', '3']);
    expect(body.value[0]).not.toHaveProperty('fields');
  });

  test('[1.9.1 D] [1.9.2 D] all four spellings are served; with a token it costs 1 unit, without 2', async () => {
    const latest = await drive.send('GET', `${list}/items/delta?token=latest`);
    expect(latest).toMatchObject({ status: 200, units: 1, body: { value: [] } });
    const token = new URL(latest.body['@odata.deltaLink']).searchParams.get('token') ?? '';
    await drive.send('PATCH', `${list}/items/3/fields`, { Title: 'new' });
    for (const spelling of [`delta?token=${token}`, `delta(token='${token}')`]) {
      const answer = await drive.send('GET', `${list}/items/${spelling}`);
      expect([answer.units, answer.body.value.map(({ id }: Json) => id)]).toEqual([1, ['3']]);
    }
    for (const spelling of ['delta', 'delta()']) {
      expect(await drive.send('GET', `${list}/items/${spelling}`)).toMatchObject({ status: 200, units: 2 });
    }
  });

  test('[1.9.5 D] a deleted item has the deleted facet', async () => {
    const { body } = await drive.send('GET', `${list}/items/delta`);
    await drive.send('DELETE', `${list}/items/2`);
    const after = await drive.send('GET', body['@odata.deltaLink']);
    expect(after.body.value).toEqual([
      { id: '2', parentReference: { siteId: SITE_ID }, contentType: expect.anything(), deleted: { state: 'deleted' } },
    ]);
  });

  test('[1.9.6 D] [6.8 D] an expired token is 410 with an address to begin afresh', async () => {
    const { body } = await drive.send('GET', `${list}/items/delta?$expand=fields($select=Title)`);
    drive.clock.now = new Date('2026-08-15T09:00:00Z');
    const expired = await drive.send('GET', body['@odata.deltaLink']);
    expect(refusal(expired).slice(0, 2)).toEqual([410, 'resyncChangesApplyDifferences']);
    const known = new Map<string, string>();
    await replay(drive, expired.headers.Location ?? '', known);
    expect(known).toEqual(await present(drive, list));
  });

  test('[1.9.7 F] a token of another list has expired here; a made-up one is invalid', async () => {
    const other = await makeList(drive, [], 'Other');
    const { body } = await drive.send('GET', `${other}/items/delta?token=latest`);
    const token = new URL(body['@odata.deltaLink']).searchParams.get('token');
    expect((await drive.send('GET', `${list}/items/delta?token=${token}`)).status).toBe(410);
    expect(refusal(await drive.send('GET', `${list}/items/delta?token=x`)).slice(0, 2)).toEqual([400, 'invalidRequest']);
  });
});
