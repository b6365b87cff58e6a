import { aCallOff } from '../call-off/call-off.fixture.ts';
import { type LocalDate, localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import type { WeeklyPattern } from '../days/weekly-pattern.ts';
import { pence } from '../money/money.ts';
import {
  changedFrom,
  cutAfter,
  cutBefore,
  type PlanPart,
  plannedEnd,
  plannedParts,
  plannedStart,
  presentTotals,
  pricePlan,
  whyNotFrom,
} from './order-plan.ts';

const day = (text: string): LocalDate => localDate(text);
const twoDays: WeeklyPattern = { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 };
const part = (from: string, to: string, pattern = twoDays): PlanPart => ({ from: day(from), to: day(to), pattern });
const rate = { unit: 'day' as const, unitPrice: pence(8_000), vatBasisPoints: 2_000 };
const priced = (...parts: readonly PlanPart[]) => pricePlan(parts, rate, sampleTermDates);

describe('what is planned', () => {
  test('is what the request asked for, as long as there is no order or no other plan', () => {
    const asked = aCallOff();
    expect(plannedParts(asked)).toEqual([part('2027-01-12', '2027-03-18')]);
    expect([plannedStart(asked), plannedEnd(asked)]).toEqual(['2027-01-12', '2027-03-18']);
    expect(presentTotals(asked)).toBe(asked.price);
  });

  test('begins with the first part and ends with the last; where nothing is planned any more the days of the request stand', () => {
    const { request } = aCallOff();
    const planned = (...parts: readonly PlanPart[]) => {
      const plan = priced(...parts);
      if (!plan.ok) throw new Error(plan.detail);
      return { request, order: plan };
    };
    const parts = planned(part('2027-01-14', '2027-01-21'), part('2027-02-02', '2027-02-11'));
    expect([plannedStart(parts), plannedEnd(parts)]).toEqual(['2027-01-14', '2027-02-11']);
    expect([plannedStart(planned()), plannedEnd(planned())]).toEqual(['2027-01-12', '2027-03-18']);
  });
});

describe('parts are cut', () => {
  const parts = [part('2027-01-12', '2027-01-21'), part('2027-02-02', '2027-02-11')];

  test.each([
    ['2027-01-11', []],
    ['2027-01-12', [part('2027-01-12', '2027-01-12')]],
    ['2027-02-01', [part('2027-01-12', '2027-01-21')]],
    ['2027-02-02', [part('2027-01-12', '2027-01-21'), part('2027-02-02', '2027-02-02')]],
    ['2027-02-11', parts],
    ['2027-03-01', parts],
  ])('after %s nothing is left', (last, left) => {
    expect(cutAfter(parts, day(last))).toEqual(left);
  });

  test.each([
    ['2027-01-01', parts],
    ['2027-01-21', [part('2027-01-21', '2027-01-21'), part('2027-02-02', '2027-02-11')]],
    ['2027-01-22', [part('2027-02-02', '2027-02-11')]],
    ['2027-02-11', [part('2027-02-11', '2027-02-11')]],
    ['2027-02-12', []],
  ])('before %s nothing is left', (first, left) => {
    expect(cutBefore(parts, day(first))).toEqual(left);
  });
});

describe('from a day on by another pattern', () => {
  const before = [part('2027-01-12', '2027-03-18')];
  const from = (pattern: WeeklyPattern, parts: readonly PlanPart[] = before) =>
    changedFrom(parts, part('2027-02-02', '2027-03-18', pattern));

  test('the same pattern, in whatever order its days are named, goes on as one part', () => {
    expect(from({ ...twoDays, days: ['thu', 'tue'] })).toEqual(before);
  });

  test.each<[string, WeeklyPattern]>([
    ['other sessions', { ...twoDays, sessions: 'am' }],
    ['other hours', { ...twoDays, hoursPerDay: 4 }],
    ['one day more', { ...twoDays, days: ['tue', 'thu', 'fri'] }],
    ['one day fewer', { ...twoDays, days: ['tue'] }],
    ['one other day', { ...twoDays, days: ['tue', 'wed'] }],
  ])('%s make another part', (_what, pattern) => {
    expect(from(pattern)).toEqual([part('2027-01-12', '2027-02-01'), part('2027-02-02', '2027-03-18', pattern)]);
  });

  test('what was not taught between two parts stays between them', () => {
    const apart = [part('2027-01-12', '2027-01-21')];
    expect(from(twoDays, apart)).toEqual([...apart, part('2027-02-02', '2027-03-18')]);
  });
});

describe('R29: what a plan comes to at the frozen rate', () => {
  test('each part by its own pattern, VAT once on the whole, the hours of the fullest week', () => {
    const oneDay: WeeklyPattern = { days: ['wed'], sessions: 'both', hoursPerDay: 4 };
    const parts = [part('2027-01-12', '2027-01-21'), part('2027-02-01', '2027-02-12', oneDay)];
    expect(priced(...parts)).toStrictEqual({
      ok: true,
      plan: {
        parts,
        units: 6,
        unitsSentence: expect.stringMatching(/^2 .* 4 .*; then 2 .*$/),
        hoursPerWeek: 10,
        net: 48_000,
        vat: 9_600,
        gross: 57_600,
      },
    });
  });

  test('a part without a school day comes to nothing, and so does a plan of no part', () => {
    const halfTerm = part('2027-02-15', '2027-02-19');
    expect(priced(part('2027-02-09', '2027-02-11'), halfTerm)).toMatchObject({ plan: { units: 2, hoursPerWeek: 10 } });
    for (const parts of [[], [halfTerm]])
      expect(priced(...parts)).toStrictEqual({
        ok: true,
        plan: { parts, units: 0, unitsSentence: 'No school days', hoursPerWeek: 0, net: 0, vat: 0, gross: 0 },
      });
  });

  test('it covers at most twelve months, counted from its first part', () => {
    const first = part('2026-11-24', '2026-12-17');
    expect(priced(first, part('2027-09-07', '2027-11-23')).ok).toBe(true);
    expect(priced(first, part('2027-09-07', '2027-11-24'))).toMatchObject({
      ok: false,
      code: 'dates-not-allowed',
      detail: 'An order covers at most 12 months. Make another request for the time after.',
      field: '/endDate',
    });
  });

  test('no day is counted of which the calendar says nothing, and no pattern that is none', () => {
    expect(pricePlan([part('2027-01-12', '2027-01-21')], rate, [])).toMatchObject({ ok: false, code: 'dates-not-allowed' });
    expect(priced(part('2027-01-12', '2027-01-21', { ...twoDays, days: [] }))).toMatchObject({ ok: false, field: '/pattern/days' });
  });

  test('only a price per week asks for a Monday', () => {
    expect(whyNotFrom('week', day('2027-02-02'), '/from')).toMatchObject({ code: 'dates-not-allowed', field: '/from' });
    expect(whyNotFrom('week', day('2027-02-01'), '/from')).toBeUndefined();
    expect(whyNotFrom('day', day('2027-02-02'), '/from')).toBeUndefined();
  });
});
