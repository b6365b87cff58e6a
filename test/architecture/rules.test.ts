import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import { suitesIn } from './suites.ts';

// docs/rules.md says each rule of law and policy in short, with the tests that hold to it. Here it is held against the titles of the tests themselves.

/** The numbers of rules in the titles of a source: R, a number, in a title of several words. */
const rulesIn = (source: string): readonly string[] =>
  [...source.matchAll(/\(\s*(['"`])((?:(?!\1)[^\n])* (?:(?!\1)[^\n])*)\1,/g)].flatMap(([, , title = '']) => [
    ...(title.match(/\bR\d+\b/g) ?? []),
  ]);

const titled = new Map(
  ['shared', 'functions', 'infra', 'teams-app', 'test']
    .flatMap((folder) => suitesIn(folder, /\.test\.tsx?$/))
    .map((file) => [file, new Set(rulesIn(readFileSync(path.join(projectFolder, file), 'utf8')))]),
);

const rows = [...readFileSync(path.join(projectFolder, 'docs/rules.md'), 'utf8').matchAll(/^\| (R\d+) \| [^|]+ \| ([^|]+) \|$/gm)].map(
  ([, rule = '', tests = '']) => ({ rule, tests: [...tests.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file = '']) => file) }),
);

test('every rule from R1 to R43 is told once, with a test that bears its number in a title', () => {
  expect(rows.map(({ rule }) => rule)).toEqual(Array.from({ length: 43 }, (_, index) => `R${index + 1}`));
  expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
  expect(rows.flatMap(({ rule, tests }) => tests.filter((file) => !titled.get(file)?.has(rule)).map((file) => `${rule}: ${file}`))).toEqual(
    [],
  );
});

test('no title bears the number of a rule that nobody made', () => {
  const known = new Set(rows.map(({ rule }) => rule));
  expect([...titled].flatMap(([file, rules]) => [...rules].filter((rule) => !known.has(rule)).map((rule) => `${rule}: ${file}`))).toEqual(
    [],
  );
});

test('a number is found in a title, and nowhere else', () => {
  expect(rulesIn("describe('R12 to R14: who must register', () => rate('R99', 3));\n// R98 is no title\n")).toEqual(['R12', 'R14']);
});
