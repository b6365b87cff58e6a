import { aBuyer, schoolMembers, senco } from '../call-off/call-off.fixture.ts';
import { stateRoom } from '../call-off/call-off-room.ts';
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
import type { Half } from './planned-session.ts';

const running = runningOrder();
const date = localDate('2027-01-14');
const holder = linkHolder('99999999-9999-4999-8999-999999999999', 'Greenway');
const facts = { callOff: running, termDates: aBuyer().termDates, policy: defaultAttendancePolicy, buyerMembers: schoolMembers };
const mornings = {
  ...facts,
  callOff: { ...running, request: { ...running.request, pattern: { days: ['thu'], sessions: 'am', hoursPerDay: 3 } as const } },
};
const at = (half: Half, told: object = {}) => ({ ...on('2027-01-14'), date, half, ...told });
const ahead = (half: Half, told: object = {}) => at(half, { now: '2027-01-13T09:00:00Z', ...told });
const given = (decision: AttendanceDecision) => {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.detail}`);
  return decision;
};
/** The state and the line of history that a step leaves, and what it asks for. */
const outcome = (decision: AttendanceDecision) => {
  const { state, effects } = given(decision);
  return {
    am: state.am,
    pm: state.pm,
    what: state.history.at(-1)?.what,
    works: effects.map((effect) => ('action' in effect ? effect.action : effect.kind)),
  };
};
const reported = given(reportSession(undefined, { ...at('pm', { by: holder }), mark: 'absent' }, facts)).state;
const confirmed = given(confirmSession(undefined, { ...at('am'), code: 'B' }, facts)).state;
const now = '2027-01-14T09:00:00Z';

describe('R22: the record of a day', () => {
  test('is begun by the first thing that is told of it, and names no pupil', () => {
    const number = running.order?.number;
    expect(reported).toMatchObject({
      ref: `${number}-2027-01-14`,
      callOffRef: running.ref,
      orderNumber: number,
      buyerRef: '113800',
      providerRef: 'P-0001',
      date,
      version: 1,
    });
    expect(JSON.stringify(reported)).not.toContain(running.request.pupilRef);
  });

  test('says of each step what it was, of which session, and leaves the other session as it was', () => {
    const absent = { mark: 'absent', markedAt: now };
    expect(outcome(reportSession(undefined, { ...at('pm', { by: holder }), mark: 'absent' }, facts))).toStrictEqual({
      am: {},
      pm: absent,
      what: 'Afternoon: reported absent',
      works: ['session-reported', 'tell-absence'],
    });
    expect(outcome(reportSession(reported, { ...at('pm', { by: holder, id: 'undo' }), mark: undefined }, facts))).toStrictEqual({
      am: {},
      pm: { mark: undefined, markedAt: undefined },
      what: 'Afternoon: report taken back',
      works: ['session-report-undone', 'tell-absence-corrected'],
    });
    expect(outcome(noteUnreported(reported, at('am', { by: theProduct, now: '2027-01-14T10:00:00Z', id: 'note' }), facts))).toStrictEqual({
      am: { unreportedAt: '2027-01-14T10:00:00Z' },
      pm: absent,
      what: 'Morning: not reported in time',
      works: ['session-unreported', 'tell-unreported'],
    });
    expect(outcome(confirmSession(reported, { ...at('am', { id: 'confirm' }), code: 'B' }, facts))).toStrictEqual({
      am: { code: 'B', confirmedBy: senco, confirmedAt: now },
      pm: absent,
      what: 'Morning: confirmed as B',
      works: ['session-confirmed'],
    });
    expect(outcome(takeBackCode(confirmed, at('am', { id: 'back' }), facts))).toStrictEqual({
      am: { code: undefined, confirmedBy: undefined, confirmedAt: undefined },
      pm: {},
      what: 'Morning: B taken back',
      works: ['session-confirmation-undone'],
    });
    expect(outcome(tellAbsenceAhead(undefined, ahead('pm'), facts))).toStrictEqual({
      am: {},
      pm: { toldAbsentAt: '2027-01-13T09:00:00Z' },
      what: 'Afternoon: absence told ahead',
      works: ['absence-told-ahead'],
    });
  });

  test('answers a step that comes again with what it did, and does nothing', () => {
    const again = (decided: (found: AttendanceDay | undefined) => AttendanceDecision, found?: AttendanceDay) => {
      const { state } = given(decided(found));
      expect(decided(state)).toEqual({ ok: true, state, effects: [], replay: { version: state.version } });
    };
    again((found) => reportSession(found, { ...at('pm', { by: holder, id: 'report' }), mark: 'late' }, facts));
    again((found) => noteUnreported(found, at('am', { by: theProduct, now: '2027-01-14T10:00:00Z', id: 'note' }), facts));
    again((found) => confirmSession(found, { ...at('am', { id: 'confirm' }), code: 'B' }, facts));
    again((found) => takeBackCode(found, at('am', { id: 'back' }), facts), confirmed);
    again((found) => tellAbsenceAhead(found, ahead('pm', { id: 'ahead' }), facts));
  });

  test('finds room for where a child is when it is full to everything else, and says so when there is none at all', () => {
    const crowded = (characters: number): AttendanceDay => ({ ...confirmed, serviceRef: 'x'.repeat(characters) }) as AttendanceDay;
    const report = (found: AttendanceDay) => reportSession(found, { ...at('pm', { by: holder, id: 'report' }), mark: 'absent' }, facts);
    expect(report(crowded(stateRoom - 20_000)).ok).toBe(true);
    expect(report(crowded(stateRoom))).toMatchObject({ code: 'record-full' });
  });
});

describe('R22: which sessions there is something to say of', () => {
  const afternoon = {
    code: 'session-not-planned',
    field: '/date',
    detail: 'No session is planned for the afternoon of Thursday 14 January 2027.',
  };
  const sunday = { date: localDate('2027-01-17'), now: '2027-01-17T09:00:00Z' };

  test('only planned ones: where mornings are planned, nothing is told of an afternoon', () => {
    expect(reportSession(undefined, { ...at('am', { by: holder }), mark: 'late' }, mornings).ok).toBe(true);
    for (const refused of [
      reportSession(undefined, { ...at('pm', { by: holder }), mark: 'late' }, mornings),
      noteUnreported(undefined, at('pm', { by: theProduct, now: '2027-01-14T15:00:00Z' }), mornings),
      confirmSession(undefined, { ...at('pm', { now: '2027-01-14T15:00:00Z' }), code: 'B' }, mornings),
      tellAbsenceAhead(undefined, ahead('pm'), mornings),
    ])
      expect(refused).toMatchObject(afternoon);
    expect(reportSession(undefined, { ...at('am', { by: holder, ...sunday }), mark: 'late' }, facts)).toMatchObject({
      detail: 'No session is planned for the morning of Sunday 17 January 2027.',
    });
  });

  test('of today and the seven days before', () => {
    const report = (now: string) => reportSession(undefined, { ...at('am', { by: holder, now }), mark: 'late' }, facts);
    expect(report('2027-01-21T20:00:00Z').ok).toBe(true);
    for (const now of ['2027-01-22T08:00:00Z', '2027-01-13T20:00:00Z'])
      expect(report(now)).toMatchObject({ code: 'dates-not-allowed', field: '/date' });
  });

  test('what the school has confirmed is neither told as unreported nor reported', () => {
    const note = noteUnreported(confirmed, at('am', { by: theProduct, now: '2027-01-14T11:00:00Z', id: 'note' }), facts);
    expect(note).toMatchObject({ code: 'session-unchanged' });
    expect(reportSession(confirmed, { ...at('am', { by: holder, id: 'late' }), mark: 'late' }, facts)).toMatchObject({
      code: 'session-confirmed',
      detail: 'The school has confirmed the morning of Thursday 14 January 2027. Ring the school to change it.',
    });
  });

  test('what was not reported, or is reported so already, is not changed', () => {
    const mark = (found: AttendanceDay | undefined, given: 'absent' | undefined) =>
      reportSession(found, { ...at('pm', { by: holder, id: 'again' }), mark: given }, facts);
    expect(mark(undefined, undefined)).toMatchObject({ code: 'session-unchanged', detail: 'Nothing was reported yet.' });
    expect(mark(reported, 'absent')).toMatchObject({ detail: 'This session is reported as absent already.' });
  });
});

describe('what its school says of a session', () => {
  test('a code from the start of the session on; another may take its place', () => {
    const confirm = (told: object, found?: AttendanceDay) => confirmSession(found, { ...at('pm', told), code: 'B' }, facts);
    expect(confirm({ now: '2027-01-14T12:59:00Z' })).toMatchObject({ code: 'dates-not-allowed', field: '/date' });
    expect(confirm({ now: '2027-01-14T13:00:00Z' }).ok).toBe(true);
    const again = confirmSession(confirmed, { ...at('am', { id: 'again' }), code: 'B' }, facts);
    expect(again).toMatchObject({ code: 'session-unchanged', field: '/code' });
  });

  test('an absence before its start, once; another school tells of none', () => {
    const tell = (told: object, found?: AttendanceDay) => tellAbsenceAhead(found, at('pm', told), facts);
    expect(tell({ now: '2027-01-14T12:59:00Z' }).ok).toBe(true);
    expect(tell({ now: '2027-01-14T13:00:00Z' })).toMatchObject({ code: 'dates-not-allowed', field: '/date' });
    const once = given(tell({ id: 'once' })).state;
    expect(tell({ id: 'twice' }, once)).toMatchObject({ code: 'session-unchanged' });
    expect(tell({ by: holder })).toMatchObject({ code: 'not-yours' });
  });

  test('no code can be taken back where none is confirmed', () => {
    expect(takeBackCode(confirmed, at('pm'), facts)).toMatchObject({
      code: 'session-unchanged',
      detail: 'No code is confirmed for the afternoon of Thursday 14 January 2027.',
    });
  });
});
