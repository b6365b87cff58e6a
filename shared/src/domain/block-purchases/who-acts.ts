import { eligibleApprovers } from '../approvals/approval-policy.ts';
import { delegatesOf } from '../approvals/delegation.ts';
import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import { holdsRole, type Membership } from '../people/membership.ts';
import { type Person, type PersonId, personKey, samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { approvesFor, membersAt } from './approves-for.ts';
import type { BlockFacts } from './block-command.ts';

/** Why this person does not act for this buyer now, looked up among its members; `undefined` when they do. Who stands in for an approver acts as one (row 49). */
export const whyNotFor = (
  { members }: Pick<BlockFacts, 'members'>,
  person: PersonId,
  buyerRef: string,
  roles: readonly ('requester' | 'approver')[],
  now: string,
): Refusal | undefined =>
  (roles.includes('requester') && holdsRole(members, person, buyerRef, 'requester')) ||
  (roles.includes('approver') && approvesFor(members, person, buyerRef, toLondonDate(now)))
    ? undefined
    : refused('not-your-buyer', `You do not act for ${buyerRef} in this.`);

/** Row 53: who of this buyer may approve so much (R35), whoever asked for it excepted. */
const eligible = (members: readonly Membership[], buyerRef: string, gross: Pence, asked: PersonId): readonly Person[] =>
  eligibleApprovers({ buyerRef, buyerMembers: members, councilMembers: [] }, 'buyer', 'school', gross, asked);

/** The same, with those who stand in today for whoever of them is away: within the limit of whom they stand in for. */
export const approversOf = (
  members: readonly Membership[],
  buyerRef: string,
  gross: Pence,
  asked: PersonId,
  today: LocalDate,
): readonly Person[] => {
  const own = eligible(members, buyerRef, gross, asked);
  const lent = delegatesOf(membersAt(members, buyerRef), own, today)
    .map(({ person }) => person)
    .filter((person) => !samePerson(person, asked));
  return [...own, ...lent].filter((person, at, all) => all.findIndex((other) => samePerson(other, person)) === at);
};

/** For whom somebody approves so much today, as ' for A. Head'; '' in their own right. */
export const inPlaceOf = (
  members: readonly Membership[],
  buyerRef: string,
  gross: Pence,
  { asked, by, today }: { readonly asked: PersonId; readonly by: PersonId; readonly today: LocalDate },
): string => {
  const own = eligible(members, buyerRef, gross, asked);
  if (isAmong(own, by)) return '';
  const found = delegatesOf(membersAt(members, buyerRef), own, today).find(({ person }) => samePerson(person, by));
  return found ? ` for ${found.of.name}` : '';
};

export const keysOf = (people: readonly Person[]) => people.map((person) => personKey(person));

export const isAmong = (people: readonly Person[], person: PersonId): boolean => people.some((each) => samePerson(each, person));
