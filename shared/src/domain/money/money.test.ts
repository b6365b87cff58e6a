import fc from 'fast-check';
import { addPence, formatMoney, type Pence, pence, penceToPounds, poundsText, poundsToPence } from './money.ts';
import { splitPence, timesUnits, vatOf } from './rounding.ts';

const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 }).map(pence);

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%p is not an amount of pence', (n) => {
  expect(() => pence(n)).toThrow(RangeError);
});

describe('a price typed into a Currency column', () => {
  test.each([
    [0, 0],
    [0.01, 1],
    [0.29, 29],
    [1.15, 115],
    [19.99, 1999],
    [1234.5, 123450],
    [0.1 + 0.2, 30],
    [76_000_000, 7_600_000_000],
    [10_000_000_000, 1_000_000_000_000],
  ])('£%p is %p pence', (given, expected) => {
    expect(poundsToPence(given)).toBe(expected);
  });

  test.each([-1, -0.01, Number.NaN, Number.POSITIVE_INFINITY, 0.001, 19.995, 45.1234, 1e11])('£%p is refused', (given) => {
    expect(poundsToPence(given)).toBeUndefined();
  });

  test('every amount of pence survives the column', () => {
    fc.assert(fc.property(amounts, (amount) => poundsToPence(penceToPounds(amount)) === amount));
  });

  test('a third decimal is never rounded away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 1, max: 9 }), (whole, mills) => {
        expect(poundsToPence((whole * 10 + mills) / 1000)).toBeUndefined();
      }),
    );
  });
});

test.each([
  [0, '£0.00'],
  [5, '£0.05'],
  [123450, '£1,234.50'],
  [7600000000, '£76,000,000.00'],
  [-250, '-£2.50'],
])('%p pence reads %p', (amount, text) => {
  expect(formatMoney(pence(amount))).toBe(text);
});

describe('R38: VAT', () => {
  test.each([
    [10_000, 2000, 2000],
    [2, 2000, 0],
    [3, 2000, 1],
    [1, 5000, 1],
    [12_345, 500, 617],
    [99_999, 0, 0],
    [-3, 2000, -1],
  ])('R38: on %p pence at %p basis points is %p pence', (net, rate, vat) => {
    expect(vatOf(pence(net), rate)).toBe(vat);
  });

  test('R38: is never more than half a penny from the exact share, at any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(pence), fc.integer({ min: 0, max: 10_000 }), (net, rate) => {
        const twiceError = 2n * (BigInt(vatOf(net, rate)) * 10_000n - BigInt(net) * BigInt(rate));
        expect(twiceError > -10_000n && twiceError <= 10_000n).toBe(true);
      }),
    );
  });

  test.each([-1, 17.5, 10_001])('R38: a rate of %p basis points is refused', (rate) => {
    expect(() => vatOf(pence(100), rate)).toThrow(RangeError);
  });
});

describe('units times price', () => {
  test.each([
    [1001, 2, 2002],
    [1001, 2.5, 2503],
    [1001, 0.25, 250],
    [3, 0.5, 2],
    [8000, 1.375, 11_000],
    [1001, 0.0625, 63],
    [4500, 0, 0],
  ])('%p pence times %p units is %p pence', (price, units, expected) => {
    expect(timesUnits(pence(price), units)).toBe(expected);
  });

  test.each([-1, 0.1, 1 / 3, Number.NaN, 2 ** 52])('%p units are refused', (units) => {
    expect(() => timesUnits(pence(100), units)).toThrow(RangeError);
  });

  test('a negative price is refused, and a product that is too large to be exact', () => {
    expect(() => timesUnits(pence(-1), 1)).toThrow(
      new RangeError('Units are nought or more, in whole sixteenths, at a price that is not negative.'),
    );
    expect(() => timesUnits(pence(2 ** 50), 2)).toThrow(new RangeError('The product is too large to be exact.'));
    expect(timesUnits(pence(0), 3)).toBe(0);
  });

  test('whole units are the repeated sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }).map(pence), fc.integer({ min: 0, max: 400 }), (price, units) => {
        expect(timesUnits(price, units)).toBe(addPence(...Array<Pence>(units).fill(price)));
      }),
    );
  });
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [123_450, '1234.50'],
  [-1205, '-12.05'],
  [-7, '-0.07'],
])('%p pence are %p in a file', (amount, text) => {
  expect(poundsText(pence(amount))).toBe(text);
});

test('nothing added up is nought, never less than nought by a hair', () => {
  expect(addPence()).toBe(0);
  expect(Object.is(pence(-0), 0)).toBe(true);
});

describe('an amount that is split', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [5, [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0]],
    [10, [3, 0, 7], [3, 0, 7]],
    [0, [1, 2], [0, 0]],
    [101, [1, 99], [1, 100]],
    [5, [3, 7], [2, 3]],
  ])('%p pence by %p is %p', (total, weights, shares) => {
    expect(splitPence(pence(total), weights)).toEqual(shares);
  });

  test('adds up to the penny, and no share is a penny or more from its exact part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(amounts, weights, (total, given) => {
        const sum = given.reduce((all, weight) => all + weight, 0);
        fc.pre(sum > 0);
        const shares = splitPence(total, given);
        expect(addPence(...shares)).toBe(total);
        for (const [at, share] of shares.entries()) {
          const off = BigInt(share) * BigInt(sum) - BigInt(total) * BigInt(given[at] ?? 0);
          expect(off < BigInt(sum) && -off < BigInt(sum)).toBe(true);
        }
      }),
    );
  });

  test.each([
    ['a negative amount', -1, [1]],
    ['no weights', 1, []],
    ['weights of nothing', 1, [0, 0]],
    ['a part of a weight', 1, [0.5]],
    ['a negative weight', 1, [-1, 2]],
    ['weights that are too large to be exact', 1, [2 ** 30]],
  ])('%s is refused', (_what, total, weights) => {
    expect(() => splitPence(pence(total), weights)).toThrow(RangeError);
  });
});
