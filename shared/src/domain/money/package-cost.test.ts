import fc from 'fast-check';
import { aFramework, aLot, aProvider, aRate, aService } from '../call-off/call-off.fixture.ts';
import { priceCallOff } from '../call-off/price-call-off.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { schoolWeekdays, sessionChoices } from '../days/weekly-pattern.ts';
import { pence } from './money.ts';
import { packageCost } from './package-cost.ts';
import { rateUnits } from './rate-card.ts';
import { vatTreatments } from './vat-treatment.ts';

/** The Monday after an INSET day: five whole weeks follow before half-term. */
const monday = localDate('2027-01-11');

describe('row 34: what a whole package costs', () => {
  test('it is what a call-off of the same whole weeks is priced at, in every unit, to the penny', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...sessionChoices),
        fc.integer({ min: 2, max: 20 }).map((quarters) => quarters / 4),
        fc.constantFrom(...rateUnits),
        fc.integer({ min: 0, max: 50_000 }).map(pence),
        fc.constantFrom(...vatTreatments),
        fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
        (weeks, daysPerWeek, sessions, hoursPerDay, unit, price, vatTreatment, hoursPerWeekMax) => {
          const days = schoolWeekdays.slice(0, daysPerWeek);
          const listing = {
            ok: true as const,
            framework: aFramework(),
            lot: aLot(),
            provider: aProvider({ vatTreatment: 'exempt-education' }),
            service: aService({ vatTreatment, hoursPerWeekMax }),
            rate: aRate({ unit, price }),
          };
          const part = { pattern: { days, sessions, hoursPerDay }, startDate: monday, endDate: addDays(monday, weeks * 7 - 1) };
          const asked = priceCallOff(part, listing, sampleTermDates, 'hash');
          const planned = packageCost({ daysPerWeek, sessions, hoursPerDay, weeks }, { price, unit, vatTreatment, hoursPerWeekMax });
          if (!asked.ok) return expect(planned).toBeUndefined();
          const { units, net, gross } = asked.price;
          return expect(planned).toEqual({ units, net, gross });
        },
      ),
    );
  });

  test('a morning a week by the session, with VAT', () => {
    const plan = { daysPerWeek: 1, sessions: 'am', hoursPerDay: 3, weeks: 12 } as const;
    expect(packageCost(plan, { price: pence(4_500), unit: 'session', vatTreatment: 'standard-rated' })).toEqual({
      units: 12,
      net: 54_000,
      gross: 64_800,
    });
  });

  test.each([
    [10, { units: 10, net: 45_000, gross: 45_000 }],
    [9, undefined],
    [undefined, { units: 10, net: 45_000, gross: 45_000 }],
  ])('ten hours a week of a service that is offered for %s at most', (hoursPerWeekMax, cost) => {
    const plan = { daysPerWeek: 2, sessions: 'both', hoursPerDay: 5, weeks: 1 } as const;
    expect(packageCost(plan, { price: pence(4_500), unit: 'hour', vatTreatment: 'exempt-education', hoursPerWeekMax })).toEqual(cost);
  });
});
