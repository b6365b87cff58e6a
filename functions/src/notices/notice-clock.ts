import { isBefore } from '@ap/shared/domain/days/instants';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { decideNotice, releaseAt } from '@ap/shared/domain/notices/decide-notice';
import { isShown, type Notice } from '@ap/shared/domain/notices/notice';
import { theProduct } from '@ap/shared/domain/people/person';
import { byTheClock } from '../commands/by-the-clock.ts';
import { runOnRecord } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';
import { noticesHome } from './notices-home.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface NoticeClockReport {
  readonly moved: number;
  readonly failed: number;
}

const dueFor = (notice: Notice, now: string): 'release-notice' | 'expire-notice' | undefined => {
  if (notice.status === 'scheduled')
    return notice.publishOn !== undefined && isBefore(now, releaseAt(notice.publishOn)) ? undefined : 'release-notice';
  return notice.status === 'published' && !isShown(notice, toLondonDate(now)) ? 'expire-notice' : undefined;
};

/** Lets notices go out on the morning of their day, and ends them after their last. One failure holds up no other. */
export const noticeClock = (ports: Ports) => async (): Promise<NoticeClockReport> => {
  const run = byTheClock(ports);
  for (const { state } of await ports.notices.known()) {
    const { ref } = state;
    const kind = dueFor(state, ports.clock.now());
    if (!kind) continue;
    await run.give(ref, kind, async () => {
      // A notice that was recalled and put off again goes out anew: each of its versions once.
      const given = { ref, by: theProduct, key: `${kind}-${ref}-${state.version}`, content: kind };
      await runOnRecord(ports, noticesHome(ports), given, async (present, command) =>
        decideNotice(present, { ...command, kind }, { roles: ['product'] }, command.now),
      );
      return true;
    });
  }
  return { moved: run.counts.given, failed: run.counts.failed };
};
