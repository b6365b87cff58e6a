import { toLondonDate } from '@ap/shared/domain/local-date';
import { theProduct } from '@ap/shared/domain/person';
import { remindOfReview, standingOf } from '@ap/shared/domain/reviews/decide-review';
import { orderReviewsRef } from '@ap/shared/domain/reviews/order-reviews';
import { runAtRef } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { knownReviews, reviewsHome } from './reviews-home.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface ReviewClockReport {
  readonly reminded: number;
  readonly failed: number;
}

/** R5: reminds schools of reviews that are due, each once for ever. One failure holds up no other. */
export const reviewClock = (ports: Ports) => async (): Promise<ReviewClockReport> => {
  const today = toLondonDate(ports.clock.now());
  const [callOffs, buyers, reviewsOf] = await Promise.all([ports.callOffs.known(), ports.buyers.all(), knownReviews(ports)]);
  const terms = new Map(buyers.map(({ ref, termDates }) => [ref, termDates]));
  const counts = { reminded: 0, failed: 0 };
  for (const { callOff } of callOffs) {
    const termDates = terms.get(callOff.request.buyerRef) ?? [];
    const reviews = reviewsOf(callOff.ref);
    const dueOn = standingOf(callOff, reviews, termDates, today).next?.dueOn;
    if (dueOn === undefined || dueOn > today || reviews?.remindedOf.includes(dueOn)) continue;
    const ref = orderReviewsRef(callOff.ref);
    try {
      // Read now: of a placement that was paused or ended since the copy was taken, nobody is reminded.
      const found = await ports.callOffs.find(callOff.ref);
      if (!found) continue;
      const given = { ref, by: theProduct, key: `review-due-${ref}-${dueOn}`, content: dueOn };
      await runAtRef(ports, reviewsHome(ports), given, async (present, command) =>
        remindOfReview(present, command, found.callOff, termDates),
      );
      counts.reminded += 1;
    } catch (error) {
      counts.failed += 1;
      const code = error instanceof ProblemError ? error.code : 'unexpected';
      ports.log.event(error instanceof ProblemError ? 'info' : 'error', 'clock-refused', { ref, kind: 'review-due', code });
    }
  }
  return counts;
};
