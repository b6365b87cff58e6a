import { aCheck } from '../call-off.fixture.ts';
import { localDate } from '../local-date.ts';
import { passportForCommissioners, passportOf } from './passport.ts';
import { ada, aPassedCheck, aReceivedCheck, today } from './quality.fixture.ts';
import { qualityDay } from './quality-day.ts';
import { firstStandards } from './standards-catalogue.ts';
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
  const day = qualityDay([acting, received, dueToday], [aVisit({}), aVisit({ doneAt: '2026-11-19T09:00:00Z' })], today, 14);
  expect(day.overdueActions.map(({ of, evidenceReceived }) => [of, evidenceReceived])).toEqual([
    ['V-1', false],
    ['Q-1', false],
    ['Q-2', true],
  ]);
});

describe('R15: the passport', () => {
  const checks = [
    aPassedCheck('insurance', 'Q-1'),
    aReceivedCheck('insurance', 'Q-2'),
    { ...aPassedCheck('policies', 'Q-3'), ...until('2026-12-01') },
    { ...aReceivedCheck('safeguarding-lead', 'Q-4'), checkedOn: today, actionDueOn: today },
    { ...aPassedCheck('section-128', 'Q-5'), outcome: 'failed' as const, expiresOn: undefined },
    { ...aPassedCheck('health-and-safety', 'Q-6'), ...until('2026-11-01'), waivedUntil: localDate('2026-12-01') },
    { ...aPassedCheck('registration', 'Q-7'), ...until('2026-11-23') },
  ];
  const lines = passportOf(firstStandards, checks, today, 42);
  const stateOf = (standard: string) => lines.find((line) => line.standard === standard)?.state;

  test('has a line for every standard, the mandatory ones first, and says of each where it stands', () => {
    expect(lines).toHaveLength(firstStandards.length);
    expect(lines.slice(0, 8).every(({ mandatory }) => mandatory)).toBe(true);
    expect(stateOf('insurance')).toBe('holds');
    expect(stateOf('policies')).toBe('ends-soon');
    expect(stateOf('safeguarding-lead')).toBe('action-required');
    expect(stateOf('section-128')).toBe('not-passed');
    expect(stateOf('health-and-safety')).toBe('waived');
    expect(stateOf('registration')).toBe('lapsed');
    expect(stateOf('national-07')).toBe('never-checked');
  });

  test('R16: schools read that it was checked, by whom and until when; words and evidence are for commissioners', () => {
    const text = JSON.stringify(lines);
    expect(text).toContain('Ada Marsh');
    for (const secret of ['Seen and confirmed', 'https://', ada.email]) expect(text).not.toContain(secret);
    const own = passportForCommissioners(firstStandards, checks, today, 42).find(({ standard }) => standard === 'insurance');
    expect(own).toMatchObject({
      confirmation: 'Seen and confirmed by the quality team.',
      evidenceLink: 'https://council.example/evidence/1',
      renewal: 'received',
      textOverdue: true,
    });
  });
});
