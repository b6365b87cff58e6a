import { hasEnded } from '@ap/shared/domain/events/council-event';
import { decideEvent } from '@ap/shared/domain/events/decide-event';
import { theProduct } from '@ap/shared/domain/people/person';
import { byTheClock } from '../commands/by-the-clock.ts';
import { runOnRecord } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';
import { eventsHome } from './events-home.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface EventClockReport {
  readonly moved: number;
  readonly failed: number;
}

/** Ends events whose end has come. One failure holds up no other. */
export const eventClock = (ports: Ports) => async (): Promise<EventClockReport> => {
  const run = byTheClock(ports);
  for (const { state } of await ports.events.known()) {
    const { ref, status, plan } = state;
    if (status !== 'published' || plan === undefined || !hasEnded(plan, ports.clock.now())) continue;
    await run.give(ref, 'end-event', async () => {
      const given = { ref, by: theProduct, key: `end-event-${ref}`, content: 'end-event' };
      await runOnRecord(ports, eventsHome(ports), given, async (present, command) =>
        decideEvent(present, { ...command, kind: 'end-event' }, { roles: ['product'], memberships: [], buyers: [] }, command.now),
      );
      return true;
    });
  }
  return { moved: run.counts.given, failed: run.counts.failed };
};
