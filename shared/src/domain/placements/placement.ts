import type { LocalDate } from '../days/local-date.ts';
import type { Arranger, Payer } from '../money/payer.ts';

/** Where an order has a placement that is to start, runs, or is about to end. */
export const livePlacementStates = ['accepted', 'active', 'paused', 'notice-given'] as const;
export type LivePlacementState = (typeof livePlacementStates)[number];

/**
 * Row 72: an order that a provider has accepted and that is not over, whoever pays and whoever arranged it: to start, running, paused or under notice. One that
 * its school ended in answer to a hold is none any more. Of the pupil nothing but the school's own reference.
 */
export interface Placement {
  readonly ref: string;
  readonly orderNumber: string;
  readonly state: LivePlacementState;
  /** Its provider is paused for new orders, and the school has not answered yet, or paused the placement because of it. */
  readonly held: boolean;
  readonly buyerName: string;
  readonly providerName: string;
  /** Whether the provider is registered as a school (R12); absent for one that the register knows no more. */
  readonly registeredSchool?: boolean | undefined;
  readonly serviceName: string;
  readonly lotName: string;
  readonly arrangedBy: Arranger;
  readonly payer: Payer;
  /** The school's own reference: all that is known here of who the pupil is. */
  readonly pupilRef: string;
  /** Of the fullest week. */
  readonly hoursPerWeek: number;
  /** Mornings and afternoons of a week by the pattern of today: that of the first day before it, that of the last day after it. */
  readonly sessionsPerWeek: number;
  /** The day on which it started; else the day that is planned. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly reviewDueOn?: LocalDate | undefined;
  readonly reviewOverdue: boolean;
  readonly lastReviewOn?: LocalDate | undefined;
}
