import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import ts from 'typescript';

// docs/glossary.md has one word for one thing. Here the page is held against the code.

const page = readFileSync(path.join(projectFolder, 'docs/glossary.md'), 'utf8');
const [declared = '', refused = ''] = page.split('## Words that we do not use');

/** Each name of the page, with the file in which it says that it is declared. */
const names = [...declared.matchAll(/\[`(\w+)`\]\(\.\.\/([^)]+)\)/g)].map(([, name = '', file = '']) => ({ name, file }));
const words = [...declared.matchAll(/^\| ([^|]+) \|[^|]+\| \[/gm)].flatMap(([, word = '']) => word.split(', '));
const unused = [...refused.matchAll(/^\| ([a-z, ]+) \| [a-z]/gm)].flatMap(([, listed = '']) => listed.split(', '));

const sourcesIn = (room: string): readonly string[] =>
  readdirSync(path.join(projectFolder, room), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(room, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture|corpus)\.tsx?$|\/(testing|test-support)\//.test(file));

/** The words of a name: 'toCallOffReply' is of four. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

const isUnused = (word: string): boolean => unused.some((each) => word === each || word === `${each}s`);

/** Names in a source that have a word which we do not use. What is said in a text is no name. */
const strangersIn = (file: string, text: string): readonly string[] => {
  if (!unused.some((word) => text.toLowerCase().includes(word))) return [];
  const found = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && wordsOf(node.text).some(isUnused)) found.add(`${file}: ${node.text}`);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return [...found];
};

test('every name of the glossary is declared where the page says', () => {
  expect(names.length).toBeGreaterThan(60);
  const lost = names.filter(({ name, file }) => {
    const there = path.join(projectFolder, file);
    return (
      !existsSync(there) || !new RegExp(`^export (const|function|class|interface|type) ${name}\\b`, 'm').test(readFileSync(there, 'utf8'))
    );
  });
  expect(lost).toEqual([]);
});

test('each word has one row, and is none of those that we do not use', () => {
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  expect(words.filter(isUnused)).toEqual([]);
});

/** Fields of the open data have the names that their standard gives them. */
const namesOfAStandard = ['shared/src/domain/open-data'].flatMap(sourcesIn).flatMap((file) => [`${file}: suppliers`, `${file}: license`]);

test('no name in the code has a word that we do not use', () => {
  expect(unused.length).toBeGreaterThan(20);
  const found = ['shared/src', 'functions/src', 'teams-app/src', 'spfx-webpart/src'].flatMap(sourcesIn);
  const strangers = found.flatMap((file) => strangersIn(file, readFileSync(path.join(projectFolder, file), 'utf8')));
  expect(strangers.filter((each) => !namesOfAStandard.includes(each))).toEqual([]);
});

test('no two types of the domain and the search have one name', () => {
  // A tender's decider is the general one with its own words filled in.
  const sameAsGeneral = ['shared/src/domain/tenders/decider.ts'];
  const places = new Map<string, string[]>();
  for (const file of ['shared/src/domain', 'shared/src/search'].flatMap(sourcesIn).filter((each) => !sameAsGeneral.includes(each)))
    for (const [, name = ''] of readFileSync(path.join(projectFolder, file), 'utf8').matchAll(/^export (?:interface|type|class) (\w+)/gm))
      places.set(name, [...(places.get(name) ?? []), file]);
  expect(places.size).toBeGreaterThan(300);
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});

test.each([
  ['export const supplierRef = 1;', ['x.ts: supplierRef']],
  ['interface BlockPool {}', ['x.ts: BlockPool']],
  ["const said = 'a supplier'; // of a customer", []],
  ['const toBidden = 1;', []],
])('the search tells of %s', (source, found) => expect(strangersIn('x.ts', source)).toEqual(found));
