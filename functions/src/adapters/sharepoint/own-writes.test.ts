import { ownWrites } from './own-writes.ts';

const tag = (count: number): string => `"07bfcdd5-450d-48ce-8dc3-04f7f59edc5f,${count}"`;
const written = (...writes: readonly (readonly [over: number | undefined, left: number, version: number])[]) => {
  const own = ownWrites();
  for (const [over, left, version] of writes) own.note({ over: over === undefined ? undefined : tag(over), left: tag(left), version });
  return (after: number, count: number, version: number) => own.madeAllAfter(after, { eTag: tag(count), version });
};

test('versions that this process wrote one over another are all its own, from the making of the row on', () => {
  const all = written([undefined, 1, 1], [1, 2, 2], [2, 3, 3]);
  expect([all(0, 3, 3), all(1, 3, 3), all(0, 1, 1)]).toEqual([true, true, true]);
});

test('where somebody else wrote between two of its writes, or after them, they are not', () => {
  const all = written([undefined, 1, 1], [2, 3, 3]);
  expect([all(0, 3, 3), all(1, 3, 3)]).toEqual([false, false]);
  expect(all(2, 3, 3)).toBe(true);
  expect(all(2, 4, 4)).toBe(false);
});

test('a write after which the list counts more than its own update is believed of nobody', () => {
  expect(written([1, 3, 3])(2, 3, 3)).toBe(false);
});

test('a write that made no version of its own hides none of somebody else', () => {
  // The second changed nothing: the third version is not among them.
  expect(written([3, 4, 4], [4, 5, 4])(2, 5, 4)).toBe(false);
});

test('where the service tells no version nothing is known', () => {
  expect(written([1, 2, Number.NaN])(1, 2, 2)).toBe(false);
});
