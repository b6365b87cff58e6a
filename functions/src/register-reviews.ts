import { reviewsApi } from '@ap/shared/contract/reviews-api';
import type { Outbox } from './effects/outbox.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { getReviews, listOverdueReviews, type MaySee, recordReview } from './reviews/order-reviews.ts';
import { getPlacementFacts } from './reviews/placement-facts.ts';
import { reviewClock } from './reviews/review-clock.ts';
import { reviewPerformers } from './reviews/review-news.ts';
import { reviewsHome } from './reviews/reviews-home.ts';
import { registerTimer } from './triggers.ts';

interface ReviewSupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly maySee: MaySee;
  readonly links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>;
}

/** Joins reviews of placements to their use cases and the clock. Hands back their outbox for the queue and the sweep. */
export const registerReviews = ({ ports, supplies, maySee, links }: ReviewSupplies): readonly Outbox[] => {
  route(reviewsApi.getReviews, supplies, getReviews(ports, maySee));
  route(reviewsApi.recordReview, supplies, recordReview(ports, maySee));
  route(reviewsApi.listOverdueReviews, supplies, listOverdueReviews(ports));
  route(reviewsApi.getPlacementFacts, supplies, getPlacementFacts(ports));
  registerTimer('reviewClock', reviewClock(ports));
  return [recordOutbox(reviewsHome(ports), reviewPerformers(ports, links), ports.log)];
};
