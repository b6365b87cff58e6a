import { pence } from '../money/money.ts';
import { expectedVat, splitVat, vatMatches } from './split-vat.ts';

const line = (net: number, vatBasisPoints: number) => ({ net: pence(net), vatBasisPoints });

describe('R38: the VAT of a paper', () => {
  test('is shared out by the VAT that each line owes; one that owes none gets none', () => {
    expect(splitVat(pence(400), [line(1_000, 2_000), line(5_000, 0), line(1_000, 2_000)])).toEqual([200, 0, 200]);
    expect(splitVat(pence(250), [line(1_000, 2_000), line(1_000, 500)])).toEqual([200, 50]);
  });

  test('where no line owes any, by what each charges, and where none charges anything in equal parts', () => {
    expect(splitVat(pence(30), [line(1_000, 0), line(2_000, 0)])).toEqual([10, 20]);
    expect(splitVat(pence(3), [line(0, 0), line(0, 2_000)])).toEqual([2, 1]);
    expect(splitVat(pence(3), [])).toEqual([]);
  });

  test('is counted once on the sum at each rate', () => {
    // 20 % of three times £1.01 is 60.6p; three times 20.2p would be 60p.
    expect(expectedVat([line(101, 2_000), line(101, 2_000), line(101, 2_000)])).toBe(61);
    expect(expectedVat([line(1_000, 2_000), line(1_000, 500), line(1_000, 0)])).toBe(250);
    expect(expectedVat([])).toBe(0);
  });

  test('may be a penny a line more or less', () => {
    const lines = [line(1_000, 2_000), line(1_000, 2_000)];
    expect([397, 398, 402, 403].map((vat) => vatMatches(pence(vat), lines))).toEqual([false, true, true, false]);
  });
});
