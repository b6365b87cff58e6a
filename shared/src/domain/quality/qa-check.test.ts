import { aCheck, currentChecks } from '../call-off.fixture.ts';
import { localDate } from '../local-date.ts';
import { holdsUntil, qaStanding } from './qa-check.ts';

const today = localDate('2026-11-24');
const but = (...checks: ReturnType<typeof aCheck>[]) => [...currentChecks, ...checks];
const later = localDate('2026-11-20');

describe('R15 to R19: how a provider stands', () => {
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
