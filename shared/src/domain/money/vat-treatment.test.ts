import fc from 'fast-check';
import { localDate } from '../days/local-date.ts';
import { addPence, pence } from './money.ts';
import { priceIncVat } from './price-inc-vat.ts';
import { splitPence, timesUnits, vatOf } from './rounding.ts';
import { statementFault, vatBasisPoints, vatTreatmentOf, vatTreatments } from './vat-treatment.ts';

describe('R38: which VAT a service bears', () => {
  test('is what its provider stated of it, and otherwise what the provider stated of itself', () => {
    expect(vatTreatmentOf({ vatTreatment: 'standard-rated' }, { vatTreatment: 'exempt-health-or-welfare' })).toBe(
      'exempt-health-or-welfare',
    );
    expect(vatTreatmentOf({ vatTreatment: 'exempt-education' }, { vatTreatment: 'standard-rated' })).toBe('standard-rated');
    for (const vatTreatment of vatTreatments) expect(vatTreatmentOf({ vatTreatment }, {})).toBe(vatTreatment);
  });

  test('is none for a provider that is not registered, whatever was stated of a service', () => {
    for (const vatTreatment of [...vatTreatments, undefined])
      expect(vatBasisPoints(vatTreatmentOf({ vatTreatment: 'not-registered' }, { vatTreatment }))).toBe(0);
  });

  test('only what is standard-rated bears any', () => {
    expect(vatTreatments.filter((treatment) => vatBasisPoints(treatment) > 0)).toEqual(['standard-rated']);
  });
});

test.each([
  ['nothing was stated', {}, undefined],
  ['nobody stated it', { vatTreatment: 'outside-scope', vatStatedBy: ' ' }, 'vatStatedBy'],
  ['no day is told', { vatTreatment: 'outside-scope', vatStatedBy: 'Finance' }, 'vatStatedOn'],
  ['all is told', { vatTreatment: 'outside-scope', vatStatedBy: 'Finance', vatStatedOn: localDate('2026-11-02') }, undefined],
] as const)('R38: a statement of VAT for which %s', (_what, statement, field) => {
  expect(statementFault(statement)?.field).toBe(field);
});

describe('R38: totals are whole pence that add up', () => {
  const net = fc.integer({ min: 0, max: 1_000_000_000 }).map(pence);
  const basisPoints = fc.constantFrom(0, 500, 1750, 2000, 10_000);

  test('a price with VAT is the price and its VAT', () => {
    fc.assert(
      fc.property(net, fc.constantFrom(...vatTreatments), (price, treatment) => {
        expect(priceIncVat(price, treatment)).toBe(price + vatOf(price, vatBasisPoints(treatment)));
      }),
    );
  });

  test('an order of any units: net and VAT make the total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }).map(pence),
        fc.integer({ min: 0, max: 4_000 }),
        basisPoints,
        (price, quarters, rate) => {
          const total = timesUnits(price, quarters / 4);
          const vat = vatOf(total, rate);
          expect(addPence(total, vat) - total).toBe(vat);
          expect(Number.isSafeInteger(vat)).toBe(true);
          // To the penny: never more than half of one away from the exact tax.
          expect(Math.abs(vat * 10_000 - total * rate)).toBeLessThanOrEqual(5_000);
        },
      ),
    );
  });

  test('shares of net, VAT and total hold for each sharer and for all together', () => {
    fc.assert(
      fc.property(net, basisPoints, fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }), (total, rate, weights) => {
        const vat = vatOf(total, rate);
        const nets = splitPence(total, weights);
        const vats = splitPence(vat, weights);
        const incs = nets.map((share, at) => addPence(share, vats[at] ?? pence(0)));
        expect([addPence(...nets), addPence(...vats), addPence(...incs)]).toEqual([total, vat, total + vat]);
      }),
    );
  });
});
