import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import ts from 'typescript';

// GOV.UK error messages: say what to enter. No word that blames, begs or says nothing.
const banned = /\b(please|sorry|oops|invalid|forbidden|illegal)\b|\b(is|are) required\b|\brequired field|\berror occurred\b/i;

/** Where words for people come from: screens, refusals, cards, mails, problems. */
const rooms = ['shared/src/ui', 'shared/src/domain', 'shared/src/contract', 'functions/src', 'teams-app/src', 'spfx-webpart/src'];
const notForPeople = /\.(test|fixture|corpus|contract)\.tsx?$|\/(testing|test-support)\/|\/card-rules\.ts$/;

/** Longer than any sentence: a list of words to look for. */
const listOfWords = 1_000;

const filesIn = (room: string): readonly string[] =>
  readdirSync(path.join(projectFolder, room), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(room, file))
    .filter((file) => /\.tsx?$/.test(file) && !notForPeople.test(file));

/** Every text in a file that a person could read: more than one word. */
const textsIn = (source: string, file: string): readonly string[] => {
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node))
      if (/\w\s+\w/.test(node.text) && node.text.length < listOfWords) texts.push(node.text.trim().replace(/\s+/g, ' '));
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return texts;
};

const bannedIn = (source: string, file: string): readonly string[] =>
  textsIn(source, file)
    .filter((text) => banned.test(text))
    .map((text) => `${file}: ${text}`);

test('E24: no text says invalid, please, sorry, oops or required: it says what to enter', () => {
  const found = rooms.flatMap(filesIn).flatMap((file) => bannedIn(readFileSync(path.join(projectFolder, file), 'utf8'), file));
  expect(found).toEqual([]);
});

test.each([
  "const detail = 'The postcode is invalid';",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a piece of code under test
  'const detail = `Please enter ${what}`;',
  'const screen = <p>Sorry, something went wrong</p>;',
  "const error = 'This field is required';",
])('the search finds it in %s', (source) => expect(bannedIn(source, 'x.tsx')).toHaveLength(1));

test('names in code are no text for people', () => expect(bannedIn("const code = 'invalid'; // please", 'x.ts')).toEqual([]));
