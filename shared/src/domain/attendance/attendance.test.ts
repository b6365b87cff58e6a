import fc from 'fast-check';
import { aBuyer, accepted, aProvider, aService, schoolMembers, stranger } from '../call-off.fixture.ts';
import { issueLink } from '../capability-link.ts';
import { localDate } from '../local-date.ts';
import { pauseOrder } from '../orders/change-order.ts';
import { acceptedOrder, lifeFacts, on, runningOrder } from '../orders/order.fixture.ts';
import { plannedParts, pricePlan } from '../orders/order-plan.ts';
import { linkHolder, theProduct } from '../person.ts';
import { rateUnits } from '../rate-card.ts';
import type { DeliveryMode } from '../service.ts';
import {
  type AttendanceDay,
  type AttendanceDecision,
  confirmSession,
  noteUnreported,
  reportSession,
  takeBackCode,
  tellAbsenceAhead,
} from './attendance-day.ts';
import { defaultAttendancePolicy } from './attendance-policy.ts';
import { chargeableUnits } from './chargeable-units.ts';
import { sessionsBetween, sessionsOn } from './planned-session.ts';
import { type ProviderMark, providerMarks } from './provider-mark.ts';
import { sessionHolds, tryCode } from './provider-sign-in.ts';
import { suggestCode, suggestionFacts } from './suggest-code.ts';

const { termDates } = aBuyer();
const holder = linkHolder('99999999-9999-4999-8999-999999999999', 'Greenway');
const date = localDate('2027-01-14');
const facts = (callOff = runningOrder()) => ({ callOff, termDates, policy: defaultAttendancePolicy, buyerMembers: schoolMembers });
const state = (decision: AttendanceDecision): AttendanceDay => {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.detail}`);
  return decision.state;
};
const code = (decision: AttendanceDecision): string => (decision.ok ? 'accepted' : decision.code);
const report = (mark: ProviderMark | undefined, present?: AttendanceDay, told = {}) =>
  reportSession(present, { ...on('2027-01-14', { by: holder }), date, half: 'am', mark, ...told }, facts());
const kinds = (decision: AttendanceDecision) => (decision.ok ? decision.effects.map(({ kind }) => kind) : decision.code);

describe('R22: the sessions of an order follow from its plan', () => {
  test('morning and afternoon of the days of its pattern, on school days only', () => {
    const planned = sessionsBetween(runningOrder(), localDate('2027-01-11'), localDate('2027-01-17'), termDates);
    expect(planned.map((session) => [session.date, session.half, session.hours])).toEqual([
      ['2027-01-12', 'am', 2.5],
      ['2027-01-12', 'pm', 2.5],
      ['2027-01-14', 'am', 2.5],
      ['2027-01-14', 'pm', 2.5],
    ]);
    expect(sessionsOn(runningOrder(), localDate('2027-02-16'), termDates)).toEqual([]);
  });

  test('none before the start, and none from a pause on', () => {
    expect(sessionsOn(acceptedOrder(), date, termDates)).toEqual([]);
    const paused = accepted(
      pauseOrder(runningOrder(), { ...on('2027-01-13'), from: localDate('2027-01-19'), reason: 'A rest is needed.' }, lifeFacts()),
    ).state;
    expect(sessionsOn(paused, date, termDates)).toHaveLength(2);
    expect(sessionsOn(paused, localDate('2027-01-19'), termDates)).toEqual([]);
  });
});

describe('R22: the provider reports each session', () => {
  test('presence needs nobody; an absence, and a session that it cancels, are told to the school at once', () => {
    expect(kinds(report('present'))).toEqual(['record-audit']);
    expect(kinds(report('late'))).toEqual(['record-audit']);
    expect(kinds(report('absent'))).toEqual(['record-audit', 'tell-absence']);
    expect(kinds(report('cancelled'))).toEqual(['record-audit', 'tell-absence']);
  });

  test('a mistake is taken back, and the school that was told of an absence hears of it', () => {
    const absent = state(report('absent'));
    const undone = report(undefined, absent, { id: 'undo' });
    expect(state(undone).am).toMatchObject({ mark: undefined });
    expect(kinds(undone)).toEqual(['record-audit', 'tell-absence-corrected']);
    expect(kinds(report('present', absent, { id: 'better' }))).toEqual(['record-audit', 'tell-absence-corrected']);
    expect(code(report(undefined))).toBe('session-unchanged');
    expect(code(report('absent', absent, { id: 'again' }))).toBe('session-unchanged');
  });

  test('not ahead, not long after, not what is not planned, not what the school has confirmed', () => {
    const at = (day: string) =>
      reportSession(undefined, { ...on('2027-01-21'), date: localDate(day), half: 'am', mark: 'present' }, facts());
    expect(code(at('2027-01-26'))).toBe('dates-not-allowed');
    expect(code(at('2027-01-12'))).toBe('dates-not-allowed');
    expect(code(at('2027-01-20'))).toBe('session-not-planned');
    expect(code(at('2027-01-14'))).toBe('accepted');
    const confirmed = state(confirmSession(state(report('present')), { ...on('2027-01-14'), date, half: 'am', code: 'B' }, facts()));
    expect(code(report('absent', confirmed, { id: 'late' }))).toBe('session-confirmed');
  });
});

describe('R22: a session that nobody reported is no presence', () => {
  const note = (now: string, present?: AttendanceDay) =>
    noteUnreported(present, { ...on('2027-01-14', { by: theProduct, now, id: now }), date, half: 'am' }, facts());

  test('after the time in Settings the school is told, once', () => {
    expect(code(note('2027-01-14T09:59:00Z'))).toBe('session-unchanged');
    const told = note('2027-01-14T10:00:00Z');
    expect(kinds(told)).toEqual(['record-audit', 'tell-unreported']);
    expect(code(note('2027-01-14T10:05:00Z', state(told)))).toBe('session-unchanged');
    expect(code(note('2027-01-15T10:05:00Z'))).toBe('session-not-planned');
  });

  test('not where it was reported, or the school itself told of the absence', () => {
    expect(code(note('2027-01-14T10:00:00Z', state(report('late'))))).toBe('session-unchanged');
    const ahead = tellAbsenceAhead(undefined, { ...on('2027-01-13'), date, half: 'am' }, facts());
    expect(code(note('2027-01-14T10:00:00Z', state(ahead)))).toBe('session-unchanged');
  });
});

describe('R23, R24, R25: which code is suggested', () => {
  const suggest = (mode: DeliveryMode, told: Partial<Parameters<typeof suggestCode>[0] & object> = {}, mark: ProviderMark = 'present') =>
    suggestCode({ deliveryMode: mode, registeredSchool: false, arrangedByCouncil: false, schoolApproved: true, ...told }, 'pm', mark).code;

  test('R23: B only when present, supervised and approved by the school; never at home and never remote', () => {
    expect(suggest('off-site')).toBe('B');
    expect(suggest('community')).toBe('B');
    expect(suggest('off-site', { schoolApproved: false })).toBeUndefined();
    for (const mode of ['online', 'home'] as const)
      for (const arrangedByCouncil of [true, false])
        for (const registeredSchool of [true, false]) expect(suggest(mode, { arrangedByCouncil, registeredSchool })).toBeUndefined();
  });

  test('R24: D at another registered school, K where the council arranged it, the normal mark at the school itself', () => {
    expect(suggest('off-site', { registeredSchool: true, arrangedByCouncil: true })).toBe('D');
    expect(suggest('off-site', { arrangedByCouncil: true })).toBe('K');
    expect(suggest('on-site')).toBe('\\');
    expect(suggest('on-site', {}, 'late')).toBe('L');
  });

  test('R25: an absence, a cancelled session and silence suggest nothing, whatever the provider is', () => {
    for (const mode of ['on-site', 'off-site', 'online', 'home', 'community'] as const) {
      expect(suggest(mode, { arrangedByCouncil: true, registeredSchool: true }, 'absent')).toBeUndefined();
      expect(suggest(mode, {}, 'cancelled')).toBeUndefined();
    }
    expect(suggestCode(undefined, 'am', 'present').code).toBeUndefined();
    expect(
      suggestCode(suggestionFacts(runningOrder(), aService(), aProvider({ registeredSchool: false })), 'am', undefined).code,
    ).toBeUndefined();
    expect(suggestCode(suggestionFacts(runningOrder(), aService(), aProvider({ registeredSchool: false })), 'am', 'present').code).toBe(
      'B',
    );
  });

  test('R25: the school confirms, and may correct; the provider and other people never do', () => {
    const confirm = (given: 'B' | 'I', present?: AttendanceDay, told = {}) =>
      confirmSession(present, { ...on('2027-01-14', { id: `confirm-${given}` }), date, half: 'am', code: given, ...told }, facts());
    const once = state(confirm('B'));
    expect(once.am).toMatchObject({ code: 'B', confirmedBy: { name: 'Sena Coombe' } });
    expect(state(confirm('I', once)).am.code).toBe('I');
    expect(code(confirm('B', once, { id: 'again' }))).toBe('session-unchanged');
    expect(code(confirm('B', undefined, { by: stranger }))).toBe('not-yours');
    expect(code(confirm('B', undefined, { by: holder }))).toBe('not-yours');
    expect(code(confirm('B', undefined, { now: '2027-01-14T08:00:00Z' }))).toBe('dates-not-allowed');
  });

  test('R25: a code that was confirmed by mistake is taken back by the school, and the report stands as it was', () => {
    const command = { ...on('2027-01-14', { id: 'back' }), date, half: 'am' as const };
    const reported = state(report('present'));
    const confirmed = state(confirmSession(reported, { ...on('2027-01-14', { id: 'confirm' }), date, half: 'am', code: 'B' }, facts()));
    expect(code(takeBackCode(confirmed, { ...command, by: stranger }, facts()))).toBe('not-yours');
    const back = state(takeBackCode(confirmed, command, facts()));
    expect(back.am).toEqual({ ...reported.am, code: undefined, confirmedBy: undefined, confirmedAt: undefined });
    expect(code(takeBackCode(back, { ...command, id: 'again' }, facts()))).toBe('session-unchanged');
    expect(code(takeBackCode(undefined, command, facts()))).toBe('session-unchanged');
    expect(code(report('absent', back, { id: 'late-report' }))).toBe('accepted');
  });
});

describe('row 60: what is owed, by the terms of the lot', () => {
  const [morning, afternoon] = sessionsOn(runningOrder(), date, termDates);
  if (!morning || !afternoon) throw new Error('Thursday is taught');
  const owed = (told: AttendanceDay['am'] | undefined, policy = defaultAttendancePolicy) =>
    chargeableUnits([{ session: morning, told }], 'session', 'AP-2026-1', policy);

  test('what was taught; not what the provider cancelled; nothing for what nobody reported, which is counted', () => {
    expect(owed({ mark: 'present' })).toEqual({ units: 1, unreported: 0 });
    expect(owed({ mark: 'late' })).toEqual({ units: 1, unreported: 0 });
    expect(owed({ mark: 'cancelled' })).toEqual({ units: 0, unreported: 0 });
    expect(owed(undefined)).toEqual({ units: 0, unreported: 1 });
  });

  test('an absence without the hours of notice that the lot asks for; with them nothing', () => {
    expect(owed({ mark: 'absent' }).units).toBe(1);
    expect(owed({ mark: 'absent', toldAbsentAt: '2027-01-13T09:00:00Z' }).units).toBe(0);
    expect(owed({ mark: 'absent', toldAbsentAt: '2027-01-13T09:01:00Z' }).units).toBe(1);
    expect(owed({ toldAbsentAt: '2027-01-13T08:00:00Z' })).toEqual({ units: 0, unreported: 0 });
    const half = { ...defaultAttendancePolicy, lotTerms: { 'AP-2026-1': { noticeHours: 48, withoutNotice: 'half' as const } } };
    expect(owed({ mark: 'absent', toldAbsentAt: '2027-01-13T09:00:00Z' }, half).units).toBe(0.5);
  });

  test('a placement that was taught throughout owes what was ordered, in every unit; one that was not owes no more', () => {
    const order = runningOrder();
    const sessions = sessionsBetween(order, localDate('2027-01-12'), localDate('2027-03-18'), termDates);
    const marks = fc.array(fc.constantFrom(undefined, ...providerMarks), { minLength: sessions.length, maxLength: sessions.length });
    for (const unit of rateUnits) {
      const ordered = pricePlan(plannedParts(order), { ...order.price, unit }, termDates);
      if (!ordered.ok) throw new Error(ordered.detail);
      const taught = sessions.map((session) => ({ session, told: { mark: 'present' as const } }));
      expect(chargeableUnits(taught, unit, 'AP-2026-1', defaultAttendancePolicy).units).toBe(ordered.plan.units);
      fc.assert(
        fc.property(marks, (told) => {
          const given = sessions.map((session, index) => ({ session, told: { mark: told[index] } }));
          const { units, unreported } = chargeableUnits(given, unit, 'AP-2026-1', defaultAttendancePolicy);
          expect(units).toBeLessThanOrEqual(ordered.plan.units);
          expect(unreported).toBe(told.filter((mark) => mark === undefined).length);
        }),
        { numRuns: 50 },
      );
    }
  });
});

describe('a contact of a provider signs in by a mailed code', () => {
  const issued = '2027-01-14T08:00:00Z';
  const link = (scope: 'provider-code' | 'provider-session') =>
    issueLink(
      {
        linkId: 'l',
        scope,
        subject: 'P-0001',
        secretHash: 'h',
        holder: { email: 'office@greenway.example', organisation: 'Greenway', registryNumber: '', providerRef: 'P-0001' },
      },
      issued,
    );

  test('a code is tried five times, in ten minutes, and opens once', () => {
    let present = link('provider-code');
    for (let wrong = 0; wrong < 4; wrong += 1) present = tryCode(present, false, issued).link ?? present;
    expect(tryCode(present, true, issued).ok).toBe(true);
    expect(tryCode(tryCode(present, true, issued).link, true, issued).ok).toBe(false);
    expect(tryCode(tryCode(present, false, issued).link, true, issued).ok).toBe(false);
    expect(tryCode(link('provider-code'), true, '2027-01-14T08:09:59Z').ok).toBe(true);
    expect(tryCode(link('provider-code'), true, '2027-01-14T08:10:00Z').ok).toBe(false);
    expect(tryCode(link('provider-session'), true, issued).ok).toBe(false);
  });

  test('a session holds for twelve hours, and not after its mailbox has left the register', () => {
    const provider = { email: 'Office@greenway.example', status: 'active' };
    const holds = (now: string, known: Parameters<typeof sessionHolds>[2] = provider) =>
      sessionHolds(link('provider-session'), true, known, now);
    expect(holds('2027-01-14T19:59:59Z')).toBe(true);
    expect(holds('2027-01-14T20:00:00Z')).toBe(false);
    expect(holds(issued, { ...provider, email: 'new@greenway.example' })).toBe(false);
    expect(holds(issued, { ...provider, status: 'removed' })).toBe(false);
    expect(sessionHolds(link('provider-code'), true, provider, issued)).toBe(false);
  });
});
