import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

const folder = path.join(projectFolder, 'docs/decisions');

test('decisions are numbered without a gap, each number once, and each begins with its own', () => {
  const files = readdirSync(folder).sort();
  const headings = files.map((file) => readFileSync(path.join(folder, file), 'utf8').split('\n')[0] ?? '');
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
  expect(headings.map((heading) => Number(/^# (\d+)\. /.exec(heading)?.[1]))).toEqual(files.map((_, index) => index + 1));
});
