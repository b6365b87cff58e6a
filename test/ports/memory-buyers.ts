import type { Membership } from '@ap/shared/domain/people/membership';
import { samePerson } from '@ap/shared/domain/people/person';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import type { BuyerRegister } from '../../functions/src/ports/buyers.ts';

/** The rows of the two lists, asked for at each use: a test changes them under the register as a commissioner would. */
export interface BuyerRows {
  readonly buyers: () => readonly Buyer[];
  readonly members: () => readonly Membership[];
  readonly write: (members: readonly Membership[]) => void;
}

/** Buyers and memberships in memory. */
export const memoryBuyers = ({ buyers, members, write }: BuyerRows): BuyerRegister => ({
  all: async () => buyers(),
  membershipsOf: async (person) => members().filter((member) => samePerson(member.person, person)),
  buyer: async (ref) => buyers().find((buyer) => buyer.ref === ref),
  members: async (ref) => members().filter((member) => member.buyerRef === ref),
  councilMembers: async () => {
    const departments = buyers().filter((buyer) => buyer.type === 'council-department' && buyer.status === 'active');
    return members().filter((member) => departments.some(({ ref }) => ref === member.buyerRef));
  },
  setMembership: async (buyerRef, person, status, roles) => {
    const isThis = (member: Membership) => member.buyerRef === buyerRef && samePerson(member.person, person);
    const present = members().find(isThis);
    const next: Membership = present ? { ...present, status, roles } : { buyerRef, person, status, roles, payers: [] };
    write([...members().filter((member) => !isThis(member)), next]);
    return next;
  },
  changeDelegation: async (buyerRef, person, decide) => {
    const isThis = (member: Membership) => member.buyerRef === buyerRef && samePerson(member.person, person);
    const approver = members().find(isThis);
    const decision = decide({ approver, members: members().filter((member) => member.buyerRef === buyerRef) });
    if (decision.ok) write([...members().filter((member) => !isThis(member)), decision.member]);
    return decision;
  },
  delegations: async () =>
    members().filter(({ delegation, delegationEvents }) => delegation !== undefined || delegationEvents !== undefined),
});
