import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { theProduct } from '@ap/shared/domain/people/person';
import { escalateReview, remindOfReview, standingOf, toEscalate } from '@ap/shared/domain/reviews/decide-review';
import { type OrderReviews, orderReviewsRef, type ReviewsDecision } from '@ap/shared/domain/reviews/order-reviews';
import { byTheClock } from '../commands/by-the-clock.ts';
import { runAtRef } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';
import { knownReviews, reviewsHome } from './reviews-home.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface ReviewClockReport {
  readonly reminded: number;
  readonly escalated: number;
  readonly failed: number;
}

type Decide = (present: OrderReviews | undefined, command: Parameters<typeof remindOfReview>[1], callOff: CallOff) => ReviewsDecision;

/** R5: reminds whoever requested of reviews that are due, and tells the contacts of the school of those overdue for long; each once for ever. */
export const reviewClock = (ports: Ports) => async (): Promise<ReviewClockReport> => {
  const today = toLondonDate(ports.clock.now());
  const [callOffs, buyers, reviewsOf, { reviewOverdueSchoolDays }] = await Promise.all([
    ports.callOffs.known(),
    ports.buyers.all(),
    knownReviews(ports),
    ports.policies.orderPolicy(),
  ]);
  const terms = new Map(buyers.map(({ ref, termDates }) => [ref, termDates]));
  const runs = { reminded: byTheClock(ports), escalated: byTheClock(ports) };
  const give = async (what: 'reminded' | 'escalated', callOffRef: string, dueOn: LocalDate, decide: Decide): Promise<void> => {
    const ref = orderReviewsRef(callOffRef);
    await runs[what].give(ref, `review-${what}`, async () => {
      // Read now: of a placement that was paused or ended since the copy was taken, nobody is told.
      const found = await ports.callOffs.find(callOffRef);
      if (!found) return false;
      const given = { ref, by: theProduct, key: `review-${what === 'reminded' ? 'due' : 'late'}-${ref}-${dueOn}`, content: dueOn };
      await runAtRef(ports, reviewsHome(ports), given, async (present, command) => decide(present, command, found.callOff));
      return true;
    });
  };
  for (const { callOff } of callOffs) {
    const termDates = terms.get(callOff.request.buyerRef) ?? [];
    const reviews = reviewsOf(callOff.ref);
    const dueOn = standingOf(callOff, reviews, termDates, today).next?.dueOn;
    if (dueOn === undefined || dueOn > today) continue;
    if (!reviews?.remindedOf.includes(dueOn))
      await give('reminded', callOff.ref, dueOn, (present, command, now) => remindOfReview(present, command, now, termDates));
    if (toEscalate(callOff, reviews, termDates, today, reviewOverdueSchoolDays) !== undefined)
      await give('escalated', callOff.ref, dueOn, (present, command, now) =>
        escalateReview(present, command, now, termDates, reviewOverdueSchoolDays),
      );
  }
  const { reminded, escalated } = runs;
  return {
    reminded: reminded.counts.given,
    escalated: escalated.counts.given,
    failed: reminded.counts.failed + escalated.counts.failed,
  };
};
