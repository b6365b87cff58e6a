import type { ApprovalStep } from '../approvals/approval-step.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { WeeklyPattern } from '../days/weekly-pattern.ts';
import type { Effect } from '../effect.ts';
import type { Pence } from '../money/money.ts';
import type { Arranger, Payer } from '../money/payer.ts';
import type { RateUnit } from '../money/rate-card.ts';
import type { Order } from '../orders/order.ts';
import type { Person } from '../people/person.ts';
import type { OrderHold } from '../quality/order-hold.ts';
import type { Attention } from './attention.ts';
import type { AwardEvidence } from './award-basis.ts';
import type { AwardRoute } from './award-route.ts';
import type { Exclusion } from './exclusion.ts';

/**
 * Where a call-off stands; `call-off-table.ts` says which command leads where. Once it is ordered, `orders/order-machine.ts` says what may follow.
 */
export const callOffStatuses = ['awaiting-approval', 'returned', 'rejected', 'withdrawn', 'ordered'] as const;
export type CallOffStatus = (typeof callOffStatuses)[number];

/** What the school asks for. The pupil is a reference of the school's own choosing (R40); the flags are for rules only and never shown on a card or mail. */
export interface PlacementAsked {
  readonly buyerRef: string;
  readonly serviceRef: string;
  readonly pupilRef: string;
  readonly age: number;
  readonly compulsorySchoolAge: boolean;
  readonly ehcPlan: boolean;
  readonly lookedAfter: boolean;
  readonly arrangedBy: Arranger;
  readonly payer: Payer;
  readonly billTo: string;
  readonly costCode?: string | undefined;
  readonly pattern: WeeklyPattern;
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
  readonly objectives?: string | undefined;
  /** R8: whether the pupil is directed off site (section 29A of the Education Act 2002), so that written notice is due before the start. */
  readonly offSiteDirection?: boolean | undefined;
  /** R10: whether the pupil is suspended or permanently excluded, so that education is due from a certain day. */
  readonly exclusion?: Exclusion | undefined;
  readonly useFallbackApprover: boolean;
}

export type CallOffRequest = PlacementAsked & AwardRoute;

/** The price at the moment of the request, with the rate that it was taken from. Money in pence; `units` may hold halves. */
export interface FrozenPrice {
  readonly rateRef: string;
  readonly rateHash: string;
  readonly unit: RateUnit;
  readonly unitPrice: Pence;
  readonly units: number;
  readonly unitsSentence: string;
  readonly hoursPerWeek: number;
  readonly vatBasisPoints: number;
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
}

/** What happened, for people to read: each accepted command, once. `folded`: this line stands for so many older ones. */
export interface HistoryEntry {
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly comment?: string | undefined;
  readonly folded?: number | undefined;
}

/** That the provider of a request takes no orders for now, in the fixed words that schools are told. */
export interface ProviderPaused {
  readonly since: string;
  readonly sentence: string;
  /** The search of the directory that finds others: the same lot and the needs that the service is for. */
  readonly search: string;
}

/** What a provider was asked that did not take the order, kept when the same request is offered to the next (row 41). */
export interface EarlierOffer {
  /** In which round of approval it was offered. */
  readonly round: number;
  readonly providerRef: string;
  readonly providerName: string;
  readonly serviceName: string;
  /** What was asked of it: the service, why this provider, days and pattern. */
  readonly asked: Pick<PlacementAsked, 'serviceRef' | 'startDate' | 'endDate' | 'pattern'> & AwardRoute;
  readonly price: FrozenPrice;
  readonly award?: AwardEvidence | undefined;
  /** The order as that provider left it. */
  readonly order: Order;
  /** Why the next one was asked, in the words of whoever led the order. */
  readonly passedOn: { readonly at: string; readonly by: Person; readonly reason: string };
}

/** One call-off: request, approvals and order together, because one conditional write must decide about all of them. */
export interface CallOff {
  readonly ref: string;
  readonly idempotencyKey: string;
  /** +1 for each accepted command. */
  readonly version: number;
  /** +1 each time the request is (re)submitted: cards of an earlier round are stale. */
  readonly round: number;
  readonly status: CallOffStatus;
  readonly requester: Person;
  readonly submittedAt: string;
  /** When the requester took it back; absent unless it is withdrawn. */
  readonly withdrawnAt?: string | undefined;
  readonly buyerName: string;
  readonly frameworkRef: string;
  readonly lotKey: string;
  readonly lotName: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly serviceName: string;
  readonly request: CallOffRequest;
  readonly price: FrozenPrice;
  /** R10, R11: what was said of its days when it was sent; absent where there was nothing to say. */
  readonly advice?: readonly string[] | undefined;
  /** R30: why this provider, as it stood when it was asked for; absent but for a direct award, and in those made before it was proved. */
  readonly award?: AwardEvidence | undefined;
  readonly approvals: readonly ApprovalStep[];
  readonly order?: Order | undefined;
  /** Providers that were asked before the present one, in order; absent as long as there is one only. */
  readonly offers?: readonly EarlierOffer[] | undefined;
  /** How the live order stands towards a hold on its provider; absent as long as there was none. */
  readonly hold?: OrderHold | undefined;
  /** Set while the request waits and its provider takes no orders. */
  readonly providerPaused?: ProviderPaused | undefined;
  /** What a person must look at; absent when there is nothing. */
  readonly attention?: readonly Attention[] | undefined;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly Effect[];
  /** The last 20 command ids: an unanswered write is recognised by its own. */
  readonly lastCommands: readonly string[];
}

/** Index of the step that is open for decision, or -1. */
export const openStep = (callOff: CallOff): number => callOff.approvals.findIndex((step) => step.state === 'open');

/** Who is being waited for; empty when nobody is. */
export const waitingFor = (callOff: CallOff): readonly Person[] =>
  callOff.status === 'awaiting-approval' ? (callOff.approvals[openStep(callOff)]?.approvers ?? []) : [];

/** Since when the open step has been with those who decide it: an ISO instant; undefined while nobody is waited for. */
export const waitingSince = ({ status, submittedAt, approvals }: CallOff): string | undefined => {
  return status === 'awaiting-approval' ? openSince(approvals, submittedAt) : undefined;
};

/** Since when the open one of some steps has been with those who decide it: from the decision before it, or from when they were asked. */
export const openSince = (steps: readonly ApprovalStep[], askedAt: string): string => {
  const before = steps[steps.findIndex((step) => step.state === 'open') - 1];
  return before?.state === 'decided' ? before.at : askedAt;
};

/** Who offered the request to another provider, where this round of approval is about that: they do not decide it themselves. */
export const passedOnBy = ({ offers, round }: CallOff): Person | undefined => {
  const last = offers?.at(-1);
  return last?.round === round - 1 ? last.passedOn.by : undefined;
};

export const hasApplied = (callOff: CallOff, commandId: string): boolean => callOff.lastCommands.includes(commandId);

const ringSize = 20;
export const rememberCommand = (ring: readonly string[], commandId: string): readonly string[] => [...ring, commandId].slice(-ringSize);
