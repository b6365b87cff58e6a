/** What the audit chain says of the reviews of a placement. */
export const reviewActions = ['review-recorded', 'review-reminded'] as const;
export type ReviewAction = (typeof reviewActions)[number];
