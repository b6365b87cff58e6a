import { secrets } from '../adapters/secrets.ts';
import { attemptsOf } from '../http/attempts.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { KeptSubscription, ListSubscriptions, LiveSubscription, Subscribed } from '../ports/subscriptions.ts';
import { renewSubscriptions } from './renew-subscriptions.ts';
import { takeNotifications } from './take-notifications.ts';

const url = 'https://functions.example/api/list-changes';
const lists = ['Providers', 'Services'];
const day = 86_400_000;

/** The service's book of subscriptions and ours, in memory. */
const setUp = () => {
  const clock = { ms: Date.parse('2026-11-26T10:00:00Z') };
  const now = () => new Date(clock.ms).toISOString();
  const live = new Map<string, LiveSubscription & { readonly clientState: string }>();
  const kept = new Map<string, KeptSubscription>();
  const hints: string[] = [];
  const log: string[] = [];
  const answer: { refusal: Extract<Subscribed, { ok: false }> | undefined; isBusy: boolean } = { refusal: undefined, isBusy: false };
  let asked = 0;
  const subscriptions: ListSubscriptions = {
    live: async () => [...live.values()].filter(({ expiresAt }) => expiresAt > now()),
    resourceOf: async (list) => `sites/s/lists/${list}`,
    create: async (wanted) => {
      asked += 1;
      if (answer.isBusy) throw new ServiceBusy('graph', 429, 60);
      if (answer.refusal) return answer.refusal;
      const made = { id: `sub-${asked}`, ...wanted };
      live.set(made.id, made);
      return { ok: true, live: made };
    },
    renew: async (id, expiresAt) => {
      const found = live.get(id);
      if (!found || found.expiresAt <= now()) return false;
      live.set(id, { ...found, expiresAt });
      return true;
    },
    remove: async (id) => {
      live.delete(id);
    },
  };
  const keptSubscriptions = {
    all: async () => [...kept.values()],
    keep: async (subscription: KeptSubscription) => {
      kept.set(subscription.list, subscription);
    },
  };
  const ports = {
    subscriptions,
    keptSubscriptions,
    secrets,
    clock: { now },
    log: { event: (_level: string, name: string) => log.push(name) },
  };
  const take = takeNotifications({
    ...ports,
    attempts: attemptsOf(5),
    hints: {
      send: async (list) => {
        hints.push(list);
      },
    },
  });
  return {
    clock,
    live,
    kept,
    hints,
    log,
    answer,
    asked: () => asked,
    renew: (address = url) => renewSubscriptions(ports, lists, address)(),
    withoutAddress: () => renewSubscriptions(ports, lists, undefined)(),
    notify: (value: unknown) => take({ validationToken: null, address: '10.0.0.1', body: async () => ({ value }) }),
    take,
  };
};

test('each list gets one subscription of less than 42,300 minutes, and a second run makes no other', async () => {
  const { renew, live, asked } = setUp();
  await renew();
  await renew();
  expect([...live.values()].map(({ resource, notificationUrl, expiresAt }) => [resource, notificationUrl, expiresAt])).toEqual([
    ['sites/s/lists/Providers', url, '2026-12-25T14:00:00.000Z'],
    ['sites/s/lists/Services', url, '2026-12-25T14:00:00.000Z'],
  ]);
  expect(asked()).toBe(2);
});

test('of a subscription only the hash of what the service must say back is kept', async () => {
  const { renew, live, kept } = setUp();
  await renew();
  for (const { clientState } of live.values()) expect(JSON.stringify([...kept.values()])).not.toContain(clientState);
});

test('a subscription is renewed a week before it ends, and made again where it has ended', async () => {
  const { renew, live, clock, asked, log } = setUp();
  await renew();
  clock.ms += 21 * day;
  await renew();
  expect(log).not.toContain('subscription-renewed');
  clock.ms += 2 * day;
  await renew();
  expect([...live.values()].map(({ expiresAt }) => expiresAt.slice(0, 10))).toEqual(['2027-01-17', '2027-01-17']);
  clock.ms += 60 * day;
  await renew();
  expect(asked()).toBe(4);
});

test('a subscription whose secret we lost, or that leads to where we were, is replaced', async () => {
  const { renew, live, kept } = setUp();
  await renew('https://old.example/api/list-changes');
  await renew();
  expect([...live.values()].map(({ notificationUrl }) => notificationUrl)).toEqual([url, url]);
  kept.clear();
  await renew();
  expect([...live.keys()].sort()).toEqual([...kept.values()].map(({ subscriptionId }) => subscriptionId).sort());
});

test('a subscription that the service refuses is logged once, and asked for again after a day', async () => {
  const { renew, answer, asked, clock, log, live } = setUp();
  answer.refusal = { ok: false, why: 'refused', status: 403 };
  for (let times = 0; times < 3; times += 1) await renew();
  expect([asked(), log]).toEqual([1, ['subscription-refused']]);
  answer.refusal = undefined;
  clock.ms += day;
  await renew();
  expect(live.size).toBe(2);
});

test('a busy service is asked again by the next run; without an address there is nothing to subscribe with', async () => {
  const { renew, answer, log, live, asked } = setUp();
  answer.isBusy = true;
  await renew();
  expect(log).toEqual(['subscriptions-later']);
  answer.isBusy = false;
  await renew();
  expect(live.size).toBe(2);
  const nowhere = setUp();
  await nowhere.withoutAddress();
  expect([asked(), nowhere.asked()]).toEqual([3, 0]);
});

test('the handshake is answered with its own token, and nothing is believed of it', async () => {
  const { take, hints } = setUp();
  const shake = (validationToken: string) => take({ validationToken, address: '10.0.0.1', body: async () => undefined });
  const token = 'Validation: Testing client application reachability for subscription Request-Id: é-1';
  expect(await shake(token)).toEqual({ status: 200, text: token });
  expect(hints).toEqual([]);
});

test.each(['<script>', 'a"b', "a'b", 'a&b', 'a\r\nb', 'a\u001bb', 'a\u202eb', '', 'x'.repeat(1_001)])(
  'G2: what the service never sends (%j) is said back to nobody',
  async (validationToken) => {
    const { take } = setUp();
    expect(await take({ validationToken, address: '10.0.0.1', body: async () => undefined })).toEqual({ status: 400 });
  },
);

test('G3: handshakes count among what one address may send in a minute', async () => {
  const { take } = setUp();
  const shake = () => take({ validationToken: 'token', address: '10.0.0.1', body: async () => undefined });
  for (let times = 0; times < 5; times += 1) expect((await shake()).status).toBe(200);
  expect(await shake()).toEqual({ status: 429 });
});

test('a notification of ours is a hint to look, once for each list', async () => {
  const { renew, live, notify, hints } = setUp();
  await renew();
  const [one, two] = [...live.values()].map(({ id, clientState }) => ({ subscriptionId: id, clientState, changeType: 'updated' }));
  expect(await notify([one, one, two])).toEqual({ status: 202 });
  expect(hints).toEqual(['Providers', 'Services']);
});

test('a notification that does not know the secret, or is of no subscription of ours, is answered alike and has nobody look', async () => {
  const { renew, live, notify, hints, log } = setUp();
  await renew();
  const [one, two] = [...live.values()];
  log.length = 0;
  for (const forged of [
    { subscriptionId: one?.id, clientState: 'not the secret' },
    { subscriptionId: one?.id, clientState: two?.clientState },
    { subscriptionId: one?.id },
    { subscriptionId: 'another', clientState: one?.clientState },
  ])
    expect(await notify([forged])).toEqual({ status: 202 });
  expect(hints).toEqual([]);
  expect(log).toEqual(Array(4).fill('notification-forged'));
});

test('what is no notification is refused, and a flood from one address is slowed', async () => {
  const { notify } = setUp();
  expect(await notify('nonsense')).toEqual({ status: 400 });
  for (let times = 0; times < 4; times += 1) await notify([]);
  expect(await notify([])).toEqual({ status: 429 });
});
