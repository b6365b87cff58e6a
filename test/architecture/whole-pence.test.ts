import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

/** Where money is counted; screens only show it. */
const rooms = ['shared/src/domain', 'shared/src/lists', 'shared/src/contract', 'functions/src'];
/** The one file that makes money of a number, and refuses a part of a penny. */
const mint = 'shared/src/domain/money/money.ts';

const casts = /\bas (unknown as )?Pence\b/;
const floats = /\bparseFloat\b|\.toFixed\(/;

const filesIn = (room: string): readonly string[] =>
  readdirSync(path.join(projectFolder, room), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(room, file))
    .filter((file) => /\.ts$/.test(file) && !/\.(test|fixture|corpus)\.ts$/.test(file));

const linesWith = (source: string, sought: RegExp): readonly string[] => source.split('\n').filter((line) => sought.test(line));

test('R38: no part of a penny gets into a total: money is made by money.ts alone, which takes whole numbers only', () => {
  const found = rooms
    .flatMap(filesIn)
    .filter((file) => file !== mint)
    .flatMap((file) => {
      const source = readFileSync(path.join(projectFolder, file), 'utf8');
      return [...linesWith(source, casts), ...linesWith(source, floats)].map((line) => `${file}: ${line.trim()}`);
    });
  expect(found).toEqual([]);
});

test('a planted cast and a planted float are found', () => {
  expect(linesWith('const total = (net * 1.2) as Pence;\nconst fine = pence(3);', casts)).toHaveLength(1);
  expect(linesWith('const total = (net * 1.2).toFixed(2);\nconst read = parseFloat(text);', floats)).toHaveLength(2);
});
