import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lots } from '@ap/shared/lists/lots';
import { providers } from '@ap/shared/lists/providers';
import { listHash } from './canonical.ts';
import { makeFolder, readCopy, writeList, writeTable } from './copy-folder.ts';
import { columnsOf, type Manifest, manifestFile, readManifest, schemaFaults } from './manifest.ts';

const dirs: string[] = [];
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

const rows = [
  { id: 4, version: 3, fields: { Title: 'AP-2026-1', FrameworkRef: 'AP-2026', Number: 1, Name: 'Therapeutic', Status: 'open' } },
  { id: 9, version: 1, fields: { Title: 'AP-2026-2', FrameworkRef: 'AP-2026', Number: 2, Name: 'Vocational', Status: 'open' } },
];

const aCopy = (): { readonly dir: string; readonly manifest: Manifest } => {
  const dir = mkdtempSync(path.join(tmpdir(), 'ap-copy-'));
  dirs.push(dir);
  makeFolder(dir);
  const manifest: Manifest = {
    format: 1,
    takenAt: '2026-11-27T02:00:00.000Z',
    site: 'council.sharepoint.com/sites/ap',
    deployment: 'ap',
    rounds: 2,
    lists: [{ ...writeList(dir, lots, rows), columns: columnsOf(lots) }],
    tables: [writeTable(dir, 'links', [{ partitionKey: 'link', rowKey: 'one', scope: 'offer' }])],
    audit: [],
  };
  writeFileSync(manifestFile(dir), JSON.stringify(manifest));
  return { dir, manifest };
};
const edit = (file: string, change: (text: string) => string): void => writeFileSync(file, change(readFileSync(file, 'utf8')));

test('a copy reads as it was written, and knows the highest item id', () => {
  const { dir } = aCopy();
  const manifest = readManifest(dir);
  const copy = readCopy(dir, manifest, [lots]);
  expect(copy.lists.get('Lots')).toEqual(rows);
  expect(copy.tables.get('links')).toHaveLength(1);
  expect(manifest.lists[0]?.highestId).toBe(9);
});

test('neither the order of rows, nor item ids, nor empty columns count for the hash; what a row says does', () => {
  const [one, two] = rows;
  if (!one || !two) throw new Error('two rows');
  const hash = listHash(lots, rows);
  expect(
    listHash(lots, [
      { ...two, id: 1 },
      { ...one, fields: { ...one.fields, Note: null, id: 4 } },
    ] as typeof rows),
  ).toBe(hash);
  expect(listHash(lots, [one, { ...two, fields: { ...two.fields, Name: 'Vocational ' } }])).not.toBe(hash);
});

test('one changed byte is refused, by list and row', () => {
  const { dir, manifest } = aCopy();
  edit(path.join(dir, 'lists', 'Lots.jsonl'), (text) => text.replace('Vocational', 'Vocationel'));
  expect(() => readCopy(dir, manifest, [lots])).toThrow('row 2 of Lots (AP-2026-2)');
});

test('a row that was taken out, a table that was changed and a file that is gone are refused', () => {
  const out = aCopy();
  edit(path.join(out.dir, 'lists', 'Lots.jsonl'), (text) => `${text.split('\n')[0]}\n`);
  expect(() => readCopy(out.dir, out.manifest, [lots])).toThrow('Lots: it has 1 rows, and had 2');
  const table = aCopy();
  edit(path.join(table.dir, 'tables', 'links.jsonl'), (text) => text.replace('offer', 'award'));
  expect(() => readCopy(table.dir, table.manifest, [lots])).toThrow('the table links');
  const gone = aCopy();
  rmSync(path.join(gone.dir, 'lists', 'Lots.jsonl'));
  expect(() => readCopy(gone.dir, gone.manifest, [lots])).toThrow('The copy is not whole');
});

test('a folder without a manifest is no copy, and a manifest of another form says what to do', () => {
  const { dir } = aCopy();
  edit(manifestFile(dir), (text) => text.replace('"format":1', '"format":2'));
  expect(() => readManifest(dir)).toThrow('Check out the version of the product that made the copy');
  rmSync(manifestFile(dir));
  expect(() => readManifest(dir)).toThrow('this is no copy, or one that was not finished');
});

test('a schema that moved on is named column by column; a new column that may be empty does not matter', () => {
  const { manifest } = aCopy();
  expect(schemaFaults([lots], manifest)).toEqual([]);
  const [list] = manifest.lists;
  if (!list) throw new Error('a list');
  const { Name: _name, Number: _number, ...older } = list.columns;
  expect(schemaFaults([lots], { lists: [{ ...list, columns: { ...older, Weight: 'number' } }] })).toEqual([
    'Lots.Weight: it was number, and is not there any more',
    expect.stringMatching(/^Lots\.\w+: it is required now, and the copy has none$/),
    expect.stringMatching(/^Lots\.\w+: it is required now, and the copy has none$/),
  ]);
  expect(schemaFaults([providers], manifest)).toEqual(['Lots: there is no such list any more']);
});
