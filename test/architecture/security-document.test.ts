import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tokenMatrix } from '../support/forged-tokens.ts';

// docs/security.md says of each row of ASVS what holds it. Here it is held against the tests themselves.

const root = path.resolve(import.meta.dirname, '../..');
const document = readFileSync(path.join(root, 'docs/security.md'), 'utf8');
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8').replace(/\\'/g, "'");

/** Every file that is named, and the titles that are told right behind it. */
const named = [...document.matchAll(/\]\((\.\.\/[^)#]+|[\w-]+\.md|decisions\/[^)]+)\)((?: "[^"]+")*)/g)].map(
  ([, target = '', titles = '']) => ({
    file: path.posix.join('docs', target),
    titles: [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
  }),
);

/** The rows of ASVS 5.0, levels 1 and 2, that touch this product. */
const rows =
  'V1.1.1 V1.2.1 V1.2.2 V1.2.3 V1.2.4 V1.2.9 V1.3.2 V1.3.3 V1.3.5 V1.3.6 V1.3.7 V1.3.11 V1.5.1 V1.5.2 V2.1.1 V2.1.2 V2.1.3 V2.2.1 V2.2.2 V2.2.3 V2.3.1 V2.3.2 V2.3.3 V2.3.4 V2.4.1 V3.2.1 V3.2.2 V3.3.1 V3.3.2 V3.3.3 V3.3.4 V3.4.1 V3.4.2 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.5.2 V3.5.3 V3.5.5 V3.7.2 V4.1.1 V4.1.2 V4.1.3 V5.1.1 V5.2.1 V5.2.2 V5.2.3 V5.4.1 V5.4.2 V6.1.3 V6.3.2 V6.3.3 V6.3.4 V6.5.1 V6.5.3 V6.5.5 V6.6.3 V6.8.1 V6.8.2 V6.8.4 V7.2.1 V7.2.2 V7.4.1 V7.4.2 V7.4.5 V8.1.1 V8.1.2 V8.2.1 V8.2.2 V8.2.3 V8.3.1 V8.4.1 V9.1.1 V9.1.2 V9.1.3 V9.2.1 V9.2.2 V9.2.3 V10.1.1 V10.3.1 V10.3.2 V10.3.3 V10.4.11 V11.1.1 V11.1.2 V11.2.1 V11.4.1 V11.5.1 V12.1.1 V12.2.1 V12.3.2 V13.1.1 V13.2.1 V13.2.2 V13.2.4 V13.2.5 V13.3.1 V13.3.2 V13.4.1 V13.4.2 V13.4.5 V14.1.1 V14.1.2 V14.2.1 V14.2.2 V14.2.3 V14.3.1 V14.3.2 V14.3.3 V15.1.1 V15.1.2 V15.2.1 V15.2.2 V15.3.1 V15.3.2 V15.3.3 V15.3.5 V15.3.6 V15.3.7 V16.1.1 V16.2.1 V16.2.2 V16.2.3 V16.2.4 V16.2.5 V16.3.1 V16.3.2 V16.3.3 V16.3.4 V16.4.1 V16.4.2 V16.4.3 V16.5.1 V16.5.2 V16.5.3'.split(
    ' ',
  );
const table = document
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [, ids = '', how = '', held = ''] = line.split('|').map((cell) => cell.trim());
    return { ids: ids.split(', '), how, held };
  });

test('every file that the document names is there', () => {
  expect(named.filter(({ file }) => !existsSync(path.join(root, file))).map(({ file }) => file)).toEqual([]);
});

test('every test that it names has that title, in the file that it names', () => {
  const missing = named.flatMap(({ file, titles }) =>
    titles.filter((title) => !textOf(file).includes(title)).map((title) => `${file}: ${title}`),
  );
  expect(named.flatMap(({ titles }) => titles).length).toBeGreaterThan(60);
  expect(missing).toEqual([]);
});

test('the table has every row of the standard once, each with how it holds and by what', () => {
  expect(table.flatMap(({ ids }) => ids).sort()).toEqual([...rows].sort());
  expect(table.filter(({ how, held }) => how === '' || !/\]\(|^later$/.test(held)).map(({ ids }) => ids)).toEqual([]);
});

test('the token matrix of the document has every row of the matrix that is run', () => {
  const told = document
    .split('\n')
    .filter((line) => /^\| K\d/.test(line))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/K\d+/g)].map(([row]) => row));
  const run = tokenMatrix.map(({ row }) => row.split(':')[0] ?? '');
  expect(told).toEqual(Array.from({ length: 18 }, (_, index) => `K${index + 1}`));
  expect(run.filter((row) => !told.includes(row))).toEqual([]);
});
