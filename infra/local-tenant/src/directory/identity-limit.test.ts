import { identityLimit } from './identity-limit.ts';

const reader = { tenantId: 'council', appId: 'reader' };
const small = { users: [] };
const answer = { status: 200, body: { id: 'ada' }, units: 500, headers: { 'x-ms-resource-unit': '500' } };

/** A directory at a moment that a test moves, and the answers to so many requests of 500 units. */
const directory = () => {
  const clock = { now: new Date('2026-11-27T10:00:00Z') };
  const charge = identityLimit(() => clock.now);
  return { clock, charge, times: (count: number) => Array.from({ length: count }, () => charge(reader, small, answer)) };
};

test('[2.11 D] an app may spend 3,500 units of the directory in ten seconds; beyond, it is told when to come again', () => {
  const { times } = directory();
  expect(times(7).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200]);
  const [refused] = times(1);
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } }, headers: { 'Retry-After': '10' } });
});

test('[2.11 D] from 80 % on each answer tells how much is used, and of whose', () => {
  const told = directory()
    .times(7)
    .map(({ headers }) => headers?.['x-ms-throttle-limit-percentage']);
  expect(told).toEqual([undefined, undefined, undefined, undefined, undefined, '0.86', '1.00']);
  expect(directory().times(7).at(-1)?.headers).toMatchObject({
    'x-ms-throttle-scope': 'Tenant_Application/Read/council/reader',
    'x-ms-resource-unit': '500',
  });
});

test('[2.11 D] whoever waits is served; whoever does not is charged, and waits the longer', () => {
  const { clock, times } = directory();
  times(8);
  clock.now = new Date('2026-11-27T10:00:05Z');
  expect(times(1)).toMatchObject([{ status: 429 }]);
  clock.now = new Date('2026-11-27T10:00:11Z');
  // Of the seven that there would be room for, one was spent by asking too early.
  expect(times(7).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429]);
});

test('[2.11 D] another app, and another tenant, has a limit of its own; a larger tenant a larger one', () => {
  const { charge, times } = directory();
  times(7);
  expect(charge({ ...reader, appId: 'another' }, small, answer).status).toBe(200);
  expect(charge({ ...reader, tenantId: 'school' }, small, answer).status).toBe(200);
  expect(charge(reader, { users: Array.from({ length: 60 }) as never }, answer).status).toBe(200);
});

test('what costs nothing is let through', () => {
  const { charge, times } = directory();
  times(8);
  expect(charge(reader, small, { status: 202 })).toEqual({ status: 202 });
});
