import { AcceptedTokens } from './accepted-tokens.ts';

const user = { objectId: 'somebody' };
const minute = 60_000;

test('a token is known for five minutes, never past its end, and by every letter of it', () => {
  const accepted = new AcceptedTokens<typeof user>();
  accepted.remember('long', user, { at: 0, expires: 60 * minute });
  accepted.remember('short', user, { at: 0, expires: minute });
  expect(accepted.user('long', 5 * minute - 1)).toBe(user);
  expect(accepted.user('long', 5 * minute)).toBeUndefined();
  expect(accepted.user('short', minute - 1)).toBe(user);
  expect(accepted.user('short', minute)).toBeUndefined();
  expect(accepted.user('Long', 0)).toBeUndefined();
  expect(accepted.user('long ', 0)).toBeUndefined();
});

test('a clock that was set back, or no readable end, makes nothing known', () => {
  const accepted = new AcceptedTokens<typeof user>();
  accepted.remember('a', user, { at: minute, expires: 60 * minute });
  accepted.remember('b', user, { at: 0, expires: Number.NaN });
  expect(accepted.user('a', 0)).toBeUndefined();
  expect(accepted.user('b', 0)).toBeUndefined();
});

test('it does not grow without end', () => {
  const accepted = new AcceptedTokens<typeof user>();
  for (let number = 0; number < 2_001; number += 1) accepted.remember(`token ${number}`, user, { at: 0, expires: minute });
  expect(accepted.user('token 0', 1)).toBeUndefined();
  expect(accepted.user('token 2000', 1)).toBe(user);
});
