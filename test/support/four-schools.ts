import { ok } from 'node:assert';
import { otherSchoolRef, sampleAcademyRef, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { pence } from '@ap/shared/domain/money/money';
import type { MemberRole } from '@ap/shared/domain/people/membership';
import { buyerMembers, fromMembership } from '@ap/shared/lists/buyer-members';
import { encodeFields } from '@ap/shared/lists/codec';
import { listEditor } from './list-editor.ts';
import type { TestStack } from './running-stack.ts';
import { eventually } from './signed-in.ts';

/** A buyer with somebody who asks and somebody who approves, by their keys in the sample. */
export interface BuyingSchool {
  readonly buyerRef: string;
  readonly asks: string;
  readonly approves: string;
}

/** Four schools that can buy: two of the sample, one that gets its approver, and one more of the register, whose staff the administrator enters. */
export const fourSchools = async (stack: TestStack): Promise<readonly [BuyingSchool, BuyingSchool, BuyingSchool, BuyingSchool]> => {
  const editor = listEditor(stack, 'administrator');
  const { buyers } = await stack.people.as('newcomer').findBuyers({ query: { text: 'school' } });
  let fourth: (typeof buyers)[number] | undefined;
  for (const buyer of buyers.filter(({ ref }) => ![sampleSchoolRef, otherSchoolRef, sampleAcademyRef].includes(ref)))
    fourth ??= (await editor.fields('Buyers', buyer.ref)).BuyerType === 'maintained-school' ? buyer : undefined;
  ok(fourth, 'the sample has another maintained school');
  const enter = async (buyerRef: string, key: string, role: MemberRole): Promise<void> => {
    const { tenantId, userId, givenName, surname, mail } = samplePerson(key);
    const member = {
      buyerRef,
      person: { tenantId, objectId: userId, name: `${givenName} ${surname}`, email: mail },
      roles: [role],
      status: 'active' as const,
      approvalLimit: pence(5_000_000),
      payers: [],
    };
    await editor.add('BuyerMembers', encodeFields(buyerMembers, fromMembership(member), 'create'));
  };
  const { ref } = fourth;
  await enter(otherSchoolRef, 'business-manager', 'approver');
  await enter(ref, 'newcomer', 'requester');
  await enter(ref, 'second-approver', 'approver');
  // The copy of who is whose member is read anew when it is half a minute old.
  const among = async (): Promise<true | undefined> =>
    (await stack.people.as('second-approver').getMe({})).memberships.some(({ buyer }) => buyer.ref === ref) || undefined;
  await eventually('the new members', among);
  return [
    { buyerRef: sampleSchoolRef, asks: 'senco', approves: 'head-teacher' },
    { buyerRef: sampleAcademyRef, asks: 'academy-senco', approves: 'academy-approver' },
    { buyerRef: otherSchoolRef, asks: 'other-senco', approves: 'business-manager' },
    { buyerRef: ref, asks: 'newcomer', approves: 'second-approver' },
  ];
};
