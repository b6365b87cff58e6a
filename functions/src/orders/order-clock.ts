import { compareDates, toLondonDate } from '@ap/shared/domain/local-date';
import { finishNotice } from '@ap/shared/domain/orders/end-order';
import { theProduct } from '@ap/shared/domain/person';
import { type CommandNeeds, runCommand } from '../commands/run-command.ts';
import { ProblemError } from '../http/problem-reply.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface OrderClockReport {
  readonly ended: number;
  readonly failed: number;
}

/** Ends, as the product, each placement whose notice has run out: one key for each notice, so that two instances and a repeat end it once. */
export const orderClock = (ports: CommandNeeds) => async (): Promise<OrderClockReport> => {
  const today = toLondonDate(ports.clock.now());
  const counts = { ended: 0, failed: 0 };
  for (const { callOff } of await ports.callOffs.known()) {
    const { ref, order } = callOff;
    if (order?.state !== 'notice-given' || !order.notice || compareDates(today, order.notice.lastDay) <= 0) continue;
    try {
      const key = `notice-over-${ref}-${order.notice.lastDay}`;
      await runCommand(ports, { ref, by: theProduct, key, content: key }, async (present, command) =>
        finishNotice(present.callOff, command),
      );
      counts.ended += 1;
    } catch (error) {
      counts.failed += 1;
      const code = error instanceof ProblemError ? error.code : 'unexpected';
      ports.log.event(error instanceof ProblemError ? 'info' : 'error', 'clock-refused', { ref, kind: 'finish-notice', code });
    }
  }
  return counts;
};
