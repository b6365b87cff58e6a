import { askedWait } from './asked-wait.ts';

const now = Date.parse('2026-07-01T09:00:00Z');
const asked = (headers: Readonly<Record<string, string>>) => askedWait((name) => headers[name], now);

test.each([
  ['seconds', { 'retry-after': '7' }, 7],
  ['a date', { 'retry-after': 'Wed, 01 Jul 2026 09:02:00 GMT' }, 120],
  ['[2.8 D] the longer of Retry-After and RateLimit-Reset', { 'retry-after': '5', 'ratelimit-reset': '40' }, 40],
  ['[2.8 D] the longer, the other way about', { 'retry-after': '300', 'ratelimit-reset': '12' }, 300],
  ['the reset alone', { 'ratelimit-reset': '12' }, 12],
  ['nothing', {}, undefined],
  ['no time at all', { 'retry-after': '0' }, undefined],
  ['a date that is over', { 'retry-after': 'Wed, 01 Jul 2026 08:00:00 GMT' }, undefined],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
])('a service that asks for %s', (_what, headers, seconds) => {
  expect(asked(headers as Record<string, string>)).toBe(seconds);
});
