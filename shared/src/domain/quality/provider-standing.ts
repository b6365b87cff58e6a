import { type Aggregate, unwritten } from '../call-off/aggregate.ts';
import type { Transition } from '../machine/transition.ts';
import type { Membership } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import type { ProviderStatus } from '../register/provider.ts';
import type { Evidence, Waiver } from './check-record.ts';
import type { ConcernStatus } from './concern-status.ts';
import type { Hold } from './hold.ts';
import type { HoldCause } from './hold-cause.ts';
import type { QaCheck } from './qa-check.ts';
import type { CommandOf } from './quality-decision.ts';
import type { QualityEffectWork } from './quality-effect.ts';

/**
 * Where a provider stands on the framework and what holds it: one list item, because a hold and the status that it brings are written together.
 * Whether it is listed is computed from this and from facts, each time.
 */
export interface ProviderStanding extends Aggregate<QualityEffectWork> {
  readonly status: ProviderStatus;
  /** For commissioners only: buyers are shown a fixed sentence. */
  readonly statusReason?: string | undefined;
  /** What a suspended provider was, and is again when the last hold is lifted. */
  readonly before?: 'active' | 'paused' | undefined;
  /** Every open hold and the latest that were lifted. */
  readonly holds: readonly Hold[];
  /** How many were ever placed: no reference is used twice. */
  readonly holdCount: number;
}

/** A provider whose standing was never decided about here. One that was suspended by hand goes back to taking orders, as two people decide: held, and lifted. */
export const unmoved = (providerRef: string, status: ProviderStatus): ProviderStanding => ({
  ...unwritten,
  ref: providerRef,
  status,
  ...(status === 'suspended' ? { before: 'active' as const } : {}),
  holds: [],
  holdCount: 0,
});

/** A check with who recorded what about it. */
export type RecordedCheck = QaCheck & { readonly evidence?: Evidence | undefined; readonly waiver?: Waiver | undefined };

/** A concern as far as a hold asks about it. */
export interface ConcernFact {
  readonly ref: string;
  readonly status: ConcernStatus;
  /** Who paused new orders for it. */
  readonly pausedBy?: Person | undefined;
  readonly closedBy?: Person | undefined;
}

/** What a decision about a provider's standing is taken from, read from the lists at the time. */
export interface ProviderFacts {
  readonly councilMembers: readonly Membership[];
  /** Every check of this provider. */
  readonly checks: readonly RecordedCheck[];
  /** The concerns about this provider. */
  readonly concerns: readonly ConcernFact[];
  readonly agreementCountersigned: boolean;
  readonly liveRate: boolean;
  /** R37: whether the exclusion grounds and the debarment list were looked at and are clear. */
  readonly debarmentClear: boolean;
}

export const providerCommands = ['award', 'activate', 'pause', 'resume', 'place-hold', 'lift-hold', 'remove'] as const;
export type ProviderCommandKind = (typeof providerCommands)[number];

interface Told {
  readonly pause: { readonly reason: string };
  readonly remove: { readonly reason: string };
  readonly 'place-hold': {
    readonly cause: HoldCause;
    /** The check or the concern. */
    readonly about?: string | undefined;
    readonly reason?: string | undefined;
  };
  readonly 'lift-hold': { readonly holdRef: string; readonly reason: string };
}
export type ProviderCommandOf<Kind extends ProviderCommandKind> = CommandOf<Kind, Told>;
export type ProviderCommand = { [Kind in ProviderCommandKind]: ProviderCommandOf<Kind> }[ProviderCommandKind];

/**
 * Domain section 5, 'Provider status'. A hold suspends who is active or paused; before that it only keeps from becoming active. A provider that was
 * paused at its own wish goes back to that, not to taking orders.
 */
export const providerTable: readonly Transition<ProviderStatus, ProviderCommandKind>[] = [
  { from: 'prospective', command: 'award', to: ['awarded'] },
  { from: 'prospective', command: 'place-hold', to: ['prospective'] },
  { from: 'prospective', command: 'lift-hold', to: ['prospective'] },
  { from: 'awarded', command: 'activate', to: ['active'] },
  { from: 'awarded', command: 'place-hold', to: ['awarded'] },
  { from: 'awarded', command: 'lift-hold', to: ['awarded'] },
  { from: 'active', command: 'pause', to: ['paused'] },
  { from: 'active', command: 'place-hold', to: ['suspended'] },
  { from: 'paused', command: 'resume', to: ['active'] },
  { from: 'paused', command: 'place-hold', to: ['suspended'] },
  { from: 'suspended', command: 'place-hold', to: ['suspended'] },
  { from: 'suspended', command: 'lift-hold', to: ['suspended', 'active', 'paused'] },
  { from: 'suspended', command: 'remove', to: ['removed'] },
];
