import { type OrderReviews, orderReviewsRef } from '@ap/shared/domain/reviews/order-reviews';
import type { RecordHome } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';

/** Where the reviews of orders lie. */
export const reviewsHome = ({ reviews }: Pick<Ports, 'reviews'>): RecordHome<OrderReviews> => ({ list: 'Reviews', register: reviews });

/** What is known of the reviews of every order, by the ref of its call-off. */
export const knownReviews = async ({ reviews }: Pick<Ports, 'reviews'>): Promise<(callOffRef: string) => OrderReviews | undefined> => {
  const known = new Map((await reviews.known()).map(({ state }) => [state.ref, state]));
  return (callOffRef) => known.get(orderReviewsRef(callOffRef));
};
