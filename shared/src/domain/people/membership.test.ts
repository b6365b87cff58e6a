import { aMembership, chair, deputy, head, officer, senco, stranger } from '../call-off/call-off.fixture.ts';
import { commissionersOf, holdersOf, holdsRole, type MembershipStatus, membersOf } from './membership.ts';

const inCapitals = { ...head, objectId: head.objectId.toUpperCase() };

describe('who holds a role at a school or department', () => {
  const rows = [aMembership(head, ['approver', 'contact']), aMembership(senco, ['requester'])];

  test('an active member of it who was given that role', () => {
    expect(holdsRole(rows, head, '113800', 'contact')).toBe(true);
    expect(holdsRole(rows, inCapitals, '113800', 'contact')).toBe(true);
    expect(holdsRole(rows, head, '113800', 'requester')).toBe(false);
    expect(holdsRole(rows, deputy, '113800', 'contact')).toBe(false);
    expect(holdsRole(rows, head, '113801', 'contact')).toBe(false);
  });

  test.each<MembershipStatus>(['asked', 'removed'])('nobody who is %s', (status) => {
    expect(holdsRole([aMembership(head, ['approver'], { status })], head, '113800', 'approver')).toBe(false);
  });

  test('each person once, of however many departments, and only who is active', () => {
    const council = [
      aMembership(officer, ['commissioner'], { buyerRef: 'CD-SEND' }),
      aMembership({ ...officer, objectId: officer.objectId.toUpperCase() }, ['commissioner'], { buyerRef: 'CD-INC' }),
      aMembership(stranger, ['evaluator'], { buyerRef: 'CD-INC' }),
      aMembership(chair, ['commissioner'], { buyerRef: 'CD-INC', status: 'removed' }),
    ];
    expect(membersOf(council)).toEqual([officer, stranger]);
    expect(commissionersOf(council)).toEqual([officer]);
    expect(holdersOf(council, 'evaluator')).toEqual([stranger]);
    expect(holdersOf(council, 'award-approver')).toEqual([]);
  });
});
