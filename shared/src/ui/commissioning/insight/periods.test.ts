import fc from 'fast-check';
import { addDays, daysBetween, localDate } from '../../../domain/days/local-date.ts';
import { periodsUpTo } from './periods.ts';

const named = (today: string) => Object.fromEntries(periodsUpTo(localDate(today)).map(({ label, from, to }) => [label, `${from} ${to}`]));

it('days, terms and months that have begun are offered, and none reaches beyond today', () => {
  const offered = named('2027-03-03');
  expect(Object.keys(offered).slice(0, 9)).toEqual([
    'Last 30 days',
    'Last 90 days',
    'Last 365 days',
    'Spring term 2027 (January to March)',
    'Autumn term 2026 (September to December)',
    'Summer term 2026 (April to July)',
    'Spring term 2026 (January to March)',
    'March 2027',
    'February 2027',
  ]);
  expect(offered).toMatchObject({
    'Last 30 days': '2027-02-01 2027-03-03',
    'Spring term 2027 (January to March)': '2027-01-01 2027-03-03',
    'Autumn term 2026 (September to December)': '2026-09-01 2026-12-31',
    'March 2027': '2027-03-01 2027-03-03',
    'February 2027': '2027-02-01 2027-02-28',
    'April 2026': '2026-04-01 2026-04-30',
  });
});

it('on any day each period has its own name and days, begins by today, and months follow each other without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (days) => {
      const today = addDays(localDate('2026-01-01'), days);
      const periods = periodsUpTo(today);
      expect(new Set(periods.flatMap(({ key, label }) => [key, label])).size).toBe(2 * periods.length);
      for (const { from, to } of periods) expect([daysBetween(from, to) >= 0, to <= today]).toEqual([true, true]);
      const months = periods.slice(-12);
      for (const [at, { from }] of months.entries()) if (at < 11) expect(addDays(months[at + 1]?.to ?? today, 1)).toBe(from);
    }),
  );
});
