import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// What a guide tells people to press or to look for is on the screens: a renamed button makes its guide red.

const root = path.resolve(import.meta.dirname, '../..');
const plain = (text: string): string => text.replaceAll('’', "'");
const textsIn = (folder: string): string =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|testing|fixture/.test(file))
    .map((file) => plain(readFileSync(path.join(root, folder, file), 'utf8')))
    .join('\n');
const screens = ['shared/src/ui', 'shared/src/domain', 'functions/src/cards'].map(textsIn).join('\n');

const labelsOf = (guide: string): string[] =>
  [...plain(readFileSync(path.join(root, 'docs', guide), 'utf8')).matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label);

test.each(['school-guide.md', 'approver-guide.md', 'commissioner-guide.md'])('what %s names in bold is on a screen', (guide) => {
  const labels = labelsOf(guide);
  expect(labels.length).toBeGreaterThan(5);
  expect(
    labels.filter((label) => !new RegExp(`['"\`>]\\s*${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*['"\`<]`).test(screens)),
  ).toEqual([]);
});
