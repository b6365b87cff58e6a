import { type Aggregate, unwritten } from '../call-off/aggregate.ts';
import type { TermDates } from '../days/term-dates.ts';
import type { Transition } from '../machine/transition.ts';
import type { Membership } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import type { OrderHold, OrderHoldState } from './order-hold.ts';
import type { CommandOf } from './quality-decision.ts';
import type { OrderHoldWork, QualityAuditWork } from './quality-effect.ts';

/**
 * The part of a live order that a hold on its provider moves (R19): kept in the item of its call-off. The order is neither kept nor ended silently:
 * its buyer decides.
 */
export interface OrderOnHold extends Aggregate<OrderHoldWork | QualityAuditWork>, OrderHold {
  readonly buyerRef: string;
  readonly requester: Person;
}

/** A live order of a provider that is not held. */
export const runningOrder = (callOffRef: string, buyerRef: string, requester: Person): OrderOnHold => ({
  ...unwritten,
  ref: callOffRef,
  buyerRef,
  requester,
  state: 'running',
});

export interface OrderHoldFacts {
  /** References of the holds that stand on the provider now. */
  readonly openHolds: readonly string[];
  readonly buyerMembers: readonly Membership[];
  readonly termDates: readonly TermDates[];
  /** The commissioning team's phone, from Settings. */
  readonly phone?: string | undefined;
}

export const orderHoldCommands = ['put-on-hold', 'continue', 'pause', 'end', 'miss-answer', 'release', 'resume'] as const;
export type OrderHoldCommandKind = (typeof orderHoldCommands)[number];

interface Told {
  readonly 'put-on-hold': { readonly holdRef: string };
  readonly continue: { readonly reason: string };
  readonly pause: { readonly reason?: string | undefined };
  readonly end: { readonly reason?: string | undefined };
}
export type OrderHoldCommandOf<Kind extends OrderHoldCommandKind> = CommandOf<Kind, Told>;
export type OrderHoldCommand = { [Kind in OrderHoldCommandKind]: OrderHoldCommandOf<Kind> }[OrderHoldCommandKind];

/** A new hold asks again, whatever was answered to an earlier one; what the buyer has paused stays paused until the buyer takes it up again. */
export const orderHoldTable: readonly Transition<OrderHoldState, OrderHoldCommandKind>[] = [
  { from: 'running', command: 'put-on-hold', to: ['asked'] },
  { from: 'asked', command: 'put-on-hold', to: ['asked'] },
  { from: 'asked', command: 'continue', to: ['continued'] },
  { from: 'asked', command: 'pause', to: ['paused'] },
  { from: 'asked', command: 'end', to: ['ended'] },
  { from: 'asked', command: 'miss-answer', to: ['unanswered'] },
  { from: 'asked', command: 'release', to: ['running'] },
  { from: 'unanswered', command: 'put-on-hold', to: ['asked'] },
  { from: 'unanswered', command: 'continue', to: ['continued'] },
  { from: 'unanswered', command: 'pause', to: ['paused'] },
  { from: 'unanswered', command: 'end', to: ['ended'] },
  { from: 'unanswered', command: 'release', to: ['running'] },
  { from: 'continued', command: 'put-on-hold', to: ['asked'] },
  { from: 'continued', command: 'pause', to: ['paused'] },
  { from: 'continued', command: 'end', to: ['ended'] },
  { from: 'continued', command: 'release', to: ['running'] },
  { from: 'paused', command: 'put-on-hold', to: ['paused'] },
  { from: 'paused', command: 'continue', to: ['continued'] },
  { from: 'paused', command: 'end', to: ['ended'] },
  { from: 'paused', command: 'release', to: ['paused'] },
  { from: 'paused', command: 'resume', to: ['running'] },
];
