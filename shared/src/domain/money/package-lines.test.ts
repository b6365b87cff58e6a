import { pence } from './money.ts';
import { packageLines } from './package-lines.ts';

const plan = { daysPerWeek: 2, sessions: 'both', hoursPerDay: 5, weeks: 12 } as const;
const taxed = { price: pence(8_000), priceIncVat: pence(9_600), unit: 'day', vatTreatment: 'standard-rated' } as const;

test('row 34, R39: a package leads on the basis of the comparison, with what it is made of and the other total', () => {
  expect(packageLines(plan, taxed, 'ex')).toEqual(['£1,920.00 ex VAT', '24 days at £80.00. £2,304.00 inc VAT']);
  expect(packageLines(plan, taxed, 'inc')).toEqual(['£2,304.00 inc VAT', '24 days at £96.00. £1,920.00 ex VAT']);
});

test('where no VAT is due there is one total; where so many hours are not offered there is none', () => {
  const exempt = { ...taxed, priceIncVat: pence(8_000), vatTreatment: 'exempt-education' } as const;
  expect(packageLines(plan, exempt, 'inc')).toEqual(['£1,920.00, no VAT', '24 days at £80.00']);
  expect(packageLines(plan, { ...exempt, hoursPerWeekMax: 6 }, 'ex')).toEqual(['Offered for at most 6 hours a week']);
  expect(packageLines({ ...plan, daysPerWeek: 1, weeks: 1 }, exempt, 'ex')).toEqual(['£80.00, no VAT', '1 day at £80.00']);
});
