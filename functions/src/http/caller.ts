import type { RouteRole } from '@ap/shared/contract/endpoint';
import { type CouncilRole, councilRoles, holdsRole, type Membership } from '@ap/shared/domain/people/membership';
import { type Person, samePerson } from '@ap/shared/domain/people/person';
import type { BuyerRegister } from '../ports/buyers.ts';
import { ProblemError } from './problem-reply.ts';
import type { VerifiedUser } from './user-token.ts';

/** Who calls, with every right that the register gives them today. */
export interface Caller {
  readonly person: Person;
  readonly guest: boolean;
  /** `drafting`: the web part's client, which may read and draft only. */
  readonly client: 'deciding' | 'drafting';
  readonly memberships: readonly Membership[];
  /** What they hold at a council department, as people of the council and no guests. */
  readonly councilRoles: readonly CouncilRole[];
  readonly commissioner: boolean;
}

/** Turns a verified token into a caller. Refuses tenants that no buyer lists, and guests whom no buyer lists, be it as a member or as its fallback approver. */
export const callerOf = async (user: VerifiedUser, buyers: BuyerRegister, homeTenant: string): Promise<Caller> => {
  const known = await buyers.all();
  const tenants = new Set([homeTenant, ...known.filter((buyer) => buyer.status === 'active').flatMap((buyer) => buyer.tenantIds)]);
  if (!tenants.has(user.tenantId))
    throw new ProblemError('tenant-not-allowed', 'Your organisation is not on the framework. Ask the commissioning team to add it.');
  const memberships = (await buyers.membershipsOf(user)).filter((membership) => membership.status === 'active');
  const standsIn = known.some((buyer) => buyer.status === 'active' && buyer.fallbackApprover && samePerson(buyer.fallbackApprover, user));
  if (user.guest && memberships.length === 0 && !standsIn)
    throw new ProblemError(
      'guest-not-listed',
      'You are signed in as a guest, and no school or department lists you. Sign in with your own organisation.',
    );
  const departments = new Set(known.filter((buyer) => buyer.type === 'council-department').map((buyer) => buyer.ref));
  const ofCouncil = user.tenantId === homeTenant && !user.guest;
  const held = councilRoles.filter(
    (role) => ofCouncil && memberships.some(({ buyerRef, roles }) => departments.has(buyerRef) && roles.includes(role)),
  );
  const { guest, client } = user;
  return {
    person: personOf(user, memberships),
    guest,
    client,
    memberships,
    councilRoles: held,
    commissioner: held.includes('commissioner'),
  };
};

/** The register's own name and address of a person win over the token's, which are for display only and may change. */
const personOf = (user: VerifiedUser, memberships: readonly Membership[]): Person =>
  memberships[0]?.person ?? { tenantId: user.tenantId, objectId: user.objectId, name: user.name, email: user.email };

/** Whether a caller holds one of a route's roles for any buyer; which buyer is checked by the use case. */
export const holdsAny = (caller: Caller, roles: readonly RouteRole[]): boolean =>
  roles.some((role) => {
    if (role === 'signed-in') return true;
    if (isCouncilRole(role)) return caller.councilRoles.includes(role);
    return caller.memberships.some((membership) => membership.roles.includes(role));
  });

const isCouncilRole = (role: RouteRole): role is CouncilRole => councilRoles.some((known) => known === role);

export const isMember = (caller: Caller, buyerRef: string): boolean =>
  caller.memberships.some((membership) => membership.buyerRef === buyerRef);

export const hasRoleAt = (caller: Caller, buyerRef: string, role: 'requester' | 'approver' | 'contact'): boolean =>
  holdsRole(caller.memberships, caller.person, buyerRef, role);
