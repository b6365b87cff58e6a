/** What a commissioner may set about quality. Days are calendar days. */
export interface QualityPolicy {
  /** So many days before its last day a check is due to be renewed. */
  readonly dueDays: number;
  /** Days before the last day on which the provider is reminded, the furthest first. */
  readonly reminderDays: readonly number[];
  /** How far ahead the commissioner's morning card looks. */
  readonly cardDays: number;
  readonly longestWaiverDays: number;
}

export const defaultQualityPolicy: QualityPolicy = { dueDays: 42, reminderDays: [28, 14, 7, 1], cardDays: 14, longestWaiverDays: 90 };
