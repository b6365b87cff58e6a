import { isAfter, isBefore } from './instants.ts';

test.each([
  ['half a second after a whole one', '2026-12-01T16:00:00Z', '2026-12-01T16:00:00.500Z'],
  ['a millisecond before a whole second', '2026-12-01T15:59:59.999Z', '2026-12-01T16:00:00Z'],
  ['an hour of summer time', '2026-07-01T16:00:00+01:00', '2026-07-01T15:30:00Z'],
])('%s: the earlier is before, the later after, whatever their text', (_name, earlier, later) => {
  expect(isBefore(earlier, later)).toBe(true);
  expect(isBefore(later, earlier)).toBe(false);
  expect(isAfter(later, earlier)).toBe(true);
  expect(isAfter(earlier, later)).toBe(false);
});

test('the same instant, written in two ways, is neither before nor after itself', () => {
  expect(isBefore('2026-12-01T16:00:00Z', '2026-12-01T16:00:00.000Z')).toBe(false);
  expect(isAfter('2026-12-01T16:00:00.000Z', '2026-12-01T16:00:00Z')).toBe(false);
});

test('what is no instant is neither before nor after any', () => {
  expect(isBefore('soon', '2026-12-01T16:00:00Z')).toBe(false);
  expect(isAfter('soon', '2026-12-01T16:00:00Z')).toBe(false);
});
