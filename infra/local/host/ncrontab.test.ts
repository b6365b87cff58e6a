import { parseNcrontab } from './ncrontab.ts';

const next = (expression: string, from: string): string => parseNcrontab(expression).next(new Date(from)).toISOString();

describe('an NCRONTAB schedule', () => {
  test.each([
    ['every five minutes', '0 */5 * * * *', '2026-11-24T10:03:20Z', '2026-11-24T10:05:00.000Z'],
    ['strictly after the given moment', '0 */5 * * * *', '2026-11-24T10:05:00Z', '2026-11-24T10:10:00.000Z'],
    ['also within the same second', '* * * * * *', '2026-11-24T10:05:00.400Z', '2026-11-24T10:05:01.000Z'],
    ['five fields begin at second 0', '30 6 * * *', '2026-11-24T10:00:00Z', '2026-11-25T06:30:00.000Z'],
    ['names of days and months', '0 0 7 * Jan Mon', '2026-11-24T10:00:00Z', '2027-01-04T07:00:00.000Z'],
    ['ranges of named days', '0 0 7 * * mon-fri', '2026-11-27T08:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['lists and steps within a range', '0 10-50/20,55 * * * *', '2026-11-24T10:50:30Z', '2026-11-24T10:55:00.000Z'],
    ['a step from a start', '5/20 * * * * *', '2026-11-24T10:00:06Z', '2026-11-24T10:00:25.000Z'],
    ['the next leap day', '0 0 0 29 2 *', '2026-03-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['the day AND the day of the week', '0 0 0 13 * Fri', '2026-11-24T00:00:00Z', '2027-08-13T00:00:00.000Z'],
    ['across the end of the year', '0 0 0 1 1 *', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00.000Z'],
    ['a later minute with an earlier second', '10 30 9 * * *', '2026-11-24T09:30:50Z', '2026-11-25T09:30:10.000Z'],
  ])('%s', (_what, expression, from, expected) => {
    expect(next(expression, from)).toBe(expected);
  });

  test.each([
    '',
    '* * * *',
    '60 * * * * *',
    '* * * 0 * *',
    '* * * * * 7',
    '5-1 * * * * *',
    '*/0 * * * * *',
    '1-2-3 * * * * *',
    '00:05:00',
    'x * * * * *',
  ])('refuses "%s"', (expression) => {
    expect(() => parseNcrontab(expression)).toThrow('NCRONTAB');
  });

  test('[host 9] is kept in UTC, whatever the clocks of the place do', () => {
    expect(next('0 30 8 * * *', '2026-03-28T09:00:00Z')).toBe('2026-03-29T08:30:00.000Z');
    expect(next('0 30 1 * * *', '2026-10-25T00:45:00Z')).toBe('2026-10-25T01:30:00.000Z');
    expect(next('0 30 1 * * *', '2026-10-25T01:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  test('says so when it never occurs', () => {
    expect(() => next('0 0 0 30 2 *', '2026-01-01T00:00:00Z')).toThrow('never occurs');
  });
});
