import { aCheck } from '../call-off/call-off.fixture.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { adoptCheck } from './adopt-check.ts';
import { countsForClock, nextByClock } from './next-by-clock.ts';
import { aPassedCheck } from './quality.fixture.ts';
import { defaultQualityPolicy as policy } from './quality-policy.ts';

const until = localDate('2027-08-31');
const passed = { ...aPassedCheck('insurance'), expiresOn: until };
const due = { ...passed, outcome: 'due' as const };

describe('R19: what time owes to a check', () => {
  test.each([
    ['43 days before', passed, addDays(until, -43), undefined],
    ['42 days before', passed, addDays(until, -42), 'become-due'],
    ['passed and over long ago: due first', passed, addDays(until, 90), 'become-due'],
    ['due, 29 days before', due, addDays(until, -29), undefined],
    ['due, 28 days before', due, addDays(until, -28), 'remind'],
    ['reminded at 28', { ...due, reminded: [28] }, addDays(until, -15), undefined],
    ['reminded at 28, 14 days before', { ...due, reminded: [28] }, addDays(until, -14), 'remind'],
    ['on its last day, reminded', { ...due, reminded: [28, 14, 7, 1] }, until, undefined],
    ['the day after', due, addDays(until, 1), 'lapse'],
    ['the day after, at the end of a waiver too', { ...due, waivedUntil: until }, addDays(until, 1), 'lapse'],
    ['passed, with no last day that anybody could read', { ...passed, expiresOn: undefined }, until, 'become-due'],
    ['due, with no last day that anybody could read', { ...due, expiresOn: undefined }, until, 'lapse'],
    ['passed after an action that was late', { ...passed, actionDueOn: addDays(until, -60) }, addDays(until, -43), undefined],
    ['lapsed after an action that was late', { ...due, outcome: 'lapsed' as const, actionDueOn: until }, addDays(until, 1), undefined],
    ['lapsed', { ...due, outcome: 'lapsed' as const }, addDays(until, 1), undefined],
    ['an action on its due date', { ...passed, outcome: 'action-required' as const, actionDueOn: until }, until, undefined],
    ['an action the day after', { ...passed, outcome: 'action-required' as const, actionDueOn: until }, addDays(until, 1), 'miss-action'],
    ['an action without a due date', { ...passed, outcome: 'action-required' as const }, addDays(until, 1), undefined],
    ['evidence for an action that was late', { ...passed, outcome: 'received' as const, actionDueOn: until }, addDays(until, 1), undefined],
    ['a waiver on its last day', { ...due, outcome: 'lapsed' as const, waivedUntil: until }, until, undefined],
    ['a waiver the day after', { ...due, outcome: 'lapsed' as const, waivedUntil: until }, addDays(until, 1), 'end-waiver'],
    [
      'a waiver of one not passed, the day after',
      { ...due, outcome: 'failed' as const, waivedUntil: until },
      addDays(until, 1),
      'end-waiver',
    ],
    [
      'a waiver until something is put right, the day after',
      { ...due, outcome: 'action-required' as const, waivedUntil: until },
      addDays(until, 1),
      'end-waiver',
    ],
    ['a waiver while evidence is looked at', { ...due, outcome: 'received' as const, waivedUntil: until }, addDays(until, 1), undefined],
  ])('%s', (_what, check, today, expected) => {
    expect(nextByClock(check, today, policy)).toBe(expected);
  });

  test('a typed check counts while it is the latest of its standard; one that was decided here always', () => {
    const typed = (ref: string, checkedOn: string) => adoptCheck(aCheck('insurance', { ref, checkedOn: localDate(checkedOn) }));
    const decided = { ...typed('Q-1', '2024-01-01'), version: 3 };
    expect(countsForClock([decided, typed('Q-2', '2025-01-01'), typed('Q-3', '2026-01-01')]).map(({ ref }) => ref)).toEqual(['Q-1', 'Q-3']);
    // Nothing of its standard was decided yet.
    expect(countsForClock([adoptCheck(aCheck('policies', { outcome: 'scheduled' }))])).toEqual([]);
  });
});
