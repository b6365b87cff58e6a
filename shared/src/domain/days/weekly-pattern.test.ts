import fc from 'fast-check';
import { rateUnits } from '../money/rate-card.ts';
import { addDays, dayOfWeek, localDate } from './local-date.ts';
import { sampleTermDates } from './sample-term-dates.ts';
import { isSchoolDay } from './term-dates.ts';
import { unitsSentence } from './units-sentence.ts';
import { type CountRefusal, countUnits, schoolWeekdays, sessionChoices, type UnitCount, type WeeklyPattern } from './weekly-pattern.ts';

const tuesdaysAndThursdays: WeeklyPattern = { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 };

function count(pattern: WeeklyPattern, start: string, end: string, unit: (typeof rateUnits)[number]): UnitCount | CountRefusal {
  return countUnits(pattern, localDate(start), localDate(end), sampleTermDates, unit);
}

describe('R43: units of a placement', () => {
  // 4 January 2027 is an INSET Monday; half-term is 15 to 19 February; term ends on Thursday 25 March.
  test.each([
    ['day', 22, '11 weeks x 2 days = 22 days'],
    ['session', 44, '11 weeks x 2 days x 2 sessions = 44 sessions'],
    ['hour', 110, '11 weeks x 2 days x 5 hours = 110 hours'],
    ['week', 11, '11 weeks'],
  ] as const)('R43 a spring term counted in %ss is %p: %s', (unit, units, sentence) => {
    expect(count(tuesdaysAndThursdays, '2027-01-04', '2027-03-25', unit)).toMatchObject({
      ok: true,
      unit,
      units,
      sentence,
      days: 22,
      weeks: 11,
      daysPerWeek: 2,
      hoursPerWeek: 10,
      excluded: [
        { date: '2027-02-16', reason: 'half-term' },
        { date: '2027-02-18', reason: 'half-term' },
      ],
    });
  });

  test.each([
    ['am', 'day', 1.5, '1 week x 3 mornings = 1.5 days'],
    ['pm', 'session', 3, '1 week x 3 afternoons = 3 sessions'],
    ['pm', 'hour', 8.25, '1 week x 3 afternoons x 2.75 hours = 8.25 hours'],
  ] as const)('R43 half days (%s) counted in %ss are %p: %s', (sessions, unit, units, sentence) => {
    const pattern: WeeklyPattern = { days: ['mon', 'tue', 'wed'], sessions, hoursPerDay: 2.75 };
    expect(count(pattern, '2027-01-11', '2027-01-17', unit)).toMatchObject({ units, sentence });
  });

  test('R43: one morning of one week is half a day', () => {
    const oneMorning: WeeklyPattern = { days: ['mon'], sessions: 'am', hoursPerDay: 3 };
    expect(count(oneMorning, '2027-01-11', '2027-01-17', 'day')).toMatchObject({ units: 0.5, sentence: '1 week x 1 morning = 0.5 days' });
  });

  test.each([
    ['an INSET Monday', '2027-01-04', '2027-01-24', 'day', 5, '5 days over 3 weeks; INSET days left out'],
    ['a May bank holiday', '2027-04-26', '2027-05-09', 'hour', 15, '15 hours in 3 days over 2 weeks; bank holidays left out'],
    ['a part week', '2027-01-12', '2027-01-24', 'day', 3, '3 days over 2 weeks; the first or last week is not whole'],
    ['a short week', '2027-04-26', '2027-05-09', 'week', 2, '2 weeks, of which not every one is whole (3 days); bank holidays left out'],
    ['several reasons', '2027-01-04', '2027-02-28', 'session', 26, '26 sessions over 7 weeks; INSET days and half-terms left out'],
  ] as const)('R43 with %s the sentence does not claim a product', (_what, start, end, unit, units, sentence) => {
    expect(count({ days: ['mon', 'wed'], sessions: 'both', hoursPerDay: 5 }, start, end, unit)).toMatchObject({ units, sentence });
  });

  test('R43: whatever is left out is named', () => {
    const counted = { unit: 'day', units: 3, days: 3, weeks: 2, daysPerWeek: 2, even: false } as const;
    const left = [{ reason: 'other' }, { reason: 'school-holiday' }] as const;
    expect(unitsSentence({ ...counted, pattern: { sessions: 'both', hoursPerDay: 5 }, excluded: left })).toBe(
      '3 days over 2 weeks; school closures and school holidays left out',
    );
  });

  test('R43: weeks that fall out altogether leave the product true', () => {
    expect(count(tuesdaysAndThursdays, '2027-02-08', '2027-02-28', 'day')).toMatchObject({
      units: 4,
      sentence: '2 weeks x 2 days = 4 days',
    });
  });
});

describe('what cannot be counted', () => {
  const [start, end] = ['2027-01-04', '2027-03-25'];
  test.each([
    ['the end before the start', tuesdaysAndThursdays, end, start, 'end-before-start', '/endDate'],
    ['no school day', tuesdaysAndThursdays, '2026-12-21', '2027-01-01', 'no-teaching-days', '/endDate'],
    ['more than 12 months', tuesdaysAndThursdays, '2026-09-02', '2027-09-02', 'longer-than-a-year', '/endDate'],
    ['a start before the known term dates', tuesdaysAndThursdays, '2025-08-01', '2025-10-01', 'term-dates-missing', '/startDate'],
    ['an end after the known term dates', tuesdaysAndThursdays, '2028-06-01', '2028-10-01', 'term-dates-missing', '/endDate'],
    ['no day of the week', { ...tuesdaysAndThursdays, days: [] }, start, end, 'no-day-chosen', '/pattern/days'],
    ['a day twice', { ...tuesdaysAndThursdays, days: ['tue', 'tue'] }, start, end, 'day-not-allowed', '/pattern/days'],
    ['a Saturday', { ...tuesdaysAndThursdays, days: ['sat'] }, start, end, 'day-not-allowed', '/pattern/days'],
    ['no hours', { ...tuesdaysAndThursdays, hoursPerDay: 0 }, start, end, 'hours-out-of-range', '/pattern/hoursPerDay'],
    ['nine hours', { ...tuesdaysAndThursdays, hoursPerDay: 9 }, start, end, 'hours-out-of-range', '/pattern/hoursPerDay'],
    ['ten minutes', { ...tuesdaysAndThursdays, hoursPerDay: 4 + 1 / 6 }, start, end, 'hours-out-of-range', '/pattern/hoursPerDay'],
    ['no number', { ...tuesdaysAndThursdays, hoursPerDay: Number.NaN }, start, end, 'hours-out-of-range', '/pattern/hoursPerDay'],
    [
      'a long morning',
      { ...tuesdaysAndThursdays, sessions: 'am', hoursPerDay: 6 },
      start,
      end,
      'hours-out-of-range',
      '/pattern/hoursPerDay',
    ],
  ])('%s is refused in a sentence', (_what, pattern, from, to, code, field) => {
    const refusal = count(pattern as WeeklyPattern, from, to, 'day');
    expect(refusal).toEqual({ ok: false, code, field, sentence: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  test.each([
    ['both', 0.5, true],
    ['both', 0.25, false],
    ['both', 8, true],
    ['both', 8.25, false],
    ['am', 5, true],
    ['am', 5.25, false],
    ['pm', 5.25, false],
  ] as const)('%s of a day with %p hours: %p', (sessions, hoursPerDay, counted) => {
    expect(count({ ...tuesdaysAndThursdays, sessions, hoursPerDay }, start, end, 'hour').ok).toBe(counted);
  });

  test('a Saturday beside a school day is refused too', () => {
    const pattern = { ...tuesdaysAndThursdays, days: ['tue', 'sat'] } as unknown as WeeklyPattern;
    expect(count(pattern, start, end, 'day')).toMatchObject({ code: 'day-not-allowed' });
  });

  test('a year to the day is still counted', () => {
    expect(count(tuesdaysAndThursdays, '2026-09-02', '2027-09-01', 'day').ok).toBe(true);
  });
});

describe('R43: whatever the pattern and the dates', () => {
  const patterns = fc.record({
    days: fc.subarray([...schoolWeekdays], { minLength: 1 }),
    sessions: fc.constantFrom(...sessionChoices),
    hoursPerDay: fc.integer({ min: 2, max: 20 }).map((quarters) => quarters / 4),
  });
  const spans = fc
    .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 300 }))
    .map(([from, length]) => [addDays(localDate('2025-09-01'), from), addDays(localDate('2025-09-01'), from + length)] as const);

  test('R43: every day of the pattern is either taught or excluded, and the units follow from the days', () => {
    fc.assert(
      fc.property(patterns, spans, fc.constantFrom(...rateUnits), (pattern, [start, end], unit) => {
        const counted = countUnits(pattern, start, end, sampleTermDates, unit);
        let taught = 0;
        let chosen = 0;
        for (let date = start; date <= end; date = addDays(date, 1)) {
          if (!pattern.days.some((day) => day === dayOfWeek(date))) continue;
          chosen += 1;
          if (isSchoolDay(sampleTermDates, date)) taught += 1;
        }
        if (taught === 0) return expect(counted).toMatchObject({ ok: false, code: 'no-teaching-days' });
        if (!counted.ok) throw new Error(counted.sentence);
        const sessions = taught * (pattern.sessions === 'both' ? 2 : 1);
        const expected = { hour: taught * pattern.hoursPerDay, session: sessions, day: sessions / 2, week: counted.weeks };
        expect(counted).toMatchObject({ days: taught, units: expected[unit] });
        expect(counted.excluded).toHaveLength(chosen - taught);
        return undefined;
      }),
    );
  });

  test('R43: a sentence with a product multiplies to its total', () => {
    fc.assert(
      fc.property(patterns, spans, fc.constantFrom('day', 'hour', 'session'), (pattern, [start, end], unit) => {
        const counted = countUnits(pattern, start, end, sampleTermDates, unit as 'day');
        if (!counted.ok) return;
        const [left = '', right] = counted.sentence.split(' = ');
        if (right === undefined) return;
        const halves = unit === 'day' && pattern.sessions !== 'both' ? 0.5 : 1;
        const product = left.split(' x ').reduce((total, factor) => total * Number.parseFloat(factor), halves);
        expect(product).toBe(Number.parseFloat(right.replace(',', '')));
      }),
    );
  });
});
