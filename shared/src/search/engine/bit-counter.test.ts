import fc from 'fast-check';
import { BitCounter } from './bit-counter.ts';
import { popcount } from './bits.ts';

test.each([
  ['as a loop', 20],
  ["by the processor's own instruction", 40],
])('every value is counted over every set, any range of values, region by region: %s', (_how, words) => {
  const word = fc.oneof(fc.integer(), fc.constant(0), fc.constant(-1));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 13 }), fc.infiniteStream(word), fc.nat(12), fc.nat(12), (width, stream, low, high) => {
      const rows = Int32Array.from({ length: width * words }, () => stream.next().value as number);
      const sets = [0, 1].map(() => Int32Array.from({ length: words }, () => stream.next().value as number));
      const [from = 0, to = 0] = [low, high].map((end) => Math.min(end, width)).sort((a, b) => a - b);
      const counter = new BitCounter(rows, width, 2);
      for (const [region, own] of sets.entries()) {
        counter.clear(region);
        for (const [at, set] of own.entries()) counter.put(region, at, set);
      }
      for (const [region, own] of sets.entries()) {
        const counts = new Int32Array(width).fill(7);
        if (from < to) counter.count(region, from, to, counts);
        const expected = Array.from({ length: width }, (_, value) =>
          value < from || value >= to ? 7 : own.reduce((sum, set, at) => sum + popcount((rows[at * width + value] as number) & set), 7),
        );
        expect([...counts]).toEqual(expected);
      }
    }),
    { numRuns: 50 },
  );
});
