import type { ApprovalStep } from '../approvals/approval-step.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import type { Person } from '../people/person.ts';
import type { OtherOffer } from './offer.ts';
import type { DestinationCode, EndReason, ObjectivesMet } from './order-end.ts';
import type { OrderPlan } from './order-plan.ts';
import type { OrderPlace, SettingChange } from './setting-change.ts';
import type { StartChecks } from './start-checks.ts';

export const orderStates = [
  'awaiting-provider',
  'accepted',
  'declined',
  'unfilled',
  'active',
  'paused',
  'notice-given',
  'ended',
  'completed',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

/** What a provider can answer to an order. */
export const providerAnswers = ['accepted', 'declined'] as const;
export type ProviderAnswer = (typeof providerAnswers)[number];

/** Who gives notice; a provider's is recorded by the school. */
export const noticeGivers = ['school', 'provider'] as const;
export type NoticeGiver = (typeof noticeGivers)[number];

/** Notice that was given: the placement runs to its last day. */
export interface OrderNotice {
  readonly by: NoticeGiver;
  readonly givenOn: LocalDate;
  readonly lastDay: LocalDate;
  readonly reason: string;
}

/** How a placement came to its end, early or at its planned one. */
export interface OrderEnd {
  readonly on: LocalDate;
  readonly reason: EndReason;
  readonly note?: string | undefined;
  readonly destination?: DestinationCode | undefined;
  readonly objectives?: ObjectivesMet | undefined;
  /** When the last review with the provider was held (R5). */
  readonly finalReviewOn?: LocalDate | undefined;
}

export const orderChangeKinds = ['vary', 'extend'] as const;
export type OrderChangeKind = (typeof orderChangeKinds)[number];

/** A change that costs more than was approved: it takes effect only when its steps have approved the new total. */
export interface ProposedOrderChange {
  /** 1 for the first change of the order that had to be approved. */
  readonly number: number;
  readonly kind: OrderChangeKind;
  readonly reason: string;
  readonly proposedBy: Person;
  readonly proposedAt: string;
  readonly plan: OrderPlan;
  readonly steps: readonly ApprovalStep[];
}

/** The order made by the last approval. Nothing calls it confirmed before the provider has answered. */
export interface Order {
  readonly number: string;
  readonly madeAt: string;
  readonly state: OrderState;
  readonly answeredAt?: string | undefined;
  readonly answerRecordedBy?: string | undefined;
  readonly declineReason?: string | undefined;
  /** Until when the provider has to answer: an instant. Absent in orders that were made before there was a limit. */
  readonly answerBy?: string | undefined;
  readonly providerRemindedAt?: string | undefined;
  /** What the provider offers instead of what was ordered. */
  readonly otherOffer?: OtherOffer | undefined;
  /** What must be recorded before the pupil starts. */
  readonly checks?: StartChecks | undefined;
  readonly startedOn?: LocalDate | undefined;
  /** What is planned by now; absent as long as it is what the request asked for. */
  readonly plan?: OrderPlan | undefined;
  readonly pausedFrom?: LocalDate | undefined;
  readonly notice?: OrderNotice | undefined;
  readonly end?: OrderEnd | undefined;
  readonly change?: ProposedOrderChange | undefined;
  /** The gross total of the last change that was approved, in pence; absent as long as that of the request stands. */
  readonly approvedGross?: Pence | undefined;
  /** R3: where the pupil is taught, as the register had it when the school was last told; absent before it was looked up. */
  readonly place?: OrderPlace | undefined;
  /** Whether the register named no place when it was last looked up, after it had named one. */
  readonly placeUnnamed?: boolean | undefined;
  /** R3: changes of place and staff of which the school was told, in order. */
  readonly settingChanges?: readonly SettingChange[] | undefined;
  /** How many changes were proposed for approval so far. */
  readonly changes?: number | undefined;
}

/**
 * The order's number, from the id of its list item: ascending and never used twice. Offered to another provider it is another order to that one:
 * `earlier` says how many were asked before, so that no two providers invoice under one number.
 */
export const orderNumber = (itemId: number, earlier = 0): string =>
  `AP-${String(itemId).padStart(6, '0')}${earlier === 0 ? '' : `-${earlier + 1}`}`;

/** Whether an order in this state is over: nothing is taught or owed any more. One that no provider took may be offered to the next. */
export const orderIsOver = (state: OrderState): boolean => overStates.includes(state);
const overStates: readonly OrderState[] = ['declined', 'unfilled', 'ended', 'completed', 'cancelled'];

/** Whether an order in this state came to nothing: nobody was taught, nothing is owed. */
export const cameToNothing = (state: OrderState): boolean => nothingStates.includes(state);
const nothingStates: readonly OrderState[] = ['declined', 'unfilled', 'cancelled'];
