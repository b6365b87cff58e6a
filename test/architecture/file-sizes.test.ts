import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

// A file that holds one idea is short. Whoever meets a limit here looks for the second idea in the file, and gives it a file with its own name.

const longest = 400;
const longestOfMost = 200;
const longestOfHalf = 80;

/** What nobody reads from its first line to its last: data written as code. Generated files are not kept. */
const isData = (file: string): boolean => /\.corpus\.ts$/.test(file);

const lengths = execFileSync('git', ['ls-files', '--', '*.ts', '*.tsx', '*.mjs', '*.cjs'], { cwd: projectFolder, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !isData(file) && existsSync(path.join(projectFolder, file)))
  .map((file) => ({ file, lines: readFileSync(path.join(projectFolder, file), 'utf8').split('\n').length - 1 }))
  .sort((one, other) => one.lines - other.lines);

/** The length that this share of all files does not pass. */
const lengthOf = (share: number): number => lengths[Math.ceil(lengths.length * share) - 1]?.lines ?? Number.NaN;

test(`no file is longer than ${longest} lines`, () => {
  expect(lengths.length).toBeGreaterThan(1_000);
  expect(lengths.filter(({ lines }) => lines > longest)).toEqual([]);
});

test(`half of all files have at most ${longestOfHalf} lines, and nineteen of twenty at most ${longestOfMost}`, () => {
  expect(lengthOf(0.5)).toBeLessThanOrEqual(longestOfHalf);
  expect(lengthOf(0.95)).toBeLessThanOrEqual(longestOfMost);
});
