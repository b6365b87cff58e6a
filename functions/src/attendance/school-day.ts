import type { confirmSessions as confirmDeclared, DayReply, listDaySessions as listDeclared } from '@ap/shared/contract/attendance';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { attendanceRef, confirmSession, takeBackCode } from '@ap/shared/domain/attendance/attendance-day';
import { sessionsOn } from '@ap/shared/domain/attendance/planned-session';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { runsOrders } from '@ap/shared/domain/orders/order-life';
import { runAtRef } from '../commands/run-record.ts';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Ports } from '../ports/ports.ts';
import { schoolSessions } from './school-attendance.ts';
import { attendanceFacts, knownDays, sessionsHome } from './sessions-home.ts';

const ofSchool = ['requester', 'approver', 'contact'] as const;

/** Whose sessions a caller sees: those of their own schools, and of every buyer as a commissioner (row 72). */
const isShown = ({ request, order }: CallOff, caller: Caller): boolean =>
  order !== undefined && (caller.commissioner || ofSchool.some((role) => hasRoleAt(caller, request.buyerRef, role)));

const dayOf = async (ports: Ports, caller: Caller, date: LocalDate): Promise<DayReply> => {
  const [callOffs, days] = await Promise.all([ports.callOffs.known(), knownDays(ports)]);
  const shown = callOffs.map(({ callOff }) => callOff).filter((callOff) => isShown(callOff, caller));
  const rows = await Promise.all(
    shown.map(async (callOff) => {
      const facts = await attendanceFacts(ports, callOff, 'known');
      const planned = sessionsOn(callOff, date, facts.termDates);
      if (planned.length === 0) return [];
      const { ref, buyerName, serviceName, providerName, request } = callOff;
      const may = caller.client === 'deciding' && runsOrders(callOff, caller.memberships, caller.person);
      return (await schoolSessions(ports, facts, planned, days)).map((session) => ({
        ...session,
        ref,
        orderNumber: callOff.order?.number ?? '',
        pupilRef: request.pupilRef,
        buyerName,
        serviceName,
        providerName,
        may,
      }));
    }),
  );
  return {
    date,
    today: toLondonDate(ports.clock.now()),
    rows: rows.flat().sort((a, b) => a.half.localeCompare(b.half) || a.orderNumber.localeCompare(b.orderNumber)),
  };
};

/** The sessions of a day of every placement that the caller follows. */
export const listDaySessions =
  (ports: Ports) =>
  async ({ caller, query }: Call<typeof listDeclared>): Promise<DayReply> =>
    dayOf(ports, caller, query.date ?? toLondonDate(ports.clock.now()));

const onceEach = <T>(read: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const present = known.get(key) ?? read(key);
    known.set(key, present);
    return present;
  };
};

/**
 * Confirms or takes back the codes of several sessions of a day, one after the other, each under a key of its own: the same request again does nothing
 * twice. What cannot be recorded is told beside the day as it stands then.
 */
export const confirmSessions =
  (ports: Ports) =>
  async ({ caller, body, key }: Call<typeof confirmDeclared>): Promise<ReplyOf<typeof confirmDeclared>> => {
    const { date } = body;
    const refused: { ref: string; half: 'am' | 'pm'; detail: string }[] = [];
    // Read once for each order: both halves of a day, and thirty pupils of one school, rest on the same facts.
    const found = onceEach((ref: string) => ports.callOffs.find(ref));
    const membersOf = onceEach((buyerRef: string) => ports.buyers.members(buyerRef, 'fresh'));
    for (const { ref, half, code } of body.sessions) {
      try {
        const callOff = (await found(ref))?.callOff;
        if (!callOff?.order || !isShown(callOff, caller)) {
          refused.push({ ref, half, detail: 'There is no such order, or it is not yours to see.' });
          continue;
        }
        const { order } = callOff;
        const [facts, buyerMembers] = await Promise.all([attendanceFacts(ports, callOff, 'known'), membersOf(callOff.request.buyerRef)]);
        const given = {
          ref: attendanceRef(order.number, date),
          by: caller.person,
          key: `${key}/${ref}/${half}`,
          content: { date, half, code },
        };
        await runAtRef(ports, sessionsHome(ports), given, async (present, command) => {
          const known = { ...facts, buyerMembers };
          return code === undefined
            ? takeBackCode(present, { ...command, date, half }, known)
            : confirmSession(present, { ...command, date, half, code }, known);
        });
      } catch (error) {
        if (error instanceof ProblemError) refused.push({ ref, half, detail: error.message });
        else if (error instanceof ServiceBusy) refused.push({ ref, half, detail: 'The register is busy. Try this one again in a moment.' });
        else throw error;
      }
    }
    return { ...(await dayOf(ports, caller, date)), refused };
  };
