import { addDays, localDate } from '../days/local-date.ts';
import type { CheckRecord } from './check-record.ts';
import { decideCheck } from './decide-check.ts';
import { qaStanding } from './qa-check.ts';
import {
  ada,
  afterCommands,
  aReceivedCheck,
  ben,
  byClock,
  byHand,
  checkFacts,
  refusalOf,
  stateAfter,
  today,
  worksOf,
} from './quality.fixture.ts';
import { mandatoryStandards, neverWaived, type QaStandard } from './standard.ts';

const acting = (standard: QaStandard = 'policies'): CheckRecord =>
  afterCommands(aReceivedCheck(standard), { ...byHand(ada), kind: 'require-action', action: 'Renew it.', dueOn: localDate('2026-12-18') });
const until = localDate('2026-12-18');
const ask = (present: CheckRecord, told: { by?: typeof ada; reason?: string; until?: typeof until } = {}, facts = checkFacts()) =>
  decideCheck(
    present,
    { ...byHand(told.by ?? ada), kind: 'request-waiver', reason: told.reason ?? 'Review booked.', until: told.until ?? until },
    facts,
  );
const asked = () => stateAfter(ask(acting()));
const approve = (by: typeof ada, facts = checkFacts(), now?: string) =>
  decideCheck(asked(), { ...byHand(by, now === undefined ? {} : { now }), kind: 'approve-waiver' }, facts);

describe('a waiver', () => {
  test('has a reason, a last day and a second person', () => {
    expect(asked().waivedUntil).toBeUndefined();
    expect(refusalOf(approve(ada)).code).toBe('second-person-required');
    expect(stateAfter(approve(ben))).toMatchObject({ waivedUntil: until, waiver: { state: 'approved', requestedBy: ada, decidedBy: ben } });
    expect(refusalOf(ask(acting(), { reason: '' })).field).toBe('/reason');
    for (const day of ['2026-11-23', '2027-02-23']) expect(refusalOf(ask(acting(), { until: localDate(day) })).field).toBe('/until');
    expect(refusalOf(approve(ben, checkFacts(), '2026-12-19T09:00:00Z')).code).toBe('dates-not-allowed');
  });

  test.each(neverWaived)('R12, R16, R18: is never given for %s', (standard) => {
    expect(refusalOf(ask(acting(standard))).code).toBe('waiver-not-allowed');
  });

  test.each(mandatoryStandards.filter((standard) => !neverWaived.includes(standard)))('can be given for %s', (standard) => {
    expect(ask(acting(standard)).ok).toBe(true);
  });

  test('is neither asked for nor approved while a safeguarding pause is open', () => {
    const facts = checkFacts({ safeguardingPause: true });
    expect(refusalOf(ask(acting(), {}, facts)).code).toBe('waiver-not-allowed');
    expect(refusalOf(approve(ben, facts)).code).toBe('waiver-not-allowed');
  });

  test('is decided once, may be refused with a reason, and asked for again then', () => {
    expect(refusalOf(ask(asked())).code).toBe('waiver-already-asked');
    expect(refusalOf(ask(stateAfter(approve(ben)))).code).toBe('waiver-already-asked');
    const refused = stateAfter(decideCheck(asked(), { ...byHand(ben), kind: 'refuse-waiver', reason: 'Too long.' }, checkFacts()));
    expect(refused.waivedUntil).toBeUndefined();
    expect(refusalOf(decideCheck(refused, { ...byHand(ben), kind: 'approve-waiver' }, checkFacts())).code).toBe('no-waiver-asked');
    expect(ask(refused).ok).toBe(true);
  });

  test('does not outlive a check that was not passed', () => {
    const waived = stateAfter(approve(ben));
    const failed = stateAfter(decideCheck(waived, { ...byHand(ben), kind: 'fail', reason: 'It was never reviewed.' }, checkFacts()));
    expect(qaStanding([failed], today).lacking).toContain('policies');
  });

  test('ends by the clock, and a check that had lapsed under it holds the provider then', () => {
    const lapsed: CheckRecord = { ...stateAfter(approve(ben)), outcome: 'lapsed', expiresOn: localDate('2026-12-01') };
    const end = (now: string) => decideCheck(lapsed, { ...byClock(now), kind: 'end-waiver' }, checkFacts());
    expect(refusalOf(end('2026-12-18T12:00:00Z')).code).toBe('not-yet-due');
    expect(worksOf(end('2026-12-19T07:30:00Z'))).toContainEqual(expect.objectContaining({ kind: 'place-hold', cause: 'check-lapsed' }));
  });
});

describe('a waiver to the day', () => {
  test('lasts from today to the longest that the policy allows', () => {
    const { longestWaiverDays } = checkFacts().policy;
    expect(ask(acting(), { until: today }).ok).toBe(true);
    expect(ask(acting(), { until: addDays(today, longestWaiverDays) }).ok).toBe(true);
    expect(refusalOf(ask(acting(), { until: addDays(today, longestWaiverDays + 1) })).code).toBe('dates-not-allowed');
  });

  test('is approved on its last day, and the directory shows it', () => {
    const approved = approve(ben, checkFacts(), '2026-12-18T09:00:00Z');
    expect(worksOf(approved)).toEqual([
      { kind: 'refresh-directory', providerRef: 'P-0001' },
      expect.objectContaining({ kind: 'record-audit', action: 'waiver-approved' }),
    ]);
  });

  test('is refused with a reason, once, and gives nothing', () => {
    const refuseIt = (present: CheckRecord, reason: string) =>
      decideCheck(present, { ...byHand(ben), kind: 'refuse-waiver', reason }, checkFacts());
    const refused = refuseIt(asked(), 'Too long.');
    expect(stateAfter(refused)).toMatchObject({ waiver: { state: 'refused', decidedBy: ben, requestedBy: ada } });
    expect(stateAfter(refused).waivedUntil).toBeUndefined();
    expect(worksOf(refused)).toEqual([expect.objectContaining({ kind: 'record-audit', action: 'waiver-refused' })]);
    expect(refusalOf(refuseIt(asked(), ''))).toMatchObject({ code: 'reason-required', field: '/reason' });
    expect(refusalOf(refuseIt(stateAfter(refused), 'Again.')).code).toBe('no-waiver-asked');
  });
});
