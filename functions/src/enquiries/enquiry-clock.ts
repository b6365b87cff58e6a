import { isBefore } from '@ap/shared/domain/days/instants';
import { decideEnquiry } from '@ap/shared/domain/enquiries/decide-enquiry';
import { type Enquiry, takesAnswers } from '@ap/shared/domain/enquiries/enquiry';
import { offerReminderAt } from '@ap/shared/domain/orders/offer';
import { theProduct } from '@ap/shared/domain/people/person';
import { byTheClock } from '../commands/by-the-clock.ts';
import { runOnRecord } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';
import { enquiriesHome } from './enquiries-home.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface EnquiryClockReport {
  readonly moved: number;
  readonly failed: number;
}

const dueFor = (enquiry: Enquiry, now: string): 'close-enquiry' | 'remind-unanswered' | undefined => {
  const { status, closesAt, remindedAt, asked } = enquiry;
  if (status === 'closed' || status === 'converted' || status === 'ended') return undefined;
  if (!takesAnswers(enquiry, now)) return 'close-enquiry';
  const waits = status !== 'replied' && asked.some(({ reply }) => !reply);
  return waits && remindedAt === undefined && !isBefore(now, offerReminderAt(closesAt)) && isBefore(now, closesAt)
    ? 'remind-unanswered'
    : undefined;
};

/** R43: reminds and closes as the product, each once. One failure holds up no other. */
export const enquiryClock = (ports: Ports) => async (): Promise<EnquiryClockReport> => {
  const run = byTheClock(ports);
  for (const { state } of await ports.enquiries.known()) {
    const { ref } = state;
    const kind = dueFor(state, ports.clock.now());
    if (!kind) continue;
    await run.give(ref, kind, async () => {
      const given = { ref, by: theProduct, key: `${kind}-${ref}`, content: kind };
      await runOnRecord(ports, enquiriesHome(ports), given, async (present, command) =>
        decideEnquiry(present, { ...command, kind }, { roles: ['product'] }, command.now),
      );
      return true;
    });
  }
  return { moved: run.counts.given, failed: run.counts.failed };
};
