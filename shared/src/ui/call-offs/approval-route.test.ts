import { approvalRoute } from './approval-route.ts';

it('names each approver in order', () => {
  const steps = [
    { kind: 'buyer' as const, approvers: ['A', 'B', 'C'] },
    { kind: 'council' as const, approvers: ['D'] },
  ];
  expect(approvalRoute(steps)).toBe('The school: A, B or C, then the council: D');
});
