import { aBuyer, aMembership, deputy, head, schoolMembers, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { Membership } from '@ap/shared/domain/people/membership';
import { type Person, samePerson } from '@ap/shared/domain/people/person';
import type { Caller } from '../../functions/src/http/caller.ts';
import { callerOf } from '../ports/people.ts';

/** A school with those who ask and decide for it. */
export interface SchoolPeople {
  readonly ref: string;
  readonly asks: Person;
  readonly approvers: readonly [Person, Person];
}

const otherTenant = '33333333-3333-4333-8333-333333333333';
const ofOther = (digit: string, name: string): Person => ({
  tenantId: otherTenant,
  objectId: `0000000${digit}-0000-4000-8000-0000000000d1`,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@marsh-lane.example`,
});

export const firstSchool: SchoolPeople = { ref: '113800', asks: senco, approvers: [head, deputy] };
export const secondSchool: SchoolPeople = {
  ref: '113801',
  asks: ofOther('1', 'Asta Fenn'),
  approvers: [ofOther('2', 'Hal Reed'), ofOther('3', 'Dora Sedge')],
};
const bothSchools = [firstSchool, secondSchool] as const;

/** A school of another tenant, as the lists have it. */
export const secondBuyer = aBuyer({
  ref: secondSchool.ref,
  name: 'Marsh Lane School',
  tenantIds: [otherTenant],
  fallbackApprover: ofOther('4', 'Chas Brook'),
});
export const secondMembers: readonly Membership[] = [
  aMembership(secondSchool.asks, ['requester'], { buyerRef: secondSchool.ref }),
  ...secondSchool.approvers.map((person) => aMembership(person, ['approver'], { buyerRef: secondSchool.ref })),
];
const members = [...schoolMembers, ...secondMembers];

export const schoolOf = (buyerRef: string): SchoolPeople => bothSchools.find(({ ref }) => ref === buyerRef) ?? firstSchool;
export const otherThan = (buyerRef: string): SchoolPeople => (buyerRef === firstSchool.ref ? secondSchool : firstSchool);

/** A person of either school, with what the lists say of them. */
export const callerFrom = (person: Person): Caller => ({
  ...callerOf(person),
  memberships: members.filter((membership) => samePerson(membership.person, person)),
});
