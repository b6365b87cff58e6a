import fc from 'fast-check';
import { addPence, pence } from '../money/money.ts';
import { timesUnits, vatOf } from '../money/rounding.ts';
import { afterTransfer, maximumCost, sharesOf, totalsOf } from './shares.ts';

const parts = (quarters: fc.Arbitrary<number>, most = 12) =>
  fc
    .array(quarters, { minLength: 1, maxLength: most })
    .map((all) => all.map((count, at) => ({ buyerRef: `BUYER-${at}`, units: count / 4 })));
const whole = fc.integer({ min: 1, max: 500 }).map((units) => units * 4);
const anyQuarters = fc.integer({ min: 0, max: 2_000 });
const price = fc.integer({ min: 1, max: 20_000 }).map(pence);
const vat = fc.constantFrom(0, 500, 2_000, 1_234);

test('row 52: without VAT a pledge costs no penny more than its units', () => {
  expect(maximumCost(4, pence(1_000), 0)).toEqual({ net: 4_000, vat: 0, gross: 4_000 });
  expect(maximumCost(4, pence(1_000), 2_000)).toEqual({ net: 4_000, vat: 801, gross: 4_801 });
});

test.each([
  ['an eighth of a unit', [0.125]],
  ['less than none, though all of them make some', [5, -1]],
])('row 52: nobody buys %s', (_what, units) => {
  const parts = units.map((each, at) => ({ buyerRef: `BUYER-${at}`, units: each }));
  expect(() => sharesOf(parts, pence(100), 0)).toThrow('Units are counted in whole quarters from nought.');
});

describe('row 52: each buyer owes its own share', () => {
  test('VAT is reckoned on the total and split by largest remainder', () => {
    // 20 % of 3 x £1.01 is 60.6p, so 61p; three buyers' own 20.2p would make 60p.
    const three = ['A', 'B', 'C'].map((buyerRef) => ({ buyerRef, units: 1 }));
    expect(sharesOf(three, pence(101), 2_000).map(({ net, vat: tax, gross }) => [net, tax, gross])).toEqual([
      [101, 21, 122],
      [101, 20, 121],
      [101, 20, 121],
    ]);
  });

  test('whole units cost their number times the price, to the penny, and VAT adds up', () => {
    fc.assert(
      fc.property(parts(whole), price, vat, (given, unitPrice, basisPoints) => {
        const shares = sharesOf(given, unitPrice, basisPoints);
        for (const share of shares) {
          expect(share.net).toBe(unitPrice * share.units);
          expect(share.gross).toBe(share.net + share.vat);
          // A penny at most from VAT on this share alone, on either side of its rounding.
          expect(Math.abs(share.vat - vatOf(share.net, basisPoints))).toBeLessThanOrEqual(1);
        }
        const { net, vat: tax } = totalsOf(shares);
        expect([net, tax]).toEqual([unitPrice * totalsOf(given.map(zero)).units, vatOf(net, basisPoints)]);
      }),
    );
  });

  test('also with parts of a unit every sum is exact: one rounding for all', () => {
    fc.assert(
      fc.property(parts(anyQuarters), price, vat, (given, unitPrice, basisPoints) => {
        const { units, net, vat: tax, gross } = totalsOf(sharesOf(given, unitPrice, basisPoints));
        expect(net).toBe(timesUnits(unitPrice, units));
        expect(tax).toBe(vatOf(net, basisPoints));
        expect(gross).toBe(net + tax);
      }),
    );
  });

  test('the order of the buyers moves no penny', () => {
    const orders = parts(whole).chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
    const byBuyer = (shares: ReturnType<typeof sharesOf>) => new Map(shares.map((share) => [share.buyerRef, share]));
    fc.assert(
      fc.property(orders, price, vat, ([given, other], unitPrice, basisPoints) => {
        expect(byBuyer(sharesOf(other, unitPrice, basisPoints))).toEqual(byBuyer(sharesOf(given, unitPrice, basisPoints)));
      }),
    );
  });

  test('what is no quarter of a unit is a fault of the code', () => {
    expect(() => sharesOf([{ buyerRef: 'A', units: 0.1 }], pence(100), 0)).toThrow(RangeError);
    expect(() => sharesOf([{ buyerRef: 'A', units: -1 }], pence(100), 0)).toThrow(RangeError);
  });

  test('shares of nothing are nothing', () => {
    expect(totalsOf(sharesOf([{ buyerRef: 'A', units: 0 }], pence(100), 2_000))).toEqual({ units: 0, net: 0, vat: 0, gross: 0 });
  });
});

const zero = ({ buyerRef, units }: { readonly buyerRef: string; readonly units: number }) => ({
  buyerRef,
  units,
  net: pence(0),
  vat: pence(0),
  gross: pence(0),
});

test('row 52: nobody is charged more than its approver approved, whatever the others buy', () => {
  fc.assert(
    fc.property(parts(whole, 40), price, fc.nat(300), vat, (given, unitPrice, above, basisPoints) => {
      for (const share of sharesOf(given, unitPrice, basisPoints))
        expect(share.gross).toBeLessThanOrEqual(maximumCost(share.units, pence(unitPrice + above), basisPoints).gross);
    }),
  );
});

test('row 54: a transfer makes no unit and no penny, and moves nobody else’s share', () => {
  const moves = parts(whole).chain((given) =>
    fc.record({
      given: fc.constant(given),
      from: fc.nat(given.length - 1),
      to: fc.nat(given.length - 1),
      portion: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(moves, price, vat, ({ given, from, to, portion }, unitPrice, basisPoints) => {
      fc.pre(from !== to);
      const shares = sharesOf(given, unitPrice, basisPoints);
      const [giver, taker] = [shares[from], shares[to]];
      if (!giver || !taker) return;
      const units = Math.floor(giver.units * portion);
      const [left, taken] = afterTransfer(giver, taker, units, unitPrice);
      expect([left.units, taken.units]).toEqual([giver.units - units, taker.units + units]);
      expect([left.net, taken.net]).toEqual([unitPrice * left.units, unitPrice * taken.units]);
      expect(addPence(left.vat, taken.vat)).toBe(addPence(giver.vat, taker.vat));
      expect(addPence(left.gross, taken.gross)).toBe(addPence(giver.gross, taker.gross));
      expect(Math.min(left.vat, taken.vat)).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(() => afterTransfer(zero({ buyerRef: 'A', units: 1 }), zero({ buyerRef: 'B', units: 1 }), 2, pence(1))).toThrow(RangeError);
});
