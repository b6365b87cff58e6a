import { addDays, localDate } from '../days/local-date.ts';
import type { CheckCommand } from './check-command.ts';
import type { CheckFacts, CheckRecord } from './check-record.ts';
import { decideCheck } from './decide-check.ts';
import { aPassedCheck, byClock, checkFacts, refusalOf, stateAfter, worksOf } from './quality.fixture.ts';

const until = localDate('2027-08-31');
const dayAfter = addDays(until, 1);
const due: CheckRecord = { ...aPassedCheck('insurance'), expiresOn: until, outcome: 'due' };
const by = { waiver: undefined, waivedUntil: until };

type ByTime = Extract<CheckCommand['kind'], 'remind' | 'lapse' | 'miss-action' | 'end-waiver'>;
const decide = (present: CheckRecord, kind: ByTime, day: string, others: CheckFacts['others'] = []) =>
  decideCheck(present, { ...byClock(`${day}T06:00:00Z`), kind } as CheckCommand, checkFacts({ others }));
/** The causes for which a hold follows; none where the provider keeps its place. */
const holds = (...given: Parameters<typeof decide>): readonly unknown[] =>
  worksOf(decide(...given)).flatMap((work) => ('cause' in work ? [work.cause] : []));
const audit = (action: string) => expect.objectContaining({ kind: 'record-audit', action });
const renewal = (told: Partial<CheckRecord> = {}): CheckRecord => ({
  ...aPassedCheck('insurance', 'Q-00002'),
  checkedOn: addDays(until, -3),
  expiresOn: localDate('2028-08-31'),
  ...told,
});

describe('R19: a mandatory check that lapses holds its provider', () => {
  test('the day after its last, and not on it', () => {
    expect(refusalOf(decide(due, 'lapse', until)).code).toBe('not-yet-due');
    expect(stateAfter(decide(due, 'lapse', dayAfter)).outcome).toBe('lapsed');
    expect(stateAfter(decide(due, 'lapse', dayAfter)).history.at(-1)?.what).toBe('Lapsed');
    expect(worksOf(decide(due, 'lapse', dayAfter))).toEqual([
      { kind: 'place-hold', providerRef: 'P-0001', cause: 'check-lapsed', about: due.ref },
      { kind: 'refresh-directory', providerRef: 'P-0001' },
      { kind: 'tell-commissioners', news: 'check-lapsed' },
      audit('check-lapsed'),
    ]);
  });

  test('a standard that is not mandatory holds nobody', () => {
    expect(holds({ ...due, mandatory: false }, 'lapse', dayAfter)).toEqual([]);
  });

  test('commissioners hear of it though nobody is held', () => {
    const told = [{ kind: 'tell-commissioners', news: 'check-lapsed' }, audit('check-lapsed')];
    expect(worksOf(decide({ ...due, waivedUntil: dayAfter }, 'lapse', dayAfter))).toEqual(told);
    expect(worksOf(decide({ ...due, mandatory: false }, 'lapse', dayAfter))).toEqual(told);
  });

  test('not while a waiver runs, its last day included', () => {
    expect(holds({ ...due, waivedUntil: dayAfter }, 'lapse', dayAfter)).toEqual([]);
    expect(holds({ ...due, waivedUntil: until }, 'lapse', dayAfter)).toEqual(['check-lapsed']);
  });

  test.each<[string, CheckRecord, readonly string[]]>([
    ['decided on its last day', renewal({ decidedAt: `${until}T15:00:00Z` }), []],
    ['decided the day after: there was a gap', renewal({ decidedAt: `${dayAfter}T06:00:00Z` }), ['check-lapsed']],
    ['typed, and seen on its last day', renewal({ decidedAt: undefined, checkedOn: until }), []],
    ['typed, and seen the day after', renewal({ decidedAt: undefined, checkedOn: dayAfter }), ['check-lapsed']],
    ['that ends today', renewal({ decidedAt: `${until}T15:00:00Z`, expiresOn: dayAfter }), []],
    ['that has ended too', renewal({ decidedAt: `${until}T15:00:00Z`, expiresOn: until }), ['check-lapsed']],
    ['of another standard', renewal({ decidedAt: `${until}T15:00:00Z`, standard: 'policies' }), ['check-lapsed']],
    [
      'typed, without the day on which it was seen',
      renewal({ decidedAt: undefined, checkedOn: undefined, expiresOn: dayAfter }),
      ['check-lapsed'],
    ],
  ])('a renewal %s', (_, other, expected) => {
    expect(holds(due, 'lapse', dayAfter, [other])).toEqual(expected);
  });

  test('of several renewals the latest counts', () => {
    const early = renewal({ ref: 'Q-00003', checkedOn: addDays(until, -9), decidedAt: `${dayAfter}T06:00:00Z` });
    expect(holds(due, 'lapse', dayAfter, [early, renewal({ decidedAt: `${until}T15:00:00Z` })])).toEqual([]);
  });
});

describe('R19: when a waiver is over, what it stood for counts again', () => {
  const lapsed: CheckRecord = { ...due, outcome: 'lapsed', ...by };

  test('the day after its last, and not on it', () => {
    expect(refusalOf(decide(lapsed, 'end-waiver', until)).code).toBe('not-yet-due');
    expect(refusalOf(decide({ ...lapsed, waivedUntil: undefined }, 'end-waiver', dayAfter)).code).toBe('not-yet-due');
    expect(stateAfter(decide(lapsed, 'end-waiver', dayAfter))).toMatchObject({ outcome: 'lapsed', waivedUntil: undefined });
  });

  test('of a check that holds by itself, or waits for something to be put right, nothing follows', () => {
    for (const outcome of ['due', 'action-required'] as const)
      expect(worksOf(decide({ ...lapsed, outcome }, 'end-waiver', dayAfter))).toEqual([audit('waiver-ended')]);
  });

  test('a check that had lapsed, or was not passed, holds the provider with its own cause', () => {
    expect(holds(lapsed, 'end-waiver', dayAfter)).toEqual(['check-lapsed']);
    expect(holds({ ...lapsed, outcome: 'failed' }, 'end-waiver', dayAfter)).toEqual(['check-failed']);
  });

  test('unless a renewal holds by then, its last day included', () => {
    expect(worksOf(decide(lapsed, 'end-waiver', dayAfter, [renewal({ expiresOn: dayAfter })]))).toEqual([audit('waiver-ended')]);
    expect(holds(lapsed, 'end-waiver', dayAfter, [renewal({ expiresOn: until })])).toEqual(['check-lapsed']);
  });
});

describe('what is not put right in time', () => {
  const action: CheckRecord = { ...due, outcome: 'action-required', actionDueOn: until, ...by };

  test('is not passed, the day after it was due, and no waiver helps it', () => {
    expect(refusalOf(decide(action, 'miss-action', until)).code).toBe('not-yet-due');
    expect(refusalOf(decide({ ...action, actionDueOn: undefined }, 'miss-action', dayAfter)).code).toBe('not-yet-due');
    const missed = decide(action, 'miss-action', dayAfter);
    expect(stateAfter(missed)).toMatchObject({ outcome: 'failed', checkedOn: dayAfter, expiresOn: undefined, waivedUntil: undefined });
    expect(worksOf(missed)).toEqual([
      { kind: 'place-hold', providerRef: 'P-0001', cause: 'check-failed', about: action.ref },
      { kind: 'refresh-directory', providerRef: 'P-0001' },
      { kind: 'tell-commissioners', news: 'check-failed' },
      audit('check-failed'),
    ]);
  });
});

describe('a provider is reminded', () => {
  const reminded = { ...due, reminded: [28, 14, 7] };

  test('up to the last day, and never after it', () => {
    expect(stateAfter(decide(reminded, 'remind', until)).reminded).toEqual([28, 14, 7, 1]);
    expect(refusalOf(decide(reminded, 'remind', dayAfter)).code).toBe('not-yet-due');
  });

  test('once for each of the days, those that were missed made up for by one', () => {
    expect(refusalOf(decide(reminded, 'remind', addDays(until, -2))).code).toBe('not-yet-due');
    expect(stateAfter(decide({ ...due, reminded: [28] }, 'remind', addDays(until, -6))).reminded).toEqual([28, 14, 7]);
  });
});
