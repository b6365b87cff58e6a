import { limitsFor, type Quota, quota } from './quota.ts';

const app = { tenantId: 'council', appId: 'register' };
const other = { tenantId: 'council', appId: 'other' };
const elsewhere = { tenantId: 'school', appId: 'register' };
const start = (): { readonly clock: { ms: number }; readonly quotas: Quota } => {
  const clock = { ms: Date.parse('2026-07-01T09:00:00Z') };
  return { clock, quotas: quota(() => new Date(clock.ms)) };
};
const small = { perMinute: 100, perDay: 1_000, perTenant: 150 };
const throttled = ({ quotas }: ReturnType<typeof start>, spender = app, units = 1): boolean => quotas.charge(spender, units).throttled;

test.each([
  [1, 1_250, 1_200_000, 18_750],
  [1_000, 1_250, 1_200_000, 18_750],
  [1_001, 2_500, 2_400_000, 37_500],
  [5_001, 3_750, 3_600_000, 56_250],
  [15_001, 5_000, 4_800_000, 75_000],
  [50_001, 6_250, 6_000_000, 93_750],
])(
  '[2.4 D] a tenant with %i licences has %i units a minute, %i a day, and %i in five minutes for all apps',
  (licences, minute, day, tenant) => {
    expect(limitsFor(licences)).toEqual({ perMinute: minute, perDay: day, perTenant: tenant });
  },
);

test('nothing is throttled until limits are set, nor after they are taken away', () => {
  const run = start();
  expect(run.quotas.charge(app, 1_000_000)).toEqual({ throttled: false, headers: {} });
  run.quotas.limit(small);
  expect(throttled(run, app, 101)).toBe(true);
  run.quotas.limit();
  expect(throttled(run, app, 101)).toBe(false);
});

test('[2.4 D] an app has its minute for itself, in each tenant; the five minutes are shared by all apps of a tenant', () => {
  const run = start();
  run.quotas.limit(small);
  expect([throttled(run, app, 100), throttled(run, app)]).toEqual([false, true]);
  expect([throttled(run, elsewhere, 100), throttled(run, elsewhere)]).toEqual([false, true]);
  expect([throttled(run, other, 49), throttled(run, other)]).toEqual([false, true]);
  run.clock.ms += 5 * 60_000;
  expect([throttled(run, app), throttled(run, other)]).toEqual([false, false]);
});

test('[2.4 D] the day holds when the minutes would not', () => {
  const run = start();
  run.quotas.limit({ perMinute: 100, perDay: 250, perTenant: 10_000 });
  for (let minute = 0; minute < 2; minute += 1) {
    expect(throttled(run, app, 100)).toBe(false);
    run.clock.ms += 61_000;
  }
  expect(throttled(run, app, 51)).toBe(true);
  run.clock.ms += 25 * 3_600_000;
  expect(throttled(run, app, 51)).toBe(false);
});

test('[2.6 D] a refusal tells in whole seconds when there is room, and then there is', () => {
  const run = start();
  run.quotas.limit(small);
  run.quotas.charge(app, 100);
  run.clock.ms += 20_000;
  const { throttled: refused, headers } = run.quotas.charge(app, 2);
  expect([refused, headers['Retry-After']]).toEqual([true, '40']);
  run.clock.ms += 40_000;
  expect(throttled(run, app, 2)).toBe(false);
});

test('[2.7 D] throttled requests are charged too: an app that goes on asking stays outside', () => {
  const run = start();
  run.quotas.limit({ ...small, perTenant: 10_000 });
  run.quotas.charge(app, 100);
  for (let second = 0; second < 120; second += 1) {
    run.clock.ms += 1_000;
    expect(throttled(run, app, 2)).toBe(true);
  }
  run.clock.ms += 61_000;
  expect(throttled(run, app, 2)).toBe(false);
});

test('[2.8 D] what is left of the minute is told from 80 % on, and with a refusal by it', () => {
  const run = start();
  run.quotas.limit(small);
  expect(run.quotas.charge(app, 79).headers).toEqual({});
  expect(run.quotas.charge(app, 1).headers).toEqual({ 'RateLimit-Limit': '100', 'RateLimit-Remaining': '20', 'RateLimit-Reset': '60' });
  expect(run.quotas.charge(app, 21).headers).toMatchObject({ 'Retry-After': '60', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '60' });
});

test('[2.8 D] a refusal by another limit than the minute tells Retry-After alone', () => {
  const run = start();
  run.quotas.limit({ ...small, perTenant: 90 });
  expect(run.quotas.charge(app, 85).headers).toHaveProperty('RateLimit-Remaining', '15');
  const { throttled: refused, headers } = run.quotas.charge(app, 10);
  expect([refused, Object.keys(headers)]).toEqual([true, ['Retry-After']]);
});

test('what was spent can be looked at', () => {
  const { quotas } = start();
  quotas.limit(small);
  quotas.charge(app, 7);
  expect(quotas.read()).toEqual({
    limits: small,
    apps: [{ ...app, minute: 7, day: 7 }],
    tenants: [{ tenantId: 'council', fiveMinutes: 7 }],
  });
});
