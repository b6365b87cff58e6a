import { aCheck, currentChecks } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { holdsUntil, latestCheck, qaStanding } from './qa-check.ts';

const today = localDate('2026-11-24');
const but = (...checks: ReturnType<typeof aCheck>[]) => [...currentChecks, ...checks];
const later = localDate('2026-11-20');

describe('R15 to R19: how a provider stands', () => {
  test('it is current with every mandatory check, and says until when and since when', () => {
    const soonest = aCheck('policies', { ref: 'Q-later', checkedOn: later, expiresOn: localDate('2027-01-05') });
    const standing = { validUntil: '2027-01-05', checkedOn: '2026-11-20', lacking: [] };
    // 42 days before the first of them ends it is due, and not earlier.
    expect(qaStanding(but(soonest), today)).toStrictEqual({ state: 'due', ...standing });
    expect(qaStanding(but(soonest), localDate('2026-11-23'))).toStrictEqual({ state: 'current', ...standing });
  });

  test('without any check it lacks every mandatory one, and nobody can say until when', () => {
    const lacking = [...currentChecks.map(({ standard }) => standard)];
    expect(qaStanding([], today)).toStrictEqual({ state: 'held', validUntil: undefined, checkedOn: undefined, lacking });
  });

  test('what has ended says when it did', () => {
    const over = aCheck('policies', { ref: 'Q-later', outcome: 'lapsed', checkedOn: later, expiresOn: localDate('2026-11-21') });
    expect(qaStanding(but(over), today).validUntil).toBe('2026-11-21');
    const waived = { ...over, waivedUntil: localDate('2026-12-18') };
    expect(qaStanding(but(waived), today).validUntil).toBe('2026-12-18');
  });

  test('of a check without a day, one not passed counts as the latest, and one passed as the earliest', () => {
    const undated = { ref: 'Q-undated', checkedOn: undefined };
    expect(qaStanding(but(aCheck('policies', { ...undated, outcome: 'failed' })), today).lacking).toEqual(['policies']);
    expect(qaStanding(but(aCheck('policies', { ...undated, expiresOn: today })), today).validUntil).toBe('2027-08-31');
    const two = [
      aCheck('policies', { ...undated, expiresOn: later }),
      aCheck('policies', { ref: 'Q-older', checkedOn: localDate('2020-01-01') }),
    ];
    expect(latestCheck(two, 'policies')?.ref).toBe('Q-older');
  });

  test('a check of its own date holds longer than a shorter waiver', () => {
    expect(holdsUntil(aCheck('policies', { waivedUntil: later }))).toBe('2027-08-31');
    expect(holdsUntil(aCheck('policies', { outcome: 'lapsed', waivedUntil: later }))).toBe(later);
  });

  test('R16: evidence that came in for an action changes nothing before it is looked at', () => {
    const answered = aCheck('staff-checks', {
      ref: 'Q-later',
      outcome: 'received',
      checkedOn: later,
      actionDueOn: localDate('2026-12-01'),
    });
    expect(qaStanding(but(answered), today)).toMatchObject({ state: 'held', lacking: ['staff-checks'] });
  });

  test.each(['scheduled', 'evidence-requested', 'received'] as const)(
    'a renewal that is %s takes nothing from the check that holds',
    (outcome) => {
      expect(qaStanding(but(aCheck('insurance', { ref: 'Q-later', outcome, checkedOn: undefined })), today).state).toBe('current');
    },
  );

  test('R18: a check that ends soon holds until its last day, whatever the clock has written', () => {
    for (const outcome of ['passed', 'due'] as const) {
      const last = aCheck('insurance', { ref: 'Q-later', outcome, checkedOn: later, expiresOn: today });
      expect(qaStanding(but(last), today).state).toBe('due');
      expect(qaStanding(but(last), localDate('2026-11-25'))).toMatchObject({ state: 'held', lacking: ['insurance'] });
    }
  });

  test('a lapsed check does not hold, though its date be wrong', () => {
    const lapsed = aCheck('policies', { ref: 'Q-later', outcome: 'lapsed', checkedOn: later, expiresOn: localDate('2027-08-31') });
    expect(qaStanding(but(lapsed), today).state).toBe('held');
  });

  test('a waived check holds until the last day of the waiver', () => {
    const waived = aCheck('policies', {
      ref: 'Q-later',
      outcome: 'action-required',
      checkedOn: later,
      expiresOn: undefined,
      waivedUntil: localDate('2026-12-18'),
    });
    expect(holdsUntil(waived)).toBe('2026-12-18');
    expect(qaStanding(but(waived), localDate('2026-12-18')).lacking).toEqual([]);
    expect(qaStanding(but(waived), localDate('2026-12-19')).lacking).toEqual(['policies']);
  });
});
