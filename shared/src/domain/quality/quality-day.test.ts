import { aCheck } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { ada, today } from './quality.fixture.ts';
import { qualityDay } from './quality-day.ts';
import type { Visit } from './visit.ts';

const until = (date: string) => ({ expiresOn: localDate(date) });
const aVisit = (told: Partial<Visit['actions'][number]>): Visit => ({
  ref: 'V-1',
  version: 3,
  history: [],
  outbox: [],
  lastCommands: [],
  providerRef: 'P-0001',
  status: 'held',
  plannedFor: today,
  actions: [{ ref: 'V-1-A1', text: 'Put closers on the doors.', dueOn: localDate('2026-11-20'), ...told }],
});
const refs = (lines: readonly { readonly checkRef: string }[]) => lines.map(({ checkRef }) => checkRef);

describe('R18: the morning of a commissioner', () => {
  test('what lapses today, what lapses soon and what has lapsed, each once', () => {
    const day = qualityDay(
      [
        aCheck('insurance', { ref: 'Q-today', ...until('2026-11-24') }),
        aCheck('policies', { ref: 'Q-soon', ...until('2026-12-08') }),
        aCheck('staff-checks', { ref: 'Q-later', ...until('2026-12-09') }),
        aCheck('safeguarding-lead', { ref: 'Q-gone', outcome: 'lapsed', ...until('2026-11-20') }),
        // The clock has not run yet.
        aCheck('health-and-safety', { ref: 'Q-past', ...until('2026-11-23') }),
      ],
      [],
      today,
      14,
    );
    expect(refs(day.lapsesToday)).toEqual(['Q-today']);
    expect(refs(day.lapsesSoon)).toEqual(['Q-soon']);
    expect(refs(day.lapsed)).toEqual(['Q-gone', 'Q-past']);
  });

  test('says where evidence has been received already, and leaves out what was renewed', () => {
    const ending = aCheck('insurance', { ref: 'Q-1', ...until('2026-11-24') });
    const renewal = aCheck('insurance', { ref: 'Q-2', outcome: 'received', checkedOn: undefined, expiresOn: undefined });
    expect(qualityDay([ending], [], today, 14).lapsesToday[0]?.evidenceReceived).toBe(false);
    expect(qualityDay([ending, renewal], [], today, 14).lapsesToday[0]?.evidenceReceived).toBe(true);
    expect(qualityDay([ending, { ...renewal, providerRef: 'P-0002' }], [], today, 14).lapsesToday[0]?.evidenceReceived).toBe(false);
    const renewed = aCheck('insurance', { ref: 'Q-3', checkedOn: localDate('2026-11-20'), ...until('2027-11-24') });
    expect(qualityDay([ending, renewed], [], today, 14).lapsesToday).toEqual([]);
  });

  test('each provider and each standard counts for itself', () => {
    const own = aCheck('insurance', { ref: 'Q-1', ...until('2026-11-24') });
    const elsewhere = aCheck('insurance', {
      ref: 'Q-2',
      providerRef: 'P-0002',
      checkedOn: localDate('2026-11-20'),
      ...until('2027-11-24'),
    });
    const evidence = aCheck('policies', { ref: 'Q-3', outcome: 'received', checkedOn: undefined, expiresOn: undefined });
    expect(qualityDay([own, elsewhere, evidence], [], today, 14)).toStrictEqual({
      lapsesToday: [
        { checkRef: 'Q-1', providerRef: 'P-0001', standard: 'insurance', mandatory: true, until: today, evidenceReceived: false },
      ],
      lapsesSoon: [],
      lapsed: [],
      overdueActions: [],
    });
  });

  test('what was never passed, or not passed this time, did not lapse', () => {
    const failed = aCheck('policies', { ref: 'Q-1', outcome: 'failed', ...until('2026-11-24') });
    const planned = aCheck('insurance', { ref: 'Q-2', outcome: 'scheduled', expiresOn: undefined });
    const day = qualityDay([failed, planned], [], today, 14);
    expect(day).toStrictEqual({ lapsesToday: [], lapsesSoon: [], lapsed: [], overdueActions: [] });
  });

  test('a check that lapsed holds on no day, whatever its date says', () => {
    for (const date of ['2026-11-24', '2026-12-01']) {
      const lapsed = aCheck('policies', { ref: 'Q-1', outcome: 'lapsed', ...until(date) });
      const day = qualityDay([lapsed, aCheck('insurance', { ref: 'Q-2' })], [], today, 14);
      expect([refs(day.lapsesToday), refs(day.lapsesSoon), refs(day.lapsed)]).toEqual([[], [], ['Q-1']]);
    }
  });

  test('a waiver counts as long as it lasts', () => {
    const lapsed = aCheck('policies', { ref: 'Q-1', outcome: 'lapsed', ...until('2026-11-01') });
    expect(refs(qualityDay([{ ...lapsed, waivedUntil: today }], [], today, 14).lapsesToday)).toEqual(['Q-1']);
    expect(refs(qualityDay([{ ...lapsed, waivedUntil: localDate('2026-11-23') }], [], today, 14).lapsed)).toEqual(['Q-1']);
  });

  test('mandatory checks come before others of the same day', () => {
    const checks = [
      aCheck('admissions', { ref: 'Q-1', ...until('2026-11-24') }),
      aCheck('insurance', { ref: 'Q-2', ...until('2026-11-24') }),
    ];
    expect(refs(qualityDay(checks, [], today, 14).lapsesToday)).toEqual(['Q-2', 'Q-1']);
  });
});

test('R19: actions past their day, of checks and visits, the oldest first, with the evidence that waits', () => {
  const acting = aCheck('policies', { ref: 'Q-1', outcome: 'action-required', expiresOn: undefined, actionDueOn: localDate('2026-11-23') });
  const received = { ...acting, ref: 'Q-2', outcome: 'received' as const };
  const dueToday = { ...acting, ref: 'Q-3', actionDueOn: today };
  const decided = { ...acting, ref: 'Q-4', outcome: 'failed' as const };
  const visits = [
    aVisit({}),
    aVisit({ doneAt: '2026-11-19T09:00:00Z' }),
    aVisit({ ref: 'V-1-A2', dueOn: today }),
    { ...aVisit({ dueOn: localDate('2026-11-23'), evidence: { recordedBy: ada, recordedAt: '2026-11-22T09:00:00Z' } }), ref: 'V-2' },
  ];
  expect(qualityDay([acting, received, dueToday, decided], visits, today, 14).overdueActions).toStrictEqual([
    { cameOf: 'visit', of: 'V-1', providerRef: 'P-0001', dueOn: '2026-11-20', evidenceReceived: false },
    { cameOf: 'check', of: 'Q-1', providerRef: 'P-0001', dueOn: '2026-11-23', evidenceReceived: false },
    { cameOf: 'check', of: 'Q-2', providerRef: 'P-0001', dueOn: '2026-11-23', evidenceReceived: true },
    { cameOf: 'visit', of: 'V-2', providerRef: 'P-0001', dueOn: '2026-11-23', evidenceReceived: true },
  ]);
});
