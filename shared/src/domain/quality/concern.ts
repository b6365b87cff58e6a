import type { Aggregate } from '../call-off/aggregate.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Transition } from '../machine/transition.ts';
import type { Membership } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import type { ConcernCategory, ConcernSeverity } from './concern-category.ts';
import type { ConcernStatus } from './concern-status.ts';
import type { CommandOf } from './quality-decision.ts';
import type { QualityEffectWork } from './quality-effect.ts';
import type { RingLine } from './whom-to-ring.ts';

/** How an enquiry ended. None of these words says anything about a person. */
export const concernOutcomes = ['no-further-action', 'put-right', 'passed-to-another-body', 'provider-removed'] as const;
export type ConcernOutcome = (typeof concernOutcomes)[number];

/** That the local authority designated officer was told: when, by whom, and under which number of theirs. Never what was said. */
export interface LadoReferral {
  readonly on: LocalDate;
  readonly reference?: string | undefined;
  readonly recordedBy: Person;
}

/** A concern about a provider: one item of a restricted list. It holds no detail of a child. */
export interface Concern extends Aggregate<QualityEffectWork> {
  readonly providerRef: string;
  readonly status: ConcernStatus;
  readonly category: ConcernCategory;
  readonly severity: ConcernSeverity;
  readonly text: string;
  readonly reportedBy: Person;
  readonly reportedAt: string;
  /** The lines that the reporter says were rung first. */
  readonly rung: readonly RingLine[];
  /** The earlier concern that this one is looked into with. */
  readonly leadRef?: string | undefined;
  /** Later concerns about the same provider that are looked into with this one. */
  readonly joined: readonly string[];
  readonly pausedBy?: Person | undefined;
  readonly ladoReferral?: LadoReferral | undefined;
  readonly enquiryBy?: Person | undefined;
  readonly outcome?: ConcernOutcome | undefined;
  readonly outcomeText?: string | undefined;
  readonly closedBy?: Person | undefined;
}

/** Another concern about the same provider, as far as joining asks about it. */
export interface OtherConcern {
  readonly ref: string;
  readonly providerRef: string;
  readonly status: ConcernStatus;
  readonly reportedAt: string;
  readonly leadRef?: string | undefined;
  readonly outcome?: ConcernOutcome | undefined;
  readonly closedBy?: Person | undefined;
  /** What it had taken in. */
  readonly joined?: readonly string[] | undefined;
}

export interface ConcernFacts {
  readonly councilMembers: readonly Membership[];
  readonly others: readonly OtherConcern[];
}

export const concernCommands = [
  'join',
  'take-in',
  'start-enquiry',
  'pause-orders',
  'record-lado-referral',
  'close',
  'close-joined',
  'part',
] as const;
export type ConcernCommandKind = (typeof concernCommands)[number];

interface Told {
  readonly 'take-in': { readonly joinedRef: string };
  readonly 'record-lado-referral': { readonly on: LocalDate; readonly reference?: string | undefined };
  readonly close: { readonly outcome: ConcernOutcome; readonly text: string };
}
export type ConcernCommandOf<Kind extends ConcernCommandKind> = CommandOf<Kind, Told>;
export type ConcernCommand = { [Kind in ConcernCommandKind]: ConcernCommandOf<Kind> }[ConcernCommandKind];

const notClosed = ['open', 'joined', 'under-enquiry'] as const;

/** A joined concern closes with the one that leads; until then it can still pause orders and have its referral recorded. */
export const concernTable: readonly Transition<ConcernStatus, ConcernCommandKind>[] = [
  { from: 'open', command: 'join', to: ['joined'] },
  { from: 'open', command: 'take-in', to: ['open'] },
  { from: 'open', command: 'start-enquiry', to: ['under-enquiry'] },
  { from: 'under-enquiry', command: 'take-in', to: ['under-enquiry'] },
  { from: 'under-enquiry', command: 'close', to: ['closed'] },
  { from: 'joined', command: 'close-joined', to: ['closed'] },
  { from: 'joined', command: 'part', to: ['open'] },
  ...notClosed.flatMap((state) => [
    { from: state, command: 'pause-orders' as const, to: [state] },
    { from: state, command: 'record-lado-referral' as const, to: [state] },
  ]),
];

/** The concern that leads among those about one provider that are not closed: the one reported first. */
export const leadOf = <C extends OtherConcern>(concerns: readonly C[], providerRef: string): C | undefined =>
  concerns
    .filter((concern) => concern.providerRef === providerRef && (concern.status === 'open' || concern.status === 'under-enquiry'))
    .sort((a, b) => a.reportedAt.localeCompare(b.reportedAt) || a.ref.localeCompare(b.ref))[0];
