import type { LocalDate } from '../days/local-date.ts';

/** Why a pupil is owed education from a certain day (R10). */
export const exclusionKinds = ['suspension', 'permanent-exclusion'] as const;
export type ExclusionKind = (typeof exclusionKinds)[number];

/** That the pupil is suspended or permanently excluded, and since when. */
export interface Exclusion {
  readonly kind: ExclusionKind;
  readonly from: LocalDate;
}
