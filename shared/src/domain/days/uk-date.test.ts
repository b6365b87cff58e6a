import fc from 'fast-check';
import { addDays, formatDate, localDate } from './local-date.ts';
import { parseUkDate } from './uk-date.ts';

const dates = fc.integer({ min: 0, max: 200_000 }).map((n) => addDays(localDate('1900-01-01'), n));

describe('a day as people type it', () => {
  test.each([
    '3/4/2027',
    '03/04/2027',
    '03 04 2027',
    '3-4-2027',
    '3.4.2027',
    ' 3 April 2027 ',
    '3rd of April 2027',
    '3 apr 2027',
    'Saturday 3 April 2027',
    'Sat, 3 Apr 2027',
    'Sat,3 Apr 2027',
    '3 april, 2027',
    '2027-04-03',
  ])('%p is read as 3 April 2027, the day first', (text) => {
    expect(parseUkDate(text)).toBe('2027-04-03');
  });

  test.each([
    '',
    '3/4/27',
    '31/4/2027',
    '4/13/2027',
    '3 Ap 2027',
    'Monday 3 April 2027',
    'tomorrow',
    '3 Apral 2027',
    '3 Augus 2027',
    'on 3/4/2027',
    '3/4/2027 at noon',
    '2027/04/03',
    '3/4',
  ])('%p is no date', (text) => {
    expect(parseUkDate(text)).toBeUndefined();
  });

  test('what is shown can be typed back', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseUkDate(formatDate(date))).toBe(date);
        expect(parseUkDate(formatDate(date, 'short'))).toBe(date);
      }),
    );
  });
});
