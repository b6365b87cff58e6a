import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suitesIn } from './suites.ts';

// docs/expectations.md says for each of the 48 things that users expect where it is held to. Here it is held against the titles of the tests themselves.

const root = path.resolve(import.meta.dirname, '../..');
const files = ['shared', 'functions', 'infra', 'teams-app', 'test', 'spfx-webpart/src'].flatMap((folder) =>
  suitesIn(folder, /\.(test|contract)\.tsx?$/),
);

/** Which numbers the titles of each file begin with: E, the number, a colon. */
const bornIn = new Map(
  files.map((file) => [
    file,
    new Set([...readFileSync(path.join(root, file), 'utf8').matchAll(/\(\s*['"`]E(\d+): /g)].map(([, number]) => Number(number))),
  ]),
);
const born = new Set([...bornIn.values()].flatMap((numbers) => [...numbers]));

const rows = readFileSync(path.join(root, 'docs/expectations.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, number = '', expected = '', tested = '', seen = ''] = line.split('|').map((cell) => cell.trim());
    return { number: Number(number), expected, tests: [...tested.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file = '']) => file), seen };
  });

test('the table has every number once, each with what users expect', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
  expect(rows.filter(({ expected }) => expected === '')).toEqual([]);
});

test('what it calls tested has a title with the number in each file that it names', () => {
  const unborn = rows.flatMap(({ number, tests }) =>
    tests.filter((file) => !bornIn.get(file)?.has(number)).map((file) => `${number}: ${file}`),
  );
  expect(unborn).toEqual([]);
});

test('a number that a title bears is called tested, and is one of the table', () => {
  const untold = [...born].filter((number) => !rows.some((row) => row.number === number && row.tests.length > 0));
  expect(untold).toEqual([]);
});

test('what no test holds to was seen by a person, on a day that is told', () => {
  const unseen = rows.filter(({ tests, seen }) => tests.length === 0 && !/seen on 20\d\d-\d\d-\d\d/.test(seen));
  expect(unseen.map(({ number }) => number)).toEqual([]);
});
