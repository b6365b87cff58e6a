import { localDate } from '../days/local-date.ts';
import { aBuyer, aCallOff, aProvider, aRequest, facts, type RequestTold } from './call-off.fixture.ts';
import type { CallOffRequest } from './call-off.ts';
import { defaultPlacementGuidance, educationDueFrom, placementAdvice } from './placement-guidance.ts';

const week = (days: CallOffRequest['pattern']['days']) => ({ days, sessions: 'both', hoursPerDay: 5 }) as const;
const everyDay = week(['mon', 'tue', 'wed', 'thu', 'fri']);
const twoDays = week(['tue', 'thu']);
const advice = (told: RequestTold, provider = aProvider(), buyer = aBuyer()) =>
  placementAdvice(aRequest(told), provider, buyer, defaultPlacementGuidance);

describe('R10: full-time education is due from the sixth school day of a suspension or exclusion', () => {
  // Monday 11 January 2027 is the first day; the sixth school day is the Monday after.
  const excluded = (kind: 'suspension' | 'permanent-exclusion', startDate: string, pattern: CallOffRequest['pattern'] = everyDay) =>
    advice({
      pattern,
      startDate: localDate(startDate),
      endDate: localDate('2027-03-18'),
      exclusion: { kind, from: localDate('2027-01-11') },
    });

  test('the sixth day counts school days only, the first day of the suspension included', () => {
    const dueAfter = (from: string) => educationDueFrom(aBuyer().termDates, { kind: 'suspension', from: localDate(from) });
    expect(dueAfter('2027-01-11')).toBe('2027-01-18');
    // A Saturday begins nothing, and half-term lies between.
    expect(dueAfter('2027-02-06')).toBe('2027-02-22');
    expect(dueAfter('2199-01-11')).toBeUndefined();
  });

  test('a whole week from that day on, or from a day before it, needs no word', () => {
    expect(excluded('suspension', '2027-01-18')).toEqual([]);
    expect(excluded('permanent-exclusion', '2027-01-12')).toEqual([]);
  });

  test('a later start says from which day something else must be arranged, and by whom', () => {
    expect(excluded('suspension', '2027-01-19').join(' ')).toBe(
      'The school must arrange full-time education from Monday 18 January 2027, the sixth school day of the suspension. ' +
        'This placement starts on Tuesday 19 January 2027: arrange what is owed before it.',
    );
    expect(excluded('permanent-exclusion', '2027-01-19')[0]).toBe(
      'The council must arrange full-time education from Monday 18 January 2027, the sixth school day of the permanent exclusion.',
    );
  });

  test('some sessions of a week leave the rest owed', () => {
    expect(excluded('suspension', '2027-01-12', twoDays)).toEqual([
      'The school must arrange full-time education from Monday 18 January 2027, the sixth school day of the suspension.',
      'It is for 4 of 10 sessions a week: the rest must be arranged too.',
    ]);
  });

  test('without term dates no day is named', () => {
    const unknown = advice(
      { pattern: everyDay, exclusion: { kind: 'suspension', from: localDate('2027-01-11') } },
      aProvider(),
      aBuyer({ termDates: [] }),
    );
    expect(unknown[0]).toBe('The school must arrange full-time education from the sixth school day of the suspension.');
  });

  test('whoever asks and whoever approves is told: it is kept with the request', () => {
    const asked = aCallOff({ exclusion: { kind: 'suspension', from: localDate('2026-12-01') } });
    expect(asked.advice?.[0]).toContain('the sixth school day of the suspension');
    expect(aCallOff().advice).toBeUndefined();
  });
});

describe('R11: the planned limit for provision that is no school warns, and stops nothing', () => {
  const long = { startDate: localDate('2027-01-11'), endDate: localDate('2027-07-16') };

  test('more than twelve weeks of more than four sessions are told, with that it is not law', () => {
    expect(advice({ ...long, pattern: everyDay }).join(' ')).toBe(
      'The provider is no registered school, and this is for 10 sessions a week over 27 weeks. ' +
        'The Department for Education plans to allow at most 12 weeks, or 4 sessions a week for longer. It is not law yet.',
    );
  });

  test.each([
    ['four sessions a week, however long', { ...long, pattern: twoDays }, aProvider()],
    [
      'a whole week for twelve weeks',
      { pattern: everyDay, startDate: localDate('2027-01-11'), endDate: localDate('2027-04-04') },
      aProvider(),
    ],
    ['a registered school', { ...long, pattern: everyDay }, aProvider({ registeredSchool: true })],
  ])('%s is within it', (_, told, provider) => {
    expect(advice(told, provider)).toEqual([]);
  });

  test('a day more than twelve weeks is a thirteenth', () => {
    const told = advice({ pattern: everyDay, startDate: localDate('2027-01-11'), endDate: localDate('2027-04-05') });
    expect(told[0]).toContain('over 13 weeks');
  });

  test('the numbers are a row in Settings', () => {
    const stricter = { ...defaultPlacementGuidance, longestWeeks: 6 };
    const told = aRequest({ pattern: everyDay, startDate: localDate('2027-01-11'), endDate: localDate('2027-03-07') });
    expect(placementAdvice(told, aProvider(), aBuyer(), stricter)[1]).toContain('at most 6 weeks');
    expect(facts().guidance).toEqual(defaultPlacementGuidance);
  });
});
