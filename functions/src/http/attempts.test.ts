import { addressOf, attemptsOf } from './attempts.ts';

test('an address may try so often in a minute; the next minute it may again, and others are not counted with it', () => {
  const attempts = attemptsOf(2);
  const [now, next] = ['2026-11-26T10:00:30.000Z', '2026-11-26T10:01:00.000Z'];
  attempts.count('a', now);
  attempts.count('a', now);
  expect(() => attempts.count('a', now)).toThrow('tried too often');
  expect(() => attempts.count('b', now)).not.toThrow();
  expect(() => attempts.count('a', next)).not.toThrow();
});

test('what a caller claims to have come from is not believed', () => {
  expect(addressOf('1.1.1.1, 203.0.113.7:4711')).toBe('203.0.113.7');
  expect(addressOf('[2001:db8::7]:4711')).toBe('[2001:db8::7]');
  expect(addressOf('2001:db8::7')).toBe('2001:db8::7');
  expect(addressOf(null)).toBe('unknown');
});
