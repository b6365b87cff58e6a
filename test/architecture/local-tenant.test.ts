import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suitesIn } from './suites.ts';

// docs/local-tenant.md says of each row of what is known about the services which tests hold to it. Here it is held against the titles of the tests themselves.

const root = path.resolve(import.meta.dirname, '../..');
const files = ['functions', 'infra', 'test'].flatMap((folder) => suitesIn(folder, /\.test\.ts$/));

const mark = /\[(\d[\d.]*\.\d+ [DF]|host \d+)\]/g;

/** Which marks the texts of a file bear; what a comment says is no title. */
const marksIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .flatMap((line) =>
      [...line.matchAll(/(['"`])((?:(?!\1).)*)\1/g)].flatMap(([, , title = '']) => [...title.matchAll(mark)].map(([, row = '']) => row)),
    );

const borne = new Map(files.map((file) => [file, new Set(marksIn(readFileSync(path.join(root, file), 'utf8')))]));

const rows = readFileSync(path.join(root, 'docs/local-tenant.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (\d[\d.]*\.\d+ [DF]|host \d+) \|/.test(line))
  .map((line) => {
    const [, row = '', what = '', stands = ''] = line.split('|').map((cell) => cell.trim());
    return { row, what, stands, tests: [...stands.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file = '']) => file) };
  });

test('every row is there once, in words, and is either tested or says why not', () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.map(({ row }) => row).filter((row, index, all) => all.indexOf(row) !== index)).toEqual([]);
  expect(rows.filter(({ what, stands, tests }) => what === '' || (tests.length === 0) !== /^Not met: .{20,}/.test(stands))).toEqual([]);
});

test('the rows of a section are numbered without a gap', () => {
  const numbers = new Map<string, number[]>();
  for (const { row } of rows) {
    const [, section = '', number = ''] = /^(?:(.*)\.|host )(\d+)/.exec(row) ?? [];
    numbers.set(section, [...(numbers.get(section) ?? []), Number(number)]);
  }
  const gaps = [...numbers].filter(([, found]) => found.some((number, index) => number !== index + (found[0] ?? 0)));
  expect(gaps).toEqual([]);
  expect(rows.filter(({ row }) => row.startsWith('host '))).toHaveLength(15);
});

test('each file that a row names has a title with its mark', () => {
  const missing = rows.flatMap(({ row, tests }) => tests.filter((file) => !borne.get(file)?.has(row)).map((file) => `${row}: ${file}`));
  expect(missing).toEqual([]);
});

test('each mark in a title is of a row, and the row names the file', () => {
  const stray = [...borne].flatMap(([file, marks]) =>
    [...marks].filter((each) => !rows.some(({ row, tests }) => row === each && tests.includes(file))).map((each) => `${each}: ${file}`),
  );
  expect(stray).toEqual([]);
});
