import { attendanceRef, isUnreported, noteUnreported } from '@ap/shared/domain/attendance/attendance-day';
import { sessionsOn } from '@ap/shared/domain/attendance/planned-session';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { theProduct } from '@ap/shared/domain/people/person';
import { byTheClock } from '../commands/by-the-clock.ts';
import { runAtRef } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';
import { attendanceFacts, knownDays, sessionsHome } from './sessions-home.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface AttendanceClockReport {
  readonly told: number;
  readonly failed: number;
}

/** R22: notes each session of today that nobody reported by its time, once for ever, so that the school is told. One failure holds up no other. */
export const attendanceClock = (ports: Ports) => async (): Promise<AttendanceClockReport> => {
  const now = ports.clock.now();
  const today = toLondonDate(now);
  const [callOffs, buyers, days, policy] = await Promise.all([
    ports.callOffs.known(),
    ports.buyers.all(),
    knownDays(ports),
    ports.policies.attendancePolicy(),
  ]);
  const terms = new Map(buyers.map(({ ref, termDates }) => [ref, termDates]));
  const run = byTheClock(ports);
  for (const { callOff } of callOffs) {
    const { order, request } = callOff;
    if (!order) continue;
    const ref = attendanceRef(order.number, today);
    for (const session of sessionsOn(callOff, today, terms.get(request.buyerRef) ?? [])) {
      const told = days.get(ref)?.[session.half];
      if (told?.unreportedAt !== undefined || !isUnreported(session, told, policy, now)) continue;
      const { half } = session;
      await run.give(ref, 'unreported', async () => {
        // Read now: what was reported or ended since the copy was taken is told to nobody as missing.
        const found = await ports.callOffs.find(callOff.ref);
        if (!found) return false;
        const facts = await attendanceFacts(ports, found.callOff, 'known');
        const given = { ref, by: theProduct, key: `unreported-${ref}-${half}`, content: half };
        await runAtRef(ports, sessionsHome(ports), given, async (present, command) =>
          noteUnreported(present, { ...command, date: today, half }, facts),
        );
        return true;
      });
    }
  }
  return { told: run.counts.given, failed: run.counts.failed };
};
