import type { Aggregate, Sealed } from '../call-off/aggregate.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { PersonKey } from '../people/person.ts';
import type { Refusal } from '../refusal.ts';
import type { ReviewAction } from './review-action.ts';

/** Who took part in a review: by role, never by name (R40). */
export const reviewParticipants = [
  'school',
  'provider',
  'pupil',
  'parent-or-carer',
  'sen-officer',
  'social-worker',
  'virtual-school',
  'other-professional',
] as const;
export type ReviewParticipant = (typeof reviewParticipants)[number];

export const participantWords: Readonly<Record<ReviewParticipant, string>> = {
  school: 'The school',
  provider: 'The provider',
  pupil: 'The pupil',
  'parent-or-carer': 'A parent or carer',
  'sen-officer': 'The SEN case officer',
  'social-worker': 'A social worker',
  'virtual-school': 'The Virtual School',
  'other-professional': 'Another professional',
};

/** How the pupil stands against the objectives that were agreed before the start (R4): one of these, not a mark. */
export const objectivesProgress = ['met', 'on-course', 'behind', 'none-yet'] as const;
export type ObjectivesProgress = (typeof objectivesProgress)[number];

export const progressWords: Readonly<Record<ObjectivesProgress, string>> = {
  met: 'The objectives are met',
  'on-course': 'On course to meet them in time',
  behind: 'Some progress, but behind what was agreed',
  'none-yet': 'No progress yet',
};

/** What a review decided. The order itself is changed or ended by its own command, which asks for what that needs. */
export const reviewDecisions = ['continue', 'vary', 'end'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export const reviewDecisionWords: Readonly<Record<ReviewDecision, string>> = {
  continue: 'Go on as agreed',
  vary: 'Change the placement',
  end: 'End the placement',
};

/** What somebody says of a review that was held. */
export interface HeldReview {
  readonly heldOn: LocalDate;
  readonly participants: readonly ReviewParticipant[];
  readonly progress: ObjectivesProgress;
  readonly decision: ReviewDecision;
  readonly note?: string | undefined;
}

/** A review as it is kept. */
export interface Review extends HeldReview {
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export type ReviewWork =
  | { readonly kind: 'remind-of-review'; readonly dueOn: LocalDate }
  /** The contacts of the school are told of a review that is overdue for long. */
  | { readonly kind: 'tell-contacts-of-review'; readonly dueOn: LocalDate }
  | { readonly kind: 'record-audit'; readonly action: ReviewAction; readonly actor: PersonKey };

/** Every review of one order, in the order in which they were held: one list item beside the call-off, whose own record they would fill. */
export interface OrderReviews extends Aggregate<ReviewWork> {
  readonly callOffRef: string;
  readonly orderNumber: string;
  readonly buyerRef: string;
  readonly providerRef: string;
  readonly serviceRef: string;
  readonly reviews: readonly Review[];
  /** The due days of which the school was reminded. */
  readonly remindedOf: readonly LocalDate[];
  /** The due days of which the contacts of the school were told; absent as long as there was none. */
  readonly escalatedOf?: readonly LocalDate[] | undefined;
}

export type ReviewsDecision = Sealed<OrderReviews, ReviewWork> | Refusal;

export const orderReviewsRef = (callOffRef: string): string => `RV-${callOffRef}`;
