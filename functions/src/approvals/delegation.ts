import type {
  DelegationPlace,
  endDelegation as endDeclared,
  listDelegations as listDeclared,
  nameDelegate as nameDeclared,
  StoodInFor,
} from '@ap/shared/contract/delegation';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import {
  type DelegationDecision,
  type DelegationFacts,
  endDelegation as decideEnd,
  nameDelegate as decideName,
  isOver,
  whyNotFor,
} from '@ap/shared/domain/approvals/decide-delegation';
import { notedDelegation, pastDelegations } from '@ap/shared/domain/approvals/delegation-log';
import { type Membership, membersOf } from '@ap/shared/domain/people/membership';
import { type Person, type PersonId, samePerson } from '@ap/shared/domain/people/person';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { ProblemError, toProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { recordDelegation } from './record-delegation.ts';

type Needs = Pick<Ports, 'buyers' | 'audit' | 'clock'>;

const colleague = ({ tenantId, objectId, name }: Person): StoodInFor['approver'] => ({ tenantId, objectId, name });

const isApprover = ({ status, roles }: Membership): boolean => status === 'active' && roles.includes('approver');

/** Whom this caller may choose for an approver, by name. */
const choicesFor = (approver: Membership, members: readonly Membership[], by: PersonId): StoodInFor['colleagues'] =>
  membersOf(members)
    .filter((person) => !samePerson(person, approver.person) && whyNotFor({ approver, members }, by, person) === undefined)
    .map(colleague)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));

const toStoodInFor = (member: Membership, members: readonly Membership[], by: PersonId, now: string): StoodInFor => {
  const { person, delegation } = member;
  const present = delegation && !isOver(member, now) ? delegation : undefined;
  const told = present && notedDelegation(member) ? member.delegationEvents?.at(-1) : undefined;
  return {
    approver: colleague(person),
    ...(present ? { present: { delegate: colleague(present.to), from: present.from, until: present.until } } : {}),
    past: pastDelegations(member).map(({ to, from, until, by: namer }) => ({ delegate: colleague(to), from, until, namedBy: namer.name })),
    ...(told ? { namedBy: told.by.name, why: told.why } : {}),
    colleagues: choicesFor(member, members, by),
  };
};

/** What one person sees of one school or department. */
const toPlace = (
  { ref, name }: Pick<Buyer, 'ref' | 'name'>,
  members: readonly Membership[],
  by: PersonId,
  now: string,
): DelegationPlace => {
  const own = members.find((member) => isApprover(member) && samePerson(member.person, by));
  const isContact = members.some((m) => m.status === 'active' && m.roles.includes('contact') && samePerson(m.person, by));
  const others = isContact ? members.filter((member) => isApprover(member) && !samePerson(member.person, by)) : [];
  return {
    buyer: { ref, name },
    ...(own ? { own: toStoodInFor(own, members, by, now) } : {}),
    standsInFor: members.flatMap((member) =>
      isApprover(member) && member.delegation && !isOver(member, now) && samePerson(member.delegation.to, by)
        ? [{ approver: member.person.name, from: member.delegation.from, until: member.delegation.until }]
        : [],
    ),
    others: others.map((member) => toStoodInFor(member, members, by, now)),
  };
};

/** Who stands in for whom at each school or department of the caller, by the list as it is now. */
export const listDelegations =
  (ports: Needs) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const known = new Map((await ports.buyers.all()).map((buyer) => [buyer.ref, buyer]));
    const buyers = caller.memberships.flatMap(({ buyerRef }) => known.get(buyerRef) ?? []);
    const now = ports.clock.now();
    return {
      places: await Promise.all(
        buyers.map(async (buyer) => toPlace(buyer, await ports.buyers.members(buyer.ref, 'fresh'), caller.person, now)),
      ),
    };
  };

type Given = Pick<Call<typeof endDeclared>, 'caller' | 'params'> & { readonly approver: PersonId | undefined };

/** Changes who stands in for an approver, and tells the audit of it. Throws ProblemError in the rule's own sentence where it is refused. */
const change = async (
  ports: Needs,
  { caller, params: { buyerRef }, approver }: Given,
  decide: (facts: DelegationFacts) => DelegationDecision,
): Promise<DelegationPlace> => {
  // A school that is not the caller's and one that is not there are answered alike.
  const nothing = () => new ProblemError('not-found', 'There is no such school or department, or it is not yours.');
  const buyer = await ports.buyers.buyer(buyerRef, 'known');
  const members = await ports.buyers.members(buyerRef, 'fresh');
  const isMember = members.some((m) => m.status === 'active' && samePerson(m.person, caller.person));
  if (!buyer || !isMember) throw nothing();
  const decision = await ports.buyers.changeDelegation(buyerRef, approver ?? caller.person, decide);
  if (!decision.ok) throw toProblemError(decision);
  await recordDelegation(ports, decision.member);
  const now = ports.clock.now();
  return toPlace(buyer, await ports.buyers.members(buyerRef, 'fresh'), caller.person, now);
};

/** Names a delegate for the caller, or as the contact for another approver. Requests that wait are put to the delegate by the approval clock. */
export const nameDelegate =
  (ports: Needs) =>
  ({ caller, params, body }: Call<typeof nameDeclared>): Promise<DelegationPlace> =>
    change(ports, { caller, params, approver: body.approver }, (facts) => {
      const to = facts.members.find(({ person, status }) => status === 'active' && samePerson(person, body.delegate))?.person;
      // Whoever is no member is refused by the rule, whatever they are called.
      const delegate = to ?? { ...body.delegate, name: '', email: '' };
      return decideName(
        facts,
        { to: delegate, from: body.from, until: body.until },
        { by: caller.person, now: ports.clock.now(), why: body.why },
      );
    });

/** From now on the approver decides alone again. Whoever was asked meanwhile decides no more: who may is read at each decision. */
export const endDelegation =
  (ports: Needs) =>
  ({ caller, params, body }: Call<typeof endDeclared>): Promise<DelegationPlace> =>
    change(ports, { caller, params, approver: body.approver }, (facts) => decideEnd(facts, { by: caller.person, now: ports.clock.now() }));
