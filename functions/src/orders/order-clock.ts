import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Command, Decision } from '@ap/shared/domain/call-off/decision';
import { isAfter, isBefore } from '@ap/shared/domain/days/instants';
import { compareDates, toLondonDate } from '@ap/shared/domain/days/local-date';
import { lapseOffer, remindProvider } from '@ap/shared/domain/orders/answer-offer';
import { finishNotice } from '@ap/shared/domain/orders/end-order';
import { offerReminderAt } from '@ap/shared/domain/orders/offer';
import { noteNoneLeft } from '@ap/shared/domain/orders/offer-next';
import { theProduct } from '@ap/shared/domain/people/person';
import { byTheClock } from '../commands/by-the-clock.ts';
import { type CommandNeeds, runCommand } from '../commands/run-command.ts';
import type { SameNeedPorts } from '../commands/same-need.ts';
import { nextCandidates } from './next-candidates.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface OrderClockReport {
  readonly moved: number;
  readonly failed: number;
}

interface Due {
  readonly key: string;
  readonly decide: (present: CallOff, command: Command) => Decision;
}

/** What is due for an order by the clock; each has one key for ever, so that two instances and a repeat do it once. */
const dueFor = ({ ref, order }: CallOff, now: string): Due | undefined => {
  if (order?.state === 'notice-given' && order.notice && compareDates(toLondonDate(now), order.notice.lastDay) > 0)
    return { key: `notice-over-${ref}-${order.notice.lastDay}`, decide: finishNotice };
  if (order?.state !== 'awaiting-provider' || order.answerBy === undefined) return undefined;
  if (isAfter(now, order.answerBy)) return { key: `offer-over-${ref}-${order.answerBy}`, decide: lapseOffer };
  const isDue = order.providerRemindedAt === undefined && order.otherOffer === undefined && !isBefore(now, offerReminderAt(order.answerBy));
  return isDue ? { key: `offer-reminder-${ref}-${order.answerBy}`, decide: remindProvider } : undefined;
};

/** What is due for an order that its provider declined, when nobody is left to ask. What cannot be told now is told by a later run. */
const noneLeft = async (ports: SameNeedPorts, callOff: CallOff): Promise<Due | undefined> => {
  if (callOff.status !== 'ordered' || callOff.order?.state !== 'declined') return undefined;
  const found = await nextCandidates(ports, callOff);
  if (!found || found.candidates.length > 0) return undefined;
  return {
    key: `none-left-${callOff.ref}-${callOff.order.number}`,
    decide: (present, command) => noteNoneLeft(present, command, found.candidates),
  };
};

/** Gives, as the product, what is due for orders: a provider is reminded, an offer that nobody answered lapses, a notice runs out. One failure holds up no other. */
export const orderClock = (ports: CommandNeeds & SameNeedPorts) => async (): Promise<OrderClockReport> => {
  const now = ports.clock.now();
  const run = byTheClock(ports);
  for (const { callOff } of await ports.callOffs.known()) {
    const { ref } = callOff;
    const known = dueFor(callOff, now);
    await run.give(ref, known?.key ?? 'none-left', async () => {
      const due = known ?? (await noneLeft(ports, callOff));
      if (!due) return false;
      const { key, decide } = due;
      await runCommand(ports, { ref, by: theProduct, key, content: key }, async (present, command) => decide(present.callOff, command));
      return true;
    });
  }
  return { moved: run.counts.given, failed: run.counts.failed };
};
