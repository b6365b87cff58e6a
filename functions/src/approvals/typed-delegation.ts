import { typeDelegation } from '@ap/shared/domain/approvals/decide-delegation';
import type { TypedDelegation } from '@ap/shared/domain/hand-edits/edit-law';
import { parsePersonKey, samePerson } from '@ap/shared/domain/people/person';
import type { CarryOut } from '../ports/hand-edits.ts';
import type { Ports } from '../ports/ports.ts';
import { recordDelegation } from './record-delegation.ts';

/**
 * Judges a delegate whom somebody typed into the row of an approver by the rules of the app, and notes who typed it. Name and address are the register's own.
 * Done twice it changes nothing.
 */
export const typedDelegation =
  (ports: Pick<Ports, 'buyers' | 'audit' | 'clock'>): CarryOut<TypedDelegation> =>
  async ({ buyerRef, person, delegation }, by) => {
    const approver = parsePersonKey(person);
    const to = delegation && parsePersonKey(delegation.to);
    if (!approver || (delegation && !to)) return { ok: false, sentence: 'Write a person as tenant id/object id.' };
    const decision = await ports.buyers.changeDelegation(buyerRef, approver, (facts) => {
      const found = to && facts.members.find((member) => member.status === 'active' && samePerson(member.person, to));
      const delegate = found?.person ?? (to && { ...to, name: '', email: '' });
      return typeDelegation(facts, delegation && delegate ? { to: delegate, from: delegation.from, until: delegation.until } : undefined, {
        by,
        now: ports.clock.now(),
      });
    });
    if (!decision.ok) return { ok: false, sentence: decision.detail };
    await recordDelegation(ports, decision.member);
    return { ok: true };
  };
