import fc from 'fast-check';
import { isWorkingDay } from '../../days/bank-holidays.ts';
import { addDays, daysBetween, localDate } from '../../days/local-date.ts';
import { legalRegimes } from '../framework/framework-terms.ts';
import { callOffStandstill, noticeFault, standstillFrom, standstillIsOver, standstillLengthFault, usualStandstill } from './standstill.ts';

test.each([
  ['a Monday without holidays', '2026-11-02', '2026-11-11'],
  ['a Thursday', '2026-11-26', '2026-12-07'],
  ['a Saturday: the Monday is the first day', '2026-11-28', '2026-12-09'],
  ['Christmas Eve', '2026-12-24', '2027-01-07'],
  ['Good Friday: the Tuesday after Easter is the first day', '2027-03-26', '2027-04-08'],
  ['the day before the early May holiday', '2027-04-30', '2027-05-12'],
])('R32, R43: standstill of eight working days from a notice published on %s', (_what, published, lastDay) => {
  const standstill = standstillFrom(localDate(published), 8);
  expect(standstill.lastDay).toBe(lastDay);
  expect(standstillIsOver(standstill, localDate(lastDay))).toBe(false);
  expect(standstillIsOver(standstill, addDays(localDate(lastDay), 1))).toBe(true);
});

test('R32: a framework award stands still eight working days unless told otherwise, ten under the rules of 2015, an order none', () => {
  expect(usualStandstill).toEqual({ 'pcr-2015': 10, 'pa-2023': 8, 'pa-2023-light-touch': 8, 'below-threshold': 0 });
  expect(callOffStandstill).toBe(0);
  expect(standstillIsOver(standstillFrom(localDate('2026-11-26'), callOffStandstill), localDate('2026-11-26'))).toBe(true);
});

test('R32: what the law asks cannot be shortened; what is voluntary can be left out', () => {
  expect(standstillLengthFault(7, 'pa-2023', '/days')).toMatchObject({ code: 'number-not-allowed', field: '/days' });
  expect(standstillLengthFault(9, 'pcr-2015', '/days')?.detail).toBe('Enter a standstill of 10 to 30 working days.');
  expect(standstillLengthFault(0, 'pa-2023-light-touch', '/days')).toBeUndefined();
  for (const regime of legalRegimes) {
    for (const days of [usualStandstill[regime], 30]) expect(standstillLengthFault(days, regime, '/days')).toBeUndefined();
    for (const days of [31, 8.5, -1, Number.NaN]) expect(standstillLengthFault(days, regime, '/days')).toBeDefined();
  }
});

test('R43: where the bank holidays are not known no standstill is counted', () => {
  expect(noticeFault(localDate('2030-10-02'), localDate('2030-12-31'), '/on')).toBeUndefined();
  expect(noticeFault(localDate('2030-10-03'), localDate('2030-12-31'), '/on')).toMatchObject({ code: 'dates-not-allowed', field: '/on' });
  expect(noticeFault(localDate('2017-10-03'), localDate('2030-12-31'), '/on')).toMatchObject({ code: 'dates-not-allowed' });
});

test('R32, R43: the last day is a working day, and just so many working days lie from the notice to it', () => {
  fc.assert(
    fc.property(fc.nat(3_650), fc.integer({ min: 1, max: 30 }), (offset, days) => {
      const published = addDays(localDate('2018-06-01'), offset);
      const { lastDay } = standstillFrom(published, days);
      if (lastDay === undefined) throw new Error('No last day');
      const span = Array.from({ length: daysBetween(published, lastDay) + 1 }, (_, at) => addDays(published, at));
      expect(isWorkingDay(lastDay)).toBe(true);
      expect(span.filter(isWorkingDay)).toHaveLength(days);
    }),
  );
});
