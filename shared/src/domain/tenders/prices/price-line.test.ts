import { pence } from '../../money/money.ts';
import { aBook, aPriceLine } from './price-book.fixture.ts';
import { ratesOf } from './price-book.ts';
import { pricedThing, pricedTwice, priceFault, pricesFault, pricesSameThing } from './price-line.ts';

const group = (from: number, to: number) => aPriceLine({ group: { from, to } });

describe('a price', () => {
  test.each<[string, ReturnType<typeof aPriceLine>, string | undefined, string | undefined]>([
    ['a penny', aPriceLine({ price: pence(1) }), undefined, undefined],
    ['£100,000', aPriceLine({ price: pence(10_000_000) }), undefined, undefined],
    ['a penny over that', aPriceLine({ price: pence(10_000_001) }), 'price-not-allowed', '/lines/0/price'],
    ['half a penny', { ...aPriceLine(), price: 0.5 as never }, 'price-not-allowed', '/lines/0/price'],
    ['for one pupil at a time', group(1, 1), undefined, undefined],
    ['for 100 pupils', group(100, 100), undefined, undefined],
    ['for 101 pupils', group(1, 101), 'number-not-allowed', '/lines/0/group'],
    ['for one pupil and a half', group(1, 1.5), 'number-not-allowed', '/lines/0/group'],
    ['from half a pupil', group(1.5, 2), 'number-not-allowed', '/lines/0/group'],
  ])('of %s', (_what, line, code, field) => {
    const fault = priceFault(line, '/lines/0');
    expect([fault?.code, fault?.field]).toEqual([code, field]);
  });

  test('stands for the same thing as another of its service and unit with a size of group in common', () => {
    expect(pricesSameThing(group(1, 3), group(3, 5))).toBe(true);
    expect(pricesSameThing(group(3, 5), group(1, 3))).toBe(true);
    expect(pricesSameThing(group(1, 3), group(4, 5))).toBe(false);
    expect(pricesSameThing(group(4, 5), group(1, 3))).toBe(false);
    expect(pricesSameThing(aPriceLine(), group(1, 1))).toBe(true);
    expect(pricesSameThing(aPriceLine(), group(100, 100))).toBe(true);
    expect(pricesSameThing(aPriceLine(), aPriceLine({ serviceRef: 'S-00002' }))).toBe(false);
    expect(pricesSameThing(aPriceLine(), aPriceLine({ unit: 'day' }))).toBe(false);
  });

  test('is named by its service, its unit and its group', () => {
    expect([aPriceLine(), group(1, 3), group(2, 2), group(1, 1)].map(pricedThing)).toEqual([
      'S-00001, per hour',
      'S-00001, per hour, 1 to 3 pupils',
      'S-00001, per hour, 2 pupils',
      'S-00001, per hour, 1 pupil',
    ]);
  });
});

describe('a list of prices', () => {
  test('holds no two for the same thing, however far apart they stand', () => {
    const lines = [group(1, 3), group(4, 5), group(6, 9), group(5, 5)];
    expect(pricedTwice(lines)).toEqual([lines[1], lines[3]]);
    expect(pricesFault(lines, '/lines')).toMatchObject({ code: 'price-overlaps', field: '/lines/3' });
    expect(pricesFault(lines.slice(0, 3), '/lines')).toBeUndefined();
  });

  test('names the first that cannot stand', () => {
    expect(pricesFault([aPriceLine(), group(2, 1)], '/lines')).toMatchObject({ field: '/lines/1/group' });
  });
});

test('a rate of the book carries a group and volume prices where the price has them, and else none', () => {
  const [plain] = ratesOf(aBook());
  expect(plain).toStrictEqual({
    ref: 'R-PB-AP-2026-P-0001-1',
    serviceRef: 'S-00001',
    lotKey: 'AP-2026-1',
    unit: 'hour',
    price: 4_000,
    effectiveFrom: '2026-12-01',
    effectiveTo: '2030-08-31',
    status: 'approved',
    approvedBy: 'AW-1',
  });
  const volumeBands = [{ fromUnits: 50, unitPrice: pence(3_800) }];
  expect(ratesOf(aBook([{ ...group(1, 3), volumeBands }]))).toStrictEqual([{ ...plain, groupFrom: 1, groupTo: 3, volumeBands }]);
  expect(ratesOf(aBook([aPriceLine({ volumeBands: [] })]))).toStrictEqual([plain]);
});
