import type { Pence } from '../money/money.ts';
import type { Membership } from '../people/membership.ts';
import { type Person, type PersonId, samePerson } from '../people/person.ts';
import type { Invoice } from './invoice.ts';

/** Whether this membership agrees to so much more than is owed (R35): an approver, within their limit. */
const withinLimit = ({ roles, approvalLimit }: Membership, over: Pence): boolean =>
  roles.includes('approver') && (approvalLimit === undefined || over <= approvalLimit);

const ofBuyer = (members: readonly Membership[], buyerRef: string): readonly Membership[] =>
  members.filter((each) => each.status === 'active' && each.buyerRef === buyerRef);

/** R35: whether this person is an approver of the buyer who may agree to so much more than is owed. */
export const mayExceed = (over: Pence, buyerRef: string, by: PersonId, members: readonly Membership[]): boolean =>
  ofBuyer(members, buyerRef).some((each) => withinLimit(each, over) && samePerson(each.person, by));

/**
 * Whom an entered paper waits for. What asks for no more than is owed waits for the contacts of the buyer (its head or business manager), or for its approvers
 * where it has no other contact; what asks for more waits for the approvers whose limit reaches so far, or, where none does, for every contact and approver:
 * they can refuse it. Never for whoever typed it.
 */
export const whoDecides = (
  { buyerRef, enteredBy }: Pick<Invoice, 'buyerRef' | 'enteredBy'>,
  members: readonly Membership[],
  over: Pence,
): readonly Person[] => {
  const others = ofBuyer(members, buyerRef).filter(({ person }) => !enteredBy.some((each) => samePerson(each, person)));
  const contacts = others.filter(({ roles }) => roles.includes('contact'));
  const approvers = others.filter(({ roles }) => roles.includes('approver'));
  const first = over > 0 ? approvers.filter((each) => withinLimit(each, over)) : contacts;
  const found = first.length > 0 ? first : others.filter((each) => contacts.includes(each) || approvers.includes(each));
  return found.map(({ person }) => person);
};
