import { existsSync, readFileSync } from 'node:fs';
import { linesOf, placeOf, readExplained, survivorOf } from './explained.ts';
import { explainedFile, mutationParts } from './parts.ts';

const source = ['const size = (x: number) => {', '  if (x > 9) return 1;', '  return 0;', '};'].join('\n');
const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});

describe('a survivor', () => {
  test('is told by what it changes, so that it is the same wherever its line moves to', () => {
    const told = 'days/size.ts: if («x > 9») return 1; → x >= 9';
    expect(survivorOf('shared/src/domain/days/size.ts', source, at(2, 7, 2, 12), 'x >= 9')).toBe(told);
    expect(survivorOf('/tmp/shared/src/domain/days/size.ts', `\n${source}`, at(3, 7, 3, 12), 'x >= 9')).toBe(told);
    expect(placeOf(told)).toEqual({ path: 'shared/src/domain/days/size.ts', line: 'if (x > 9) return 1;' });
  });

  test('over several lines is told by its first', () => {
    const told = survivorOf('shared/src/domain/days/size.ts', source, at(1, 29, 4, 2), '{\n}');
    expect(told).toBe('days/size.ts: const size = (x: number) => «{» → { }');
    expect(linesOf(source)).toContain(placeOf(told).line);
  });
});

describe('explanations', () => {
  test('are a reason and the changes below it', () => {
    const explained = readExplained('# Only how fast.\na.ts: «x» → y\n\n# Never reached.\na.ts: «z» → y\n');
    expect([...explained]).toEqual([
      ['a.ts: «x» → y', 'Only how fast.'],
      ['a.ts: «z» → y', 'Never reached.'],
    ]);
  });

  test('are of code as it is: whoever edits an explained line asks about it again', () => {
    const files = mutationParts.map(explainedFile).filter((file) => existsSync(file));
    const known = new Map<string, ReadonlySet<string>>();
    const lines = (path: string): ReadonlySet<string> => {
      const read = known.get(path) ?? linesOf(existsSync(path) ? readFileSync(path, 'utf8') : '');
      known.set(path, read);
      return read;
    };
    const survivors = files.flatMap((file) => [...readExplained(readFileSync(file, 'utf8'))]);
    const stale = survivors.filter(([survivor]) => !lines(placeOf(survivor).path).has(placeOf(survivor).line));
    expect(stale).toEqual([]);
    expect(survivors.filter(([, reason]) => reason === '')).toEqual([]);
  });
});
