import type { GivenCommand } from '../call-off/decider.ts';
import type { Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';
import type { OffFrameworkText } from './off-framework-purchase.ts';

/** In what capacity somebody declares. The council's commissioners read what was declared, and change none of it. */
export const offFrameworkRoles = ['declarer'] as const;
export type OffFrameworkRole = (typeof offFrameworkRoles)[number];

/** Each role in words, as a refusal names it. */
export const offFrameworkRoleNames: Readonly<Record<OffFrameworkRole, string>> = {
  declarer: 'a requester, approver or contact of the school or department',
};

/** The roles of a person at a buyer, by its list of members. */
export const offFrameworkRolesOf = (members: readonly Membership[], buyerRef: string, by: PersonId): readonly OffFrameworkRole[] =>
  members.some(
    ({ buyerRef: of, status, person, roles }) =>
      of === buyerRef &&
      status === 'active' &&
      samePerson(person, by) &&
      roles.some((role) => role === 'requester' || role === 'approver' || role === 'contact'),
  )
    ? ['declarer']
    : [];

type Given<Kind extends string, Told = unknown> = GivenCommand & { readonly kind: Kind } & Told;

export type DeclarePurchase = Given<
  'declare-purchase',
  { readonly ref: string; readonly buyerRef: string; readonly purchase: OffFrameworkText }
>;

export type CommandOnPurchase =
  | Given<'correct-purchase', { readonly purchase: OffFrameworkText }>
  | Given<'withdraw-purchase', { readonly reason: string }>;

export type OffFrameworkCommandKind = CommandOnPurchase['kind'] | DeclarePurchase['kind'];

/** What the edge reads for a command. */
export interface OffFrameworkFacts {
  readonly roles: readonly OffFrameworkRole[];
  /** The keys of every lot of the register. */
  readonly lotKeys: readonly string[];
}
