import { existsSync, readdirSync } from 'node:fs';
import { askedParts, mutated, mutationParts, partNameOf, testsOf } from './parts.ts';
import { percentOf, scoreOf, totalOf } from './score.ts';

const mutants = (...statuses: Parameters<typeof scoreOf>[1][number]['status'][]) => statuses.map((status) => ({ status }));

describe('the score of a part', () => {
  test('counts what a test noticed, by failing or by no longer coming to an end', () => {
    expect(scoreOf('orders', mutants('Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Ignored'))).toEqual({
      name: 'orders',
      killed: 2,
      survived: 1,
      uncovered: 1,
    });
  });

  test('is rounded down, so that 89.99 is not 90; and what nothing ran through counts against it', () => {
    expect(percentOf({ name: 'x', killed: 8999, survived: 1000, uncovered: 1 })).toBe(89.9);
    expect(percentOf({ name: 'x', killed: 0, survived: 0, uncovered: 0 })).toBe(100);
  });

  test('of all parts is that of all their mutants, not the middle of their scores', () => {
    const all = totalOf([scoreOf('a', mutants('Killed', 'Killed', 'Killed')), scoreOf('b', mutants('Survived'))]);
    expect(percentOf(all)).toBe(75);
  });
});

describe('the parts', () => {
  test('mutate rules, not their tests; and every part has tests of its own beside its stories', () => {
    for (const part of mutationParts) {
      expect(mutated([part])).toEqual(expect.arrayContaining([part.code, '!shared/src/domain/**/*.test.ts']));
      expect(testsOf(part)[0]).toMatch(/^shared\/src\/domain\/.*\.test\.ts$/);
    }
  });

  test('are the whole domain: each folder is one', () => {
    const folders = readdirSync('shared/src/domain', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(mutationParts.map(({ name }) => name).sort()).toEqual(['shared', ...folders.map(({ name }) => name)].sort());
  });

  test('are asked for by name, or one file of one; a name that is none is given back', () => {
    expect(askedParts(['orders', 'money/money.ts', 'orders/start-order.ts'])).toMatchObject([
      { name: 'orders', code: 'shared/src/domain/orders/**/*.ts' },
      { name: 'money', code: 'shared/src/domain/money/money.ts' },
      { name: 'orders', code: 'shared/src/domain/orders/start-order.ts' },
    ]);
    expect(askedParts([])).toBe(mutationParts);
    expect(askedParts(['orders', 'ordres'])).toBe('ordres');
  });

  test('are known by a file, wherever it was copied to', () => {
    const files = ['orders/start-order.ts', 'tenders/round/round.ts', 'effect.ts'].map((file) => `/tmp/sandbox/shared/src/domain/${file}`);
    expect(files.map(partNameOf)).toEqual(['orders', 'tenders', 'shared']);
  });

  test('name stories that exist', () => {
    const missing = mutationParts.flatMap(({ stories }) => stories).filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });
});
