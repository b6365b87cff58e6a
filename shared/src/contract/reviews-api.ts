import { getPlacementFacts, getReviews, listOverdueReviews, recordReview } from './reviews.ts';

/** Reviews of placements, and what became of placements. Apart from `api`, so that no other page loads their shapes. */
export const reviewsApi = { getReviews, recordReview, listOverdueReviews, getPlacementFacts } as const;
