import { aBuyer, schoolMembers, stranger } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { on, runningOrder } from '../orders/order.fixture.ts';
import { linkHolder, theProduct } from '../people/person.ts';
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
import type { ProviderMark } from './provider-mark.ts';

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

describe('R25: the school says what stands in its register', () => {
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
