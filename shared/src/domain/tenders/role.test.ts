import { aMembership } from '../call-off/call-off.fixture.ts';
import { anAwardThatIs, approve, importAward, tryAward } from './award/award.fixture.ts';
import { refusedTender } from './machine.fixture.ts';
import { tenderRolesOf } from './role.ts';
import { commissioner, lead } from './tender.fixture.ts';

test('somebody acts on tenders as whatever the departments of the council have them as, once each; a school gives nobody a part', () => {
  const roles = (...members: Parameters<typeof tenderRolesOf>[0]) => tenderRolesOf(members, commissioner);
  expect(roles(aMembership(commissioner, ['commissioner', 'award-approver', 'evaluation-lead', 'evaluator']))).toEqual([
    'commissioner',
    'award-approver',
    'moderator',
    'evaluator',
  ]);
  expect(roles(aMembership(commissioner, ['commissioner']), aMembership(commissioner, ['commissioner', 'evaluator']))).toEqual([
    'commissioner',
    'evaluator',
  ]);
  expect(roles(aMembership(commissioner, ['requester', 'approver', 'commissioner']))).toEqual(['commissioner']);
  expect(roles(aMembership(commissioner, ['commissioner'], { status: 'removed' }), aMembership(lead, ['commissioner']))).toEqual([]);
});

test('a refusal names who could do what somebody else asked for', () => {
  const detailFor = (decision: ReturnType<typeof tryAward>) => refusedTender(decision).detail;
  expect(detailFor(tryAward(anAwardThatIs('proposed'), approve(), { roles: ['provider'] }))).toMatch(/^Only an award approver can /);
  expect(detailFor(tryAward(undefined, importAward(), { roles: ['evaluator'] }))).toMatch(/^Only a commissioner can /);
});
