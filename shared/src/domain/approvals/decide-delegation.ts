import { compareDates, toLondonDate } from '../days/local-date.ts';
import type { Delegation, Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { whyNotDelegate } from './delegation.ts';
import type { AbsenceReason } from './delegation-event.ts';
import { type DelegationActor, withDelegation } from './delegation-log.ts';

/** An approver's row as it is to be written, or why it may not be. */
export type DelegationDecision = { readonly ok: true; readonly member: Membership } | Refusal;

/** Where an approver's delegation is decided: their own row, and those of everybody at the same school or department. */
export interface DelegationFacts {
  readonly approver: Membership | undefined;
  readonly members: readonly Membership[];
}

const holds = (members: readonly Membership[], person: PersonId, role: 'approver' | 'contact'): boolean =>
  members.some((member) => member.status === 'active' && member.roles.includes(role) && samePerson(member.person, person));

/**
 * Whether somebody may name or end a delegate for an approver: approvers for themselves; the contact, who is the head or business manager, for an approver who
 * is away already. A contact makes nobody an approver, so they choose among those who are.
 */
export const whyNotFor = ({ approver, members }: DelegationFacts, by: PersonId, to?: PersonId): Refusal | undefined => {
  if (approver?.status !== 'active' || !approver.roles.includes('approver'))
    return refused('not-an-approver', 'Only an approver of this school or department is stood in for.', '/approver');
  if (samePerson(approver.person, by)) return undefined;
  if (!holds(members, by, 'contact'))
    return refused(
      'not-an-approver',
      'Only the approver, or the contact of this school or department, names who stands in for them.',
      '/approver',
    );
  if (to && samePerson(to, by))
    return refused('delegate-not-allowed', 'You cannot name yourself for somebody else. Choose another approver.', '/delegate');
  return to && !holds(members, to, 'approver')
    ? refused(
        'delegate-not-allowed',
        'For somebody else you can choose an approver of the same school or department only. Ask the commissioning team to add one.',
        '/delegate',
      )
    : undefined;
};

/** Names who decides for an approver while they are away. */
export const nameDelegate = (
  facts: DelegationFacts,
  delegation: Delegation,
  actor: DelegationActor & { readonly why: AbsenceReason },
): DelegationDecision => {
  const refusal =
    whyNotFor(facts, actor.by, delegation.to) ?? whyNotDelegate(facts.approver, delegation, facts.members, toLondonDate(actor.now));
  return refusal ?? changed(facts, delegation, actor);
};

/** From now on the approver decides alone again. Where nobody stands in for them there is nothing to do. */
export const endDelegation = (facts: DelegationFacts, actor: Omit<DelegationActor, 'why'>): DelegationDecision =>
  whyNotFor(facts, actor.by) ?? changed(facts, undefined, { ...actor, why: 'ended-early' });

/** A delegation that somebody typed into the list, or emptied there: by the same rules, whoever typed it. */
export const typeDelegation = (
  facts: DelegationFacts,
  delegation: Delegation | undefined,
  actor: Omit<DelegationActor, 'why'>,
): DelegationDecision =>
  (delegation && whyNotDelegate(facts.approver, delegation, facts.members, toLondonDate(actor.now))) ??
  changed(facts, delegation, { ...actor, why: 'typed-in-list' });

/** Whether the last day of a delegation has passed, so that it is to be taken out of the row. */
export const isOver = ({ delegation }: Membership, now: string): boolean =>
  delegation !== undefined && compareDates(delegation.until, toLondonDate(now)) < 0;

/** Takes out what is over. */
export const delegationOver = (member: Membership, actor: Omit<DelegationActor, 'why'>): DelegationDecision => ({
  ok: true,
  member: isOver(member, actor.now) ? withDelegation(member, undefined, { ...actor, why: 'last-day-passed' }) : member,
});

const changed = ({ approver }: DelegationFacts, delegation: Delegation | undefined, actor: DelegationActor): DelegationDecision =>
  approver
    ? { ok: true, member: withDelegation(approver, delegation, actor) }
    : refused('not-an-approver', 'There is no such approver at this school or department.', '/approver');
