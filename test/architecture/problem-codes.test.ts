import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import { edgeCodes, statusOf } from '@ap/shared/contract/problem';
import { editFaultCodes } from '@ap/shared/domain/hand-edits/edit-fault';
import { refusalCodes } from '@ap/shared/domain/refusal';
import ts from 'typescript';

/** Where each closed list of codes is declared: a code that stands nowhere else is said by nobody. */
const lists = ['shared/src/domain/refusal.ts', 'shared/src/contract/problem.ts', 'shared/src/domain/hand-edits/edit-fault.ts'];
const notTheProduct = /\.(test|fixture|corpus)\.tsx?$|\/(testing|test-support)\//;

interface Source {
  readonly file: string;
  readonly text: string;
}

const sources: readonly Source[] = ['shared/src/domain', 'shared/src/contract', 'functions/src']
  .flatMap((room) =>
    readdirSync(path.join(projectFolder, room), { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(room, file)),
  )
  .filter((file) => file.endsWith('.ts') && !notTheProduct.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(projectFolder, file), 'utf8') }));

/** What a refusal is made with: `refused('code', 'Sentence.')` of the rules, `new ProblemError('code', 'Sentence.')` of the edge. */
const makers = ['refused', 'ProblemError'];

interface Said {
  readonly at: string;
  readonly code: string;
  /** As far as it is written there: of a template the letters at its end. */
  readonly sentence: string | undefined;
}

const endOf = (node: ts.Expression | undefined): string | undefined => {
  if (node && ts.isStringLiteralLike(node)) return node.text;
  return node && ts.isTemplateExpression(node) ? node.templateSpans.at(-1)?.literal.text : undefined;
};

const saidIn = ({ file, text }: Source): readonly Said[] => {
  if (!makers.some((maker) => text.includes(`${maker}(`))) return [];
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Said[] = [];
  const look = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && makers.includes(node.expression.getText(tree))) {
      const [code, sentence] = node.arguments ?? [];
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      if (code && ts.isStringLiteral(code)) found.push({ at: `${file}:${line}`, code: code.text, sentence: endOf(sentence) });
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
};

const said = sources.flatMap(saidIn);
const known: ReadonlySet<string> = new Set([...refusalCodes, ...edgeCodes]);
const unknownIn = (all: readonly Said[]): readonly string[] =>
  all.filter(({ code }) => !known.has(code)).map(({ at, code }) => `${at} ${code}`);
/** A whole sentence; what ends in a value that is filled in may be one. */
const brokenIn = (all: readonly Said[]): readonly string[] =>
  all
    .filter(({ sentence }) => sentence !== undefined && sentence !== '' && !/[.?]$/.test(sentence))
    .map(({ at, sentence }) => `${at} ${sentence}`);

test('each code is declared once, in one list', () => {
  const all = [...refusalCodes, ...edgeCodes];
  expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
});

test('no code is made up where it is said', () => {
  expect(said.length).toBeGreaterThan(500);
  expect(unknownIn(said)).toEqual([]);
});

test('every code of a list is said by a rule or by the edge', () => {
  const elsewhere = sources.filter(({ file }) => !lists.includes(file));
  const isSaid = (code: string): boolean => elsewhere.some(({ text }) => text.includes(`'${code}'`));
  expect([...refusalCodes, ...edgeCodes, ...editFaultCodes].filter((code) => !isSaid(code))).toEqual([]);
});

test('every refusal ends as a sentence does, for a person reads it', () => expect(brokenIn(said)).toEqual([]));

test('every code has a status of HTTP that tells a caller what to do', () => {
  const odd = [...known].filter(
    (code) => ![400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503].includes(statusOf(code as (typeof refusalCodes)[number])),
  );
  expect(odd).toEqual([]);
});

test.each([
  ["refused('never-listed', 'You cannot.')", 1, 0],
  ["new ProblemError('not-yet', 'Come again')", 0, 1],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a piece of code under test
  ["refused('not-yet', `Come again on ${day}.`, '/day')", 0, 0],
])('the search tells of %s: %d made up, %d no sentence', (text, madeUp, broken) => {
  const found = saidIn({ file: 'x.ts', text });
  expect(found).toHaveLength(1);
  expect([unknownIn(found).length, brokenIn(found).length]).toEqual([madeUp, broken]);
});
