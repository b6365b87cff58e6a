import type {
  AttendanceReply,
  commandSession as commandDeclared,
  getAttendance as getDeclared,
  SchoolSession,
} from '@ap/shared/contract/attendance';
import {
  type AttendanceDay,
  type AttendanceFacts,
  attendanceRef,
  confirmSession,
  isUnreported,
  tellAbsenceAhead,
} from '@ap/shared/domain/attendance/attendance-day';
import { chargeableUnits } from '@ap/shared/domain/attendance/chargeable-units';
import { type PlannedSession, sessionsBetween } from '@ap/shared/domain/attendance/planned-session';
import { suggestCode, suggestionFacts } from '@ap/shared/domain/attendance/suggest-code';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { isBefore } from '@ap/shared/domain/days/instants';
import { addDays, instantAtLondon, toLondonDate } from '@ap/shared/domain/days/local-date';
import { runsOrders } from '@ap/shared/domain/orders/order-life';
import { plannedParts } from '@ap/shared/domain/orders/order-plan';
import { runAtRef } from '../commands/run-record.ts';
import type { Caller } from '../http/caller.ts';
import { noSuchCallOff, ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { attendanceFacts, knownDays, sessionsHome } from './sessions-home.ts';

/** Whether a caller may see a call-off at all. */
type MaySee = (callOff: CallOff, caller: Caller) => boolean;

/** Days back and ahead that a school's page shows. */
const daysBack = 27;
const daysAhead = 7;

/** Sessions of one call-off as its school sees them. */
export const schoolSessions = async (
  ports: Ports,
  { callOff, policy }: AttendanceFacts,
  sessions: readonly PlannedSession[],
  days: ReadonlyMap<string, AttendanceDay>,
): Promise<readonly SchoolSession[]> => {
  const now = ports.clock.now();
  const { service, provider } = await ports.providers.facts(callOff.request.serviceRef, 'known');
  const facts = suggestionFacts(callOff, service, provider);
  return sessions.map((session) => {
    const { date, half } = session;
    const told = days.get(attendanceRef(callOff.order?.number ?? '', date))?.[half];
    const begun = !isBefore(now, instantAtLondon(date, policy.startsAt[half]));
    const suggestion = suggestCode(facts, half, told?.mark);
    return {
      date,
      half,
      unreported: isUnreported(session, told, policy, now),
      begun,
      because: begun ? suggestion.because : 'Not begun yet.',
      ...withoutAbsent({
        mark: told?.mark,
        markedAt: told?.markedAt,
        toldAbsentAt: told?.toldAbsentAt,
        suggested: suggestion.code,
        code: told?.code,
        confirmedBy: told?.confirmedBy?.name,
      }),
    };
  });
};

const attendanceOf = async (ports: Ports, callOff: CallOff, caller: Caller): Promise<AttendanceReply> => {
  const { order, price, lotKey } = callOff;
  if (!order) throw new ProblemError('not-found', 'There is no order yet: the request has to be approved first.');
  const [facts, days] = await Promise.all([attendanceFacts(ports, callOff, 'known'), knownDays(ports)]);
  const { termDates, policy } = facts;
  const today = toLondonDate(ports.clock.now());
  const shown = sessionsBetween(callOff, addDays(today, -daysBack), addDays(today, daysAhead), termDates);
  const first = plannedParts(callOff)[0]?.from ?? today;
  const soFar = sessionsBetween(callOff, first, addDays(today, -1), termDates);
  const { units, unreported } = chargeableUnits(
    soFar.map((session) => ({ session, told: days.get(attendanceRef(order.number, session.date))?.[session.half] })),
    price.unit,
    lotKey,
    policy,
  );
  return {
    ref: callOff.ref,
    orderNumber: order.number,
    sessions: [...(await schoolSessions(ports, facts, shown, days))].reverse(),
    owed: { unit: price.unit, units, unreported },
    may: caller.client === 'deciding' && runsOrders(callOff, caller.memberships, caller.person),
  };
};

/** The sessions of an order, for whoever may see its call-off. */
export const getAttendance =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<AttendanceReply> => {
    const found = await ports.callOffs.find(params.ref);
    if (!found || !maySee(found.callOff, caller)) throw noSuchCallOff();
    return attendanceOf(ports, found.callOff, caller);
  };

/** The school confirms a code, or tells of an absence ahead. */
export const commandSession =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params, body, key }: Call<typeof commandDeclared>): Promise<AttendanceReply> => {
    const found = await ports.callOffs.find(params.ref);
    if (!found || !maySee(found.callOff, caller)) throw noSuchCallOff();
    const { callOff } = found;
    if (!callOff.order) throw new ProblemError('not-found', 'There is no order yet: the request has to be approved first.');
    const [facts, buyerMembers] = await Promise.all([
      attendanceFacts(ports, callOff, 'known'),
      ports.buyers.members(callOff.request.buyerRef, 'fresh'),
    ]);
    const { date, half } = body;
    const given = { ref: attendanceRef(callOff.order.number, date), by: caller.person, key, content: body };
    await runAtRef(ports, sessionsHome(ports), given, async (present, command) => {
      const known = { ...facts, buyerMembers };
      return body.kind === 'confirm'
        ? confirmSession(present, { ...command, date, half, code: body.code }, known)
        : tellAbsenceAhead(present, { ...command, date, half }, known);
    });
    return attendanceOf(ports, callOff, caller);
  };
