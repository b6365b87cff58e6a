import type { GivenCommand } from '../call-off/decider.ts';
import { mayRead } from '../notices/notice-recipients.ts';
import { commissionersOf, type Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';
import type { Buyer } from '../register/buyer.ts';
import type { CouncilEvent, EventGuest, EventPlan, EventText, PastEvent } from './council-event.ts';

/** In what capacity somebody acts on an event. `guest`: somebody whom it is for. `product` is the clock, never a person. */
export const eventRoles = ['commissioner', 'guest', 'product'] as const;
export type EventRole = (typeof eventRoles)[number];

/** Each role in words, as a refusal names it. */
export const eventRoleNames: Readonly<Record<EventRole, string>> = {
  commissioner: 'a commissioner',
  guest: 'somebody of a school or department that the event is for',
  product: 'the product itself',
};

/** What the edge reads for a command. */
export interface EventFacts {
  readonly roles: readonly EventRole[];
  /** The active memberships of whoever books. */
  readonly memberships: readonly Membership[];
  readonly buyers: readonly Buyer[];
}

/** In which roles a signed-in person acts on an event. */
export const eventRolesOf = (
  person: PersonId,
  { audience }: Pick<CouncilEvent, 'audience'>,
  councilMembers: readonly Membership[],
  { memberships, buyers }: Pick<EventFacts, 'memberships' | 'buyers'>,
): readonly EventRole[] => [
  ...(commissionersOf(councilMembers).some((each) => samePerson(each, person)) ? (['commissioner'] as const) : []),
  ...(mayRead(audience, memberships, buyers) ? (['guest'] as const) : []),
];

type Given<Kind extends string, Told = unknown> = GivenCommand & { readonly kind: Kind } & Told;

export type MakeEvent =
  | Given<'write-event', { readonly ref: string; readonly text: EventText; readonly plan: EventPlan }>
  | Given<'record-event', { readonly ref: string; readonly text: EventText; readonly past: PastEvent }>;

export type CommandOnEvent =
  | Given<'change-event', { readonly text: EventText; readonly plan: EventPlan }>
  | Given<'publish-event'>
  | Given<'discard-event'>
  | Given<'book-places', { readonly buyerRef: string; readonly places: number }>
  | Given<'book-for-provider', { readonly provider: Extract<EventGuest, { readonly kind: 'provider' }>; readonly places: number }>
  | Given<'give-back-places'>
  | Given<'release-booking', { readonly number: number }>
  | Given<'cancel-event', { readonly reason: string }>
  | Given<'end-event'>
  | Given<'record-attendance', { readonly came: readonly number[] }>;

export type EventCommandKind = CommandOnEvent['kind'] | MakeEvent['kind'];
