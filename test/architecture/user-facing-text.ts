import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import ts from 'typescript';

/** A text of the source that a person may read, with where it stands: 'shared/src/ui/words.tsx:12'. */
export interface SourceText {
  readonly at: string;
  readonly text: string;
}

// The leak that another test plants beside the sources comes and goes while they are read.
const tests = /(^|\/)(testing|test-support|fixtures)\/|\.(test|fixture|corpus)\.tsx?$/;

/** Source files below a folder, from the project's folder; without tests and what only they use. */
const sourcesOf = (folder: string): readonly string[] =>
  readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => /\.tsx?$/.test(name) && !tests.test(name));

/** A code, a path or a name is one word in small letters; words for people have a space or a capital letter. */
const isForPeople = (text: string): boolean => /\s/.test(text.trim()) || /^[A-Z][a-z]+/.test(text.trim());

const partOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : undefined;
};

/** Every text for people in one source. What is imported is named, not read. */
export const textsIn = (name: string, source: string): readonly SourceText[] => {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: SourceText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    const text = partOf(node);
    if (text !== undefined && isForPeople(text))
      found.push({
        at: `${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`,
        text: text.replace(/\s+/g, ' ').trim(),
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

/** Every text for people below these folders. */
export const userFacingTexts = (...folders: readonly string[]): readonly SourceText[] =>
  folders.flatMap(sourcesOf).flatMap((name) => textsIn(name, readFileSync(path.join(projectFolder, name), 'utf8')));
