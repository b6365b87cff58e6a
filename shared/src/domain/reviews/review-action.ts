/** What the audit chain says of the reviews of a placement. */
export const reviewActions = ['review-recorded', 'review-reminded', 'review-escalated'] as const;
export type ReviewAction = (typeof reviewActions)[number];
