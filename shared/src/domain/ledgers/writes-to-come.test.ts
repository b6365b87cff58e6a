import { alsoOver, mayComeOver } from './writes-to-come.ts';

test('R34: a write may come over every state that was noted, once each, and over no other', () => {
  expect(alsoOver(undefined, 'e1')).toBe('e1');
  expect(alsoOver('e1', 'e2')).toBe('e1+e2');
  expect(alsoOver('e1+e2', 'e1')).toBe('e1+e2');
  expect(['e1', 'e2', 'e', 'e3'].map((mark) => mayComeOver('e1+e2', mark))).toEqual([true, true, false, false]);
  expect(mayComeOver(undefined, 'e1')).toBe(false);
});
