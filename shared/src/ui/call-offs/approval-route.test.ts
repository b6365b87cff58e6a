import { approvalRoute } from './approval-route.ts';

it('the way of a request is told by the approvers of each step, in order', () => {
  const steps = [
    { kind: 'buyer' as const, approvers: ['A', 'B', 'C'] },
    { kind: 'council' as const, approvers: ['D'] },
  ];
  expect(approvalRoute(steps)).toBe('The school: A, B or C, then the council: D');
});
