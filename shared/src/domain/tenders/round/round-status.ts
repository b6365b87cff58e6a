export const roundStatuses = ['draft', 'published', 'open', 'closed', 'cancelled'] as const;
export type RoundStatus = (typeof roundStatuses)[number];
