import type { AttendanceDay, AttendanceFacts } from '@ap/shared/domain/attendance/attendance-day';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { RecordHome } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import type { Age } from '../ports/providers.ts';

/** Where the records of attendance lie. */
export const sessionsHome = ({ sessions }: Pick<Ports, 'sessions'>): RecordHome<AttendanceDay> => ({
  list: 'Sessions',
  register: sessions,
});

/** What a step about a session of a call-off rests on. */
export const attendanceFacts = async (ports: Pick<Ports, 'buyers' | 'policies'>, callOff: CallOff, age: Age): Promise<AttendanceFacts> => {
  const [buyer, policy] = await Promise.all([ports.buyers.buyer(callOff.request.buyerRef, age), ports.policies.attendancePolicy()]);
  if (!buyer) throw new ProblemError('not-found', 'The school of this order is not on the register any more.');
  return { callOff, termDates: buyer.termDates, policy };
};

/** What is known of every order and day, by its ref. */
export const knownDays = async ({ sessions }: Pick<Ports, 'sessions'>): Promise<ReadonlyMap<string, AttendanceDay>> =>
  new Map((await sessions.known()).map(({ state }) => [state.ref, state]));
