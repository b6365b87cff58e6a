import { eligibleApprovers } from '../approval-policy.ts';
import { holdsRole, type Membership } from '../membership.ts';
import type { Pence } from '../money.ts';
import { type Person, type PersonId, personKey, samePerson } from '../person.ts';
import type { BlockFacts } from './block-command.ts';
import { type BlockRefusal, refuse } from './block-refusal.ts';

/** Why this person does not act for this buyer, looked up among its members; `undefined` when they do. */
export const whyNotFor = (
  { members }: Pick<BlockFacts, 'members'>,
  person: PersonId,
  buyerRef: string,
  roles: readonly ('requester' | 'approver')[],
): BlockRefusal | undefined =>
  roles.some((role) => holdsRole(members, person, buyerRef, role))
    ? undefined
    : refuse('not-your-buyer', `You do not act for ${buyerRef} in this.`);

/** Row 53: who of this buyer may approve so much (R35), whoever asked for it excepted. */
export const approversOf = (members: readonly Membership[], buyerRef: string, gross: Pence, asked: PersonId): readonly Person[] =>
  eligibleApprovers({ buyerRef, buyerMembers: members, councilMembers: [] }, 'buyer', 'school', gross, asked);

export const keysOf = (people: readonly Person[]) => people.map((person) => personKey(person));

export const isAmong = (people: readonly Person[], person: PersonId): boolean => people.some((each) => samePerson(each, person));
