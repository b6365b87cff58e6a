import type { Notification } from './notification.ts';
import { notifier } from './notifier.ts';
import type { DeliveryOutcome } from './post-notifications.ts';
import { graphRetries, sharePointRetries } from './retry-rule.ts';
import type { Subscription } from './subscription.ts';
import { subscriptionStore } from './subscription-store.ts';

const HOUR = 3_600_000;

const subscription = (id: string, notificationUrl: string, listId = 'orders'): Subscription => ({
  id,
  tenantId: 'council',
  resource: `sites/s/lists/${listId}`,
  listId,
  changeType: 'updated',
  notificationUrl,
  clientState: `secret of ${id}`,
  expiresAt: '2026-07-30T09:00:00.000Z',
  applicationId: 'app',
  creatorId: 'app',
});

/** A notifier whose clock a test moves; what it does in that time is done before the move ends. */
const start = (...subscriptions: readonly Subscription[]) => {
  const clock = { ms: Date.parse('2026-07-01T09:00:00Z') };
  const now = () => new Date(clock.ms);
  const kept = { load: () => subscriptions, save: () => undefined, append: () => undefined, entries: () => [], rewrite: () => undefined };
  const posted: { readonly url: string; readonly batch: readonly Notification[] }[] = [];
  const answers: DeliveryOutcome[] = [];
  const pace = { tookMs: 10 };
  let timer: { readonly at: number; readonly callback: () => void } | undefined;
  const notify = notifier({
    now,
    subscriptions: subscriptionStore(kept, now),
    post: async (url, batch) => {
      posted.push({ url, batch });
      return { outcome: answers.shift() ?? 202, tookMs: pace.tookMs };
    },
    later: (milliseconds, callback) => {
      const mine = { at: clock.ms + milliseconds, callback };
      timer = mine;
      return () => {
        if (timer === mine) timer = undefined;
      };
    },
  });
  const pass = async (milliseconds: number): Promise<void> => {
    const end = clock.ms + milliseconds;
    while (timer !== undefined && timer.at <= end) {
      const { at, callback } = timer;
      timer = undefined;
      clock.ms = at;
      callback();
      await new Promise((settled) => setImmediate(settled));
    }
    clock.ms = end;
  };
  return { notify, posted, answers, pace, pass };
};

test('[3.9 D] changes that follow each other closely make one notification, which says nothing about what changed', async () => {
  const { notify, posted, pass } = start(subscription('one', 'http://localhost/a'));
  for (let times = 0; times < 5; times += 1) notify.listChanged('orders');
  await pass(1000);
  expect(posted).toEqual([
    {
      url: 'http://localhost/a',
      batch: [
        {
          subscriptionId: 'one',
          subscriptionExpirationDateTime: '2026-07-30T09:00:00.000Z',
          clientState: 'secret of one',
          changeType: 'updated',
          resource: 'sites/s/lists/orders',
          tenantId: 'council',
        },
      ],
    },
  ]);
  notify.listChanged('orders');
  await pass(1000);
  expect(posted).toHaveLength(2);
});

test('[3.13 D] subscriptions of one endpoint come in one request; other lists and expired subscriptions are not told', async () => {
  const { notify, posted, pass } = start(
    subscription('one', 'http://localhost/a'),
    subscription('two', 'http://localhost/a', 'providers'),
    subscription('three', 'http://localhost/b', 'providers'),
    subscription('four', 'http://localhost/b', 'others'),
    { ...subscription('five', 'http://localhost/b', 'providers'), expiresAt: '2026-07-01T08:59:59.000Z' },
  );
  notify.listChanged('orders');
  notify.listChanged('providers');
  await pass(1000);
  expect(posted.map(({ url, batch }) => [url, batch.map(({ subscriptionId }) => subscriptionId)])).toEqual([
    ['http://localhost/a', ['one', 'two']],
    ['http://localhost/b', ['three']],
  ]);
});

test.each<DeliveryOutcome>([500, 404, 302, 'timed-out', 'unreachable'])(
  '[3.7 D] is tried again after %s, later each time',
  async (outcome) => {
    const { notify, posted, answers, pass } = start(subscription('one', 'http://localhost/a'));
    answers.push(outcome, outcome);
    notify.listChanged('orders');
    await pass(1000);
    expect(posted).toHaveLength(1);
    await pass(10_000);
    expect(posted).toHaveLength(2);
    expect(notify.read().waiting).toMatchObject([{ subscriptionId: 'one', tries: 2, lastOutcome: outcome }]);
    await pass(10_000);
    expect(posted).toHaveLength(2);
    await pass(10_000);
    expect(posted).toHaveLength(3);
    expect(notify.read()).toMatchObject({ waiting: [], counts: { delivered: 1, lost: 0, dropped: 0 } });
  },
);

test('[3.7 D] is given up four hours after the first try', async () => {
  const { notify, posted, answers, pass } = start(subscription('one', 'http://localhost/a'));
  answers.push(...Array<number>(60).fill(503));
  notify.listChanged('orders');
  await pass(3.4 * HOUR);
  expect(notify.read().counts.dropped).toBe(0);
  await pass(HOUR);
  expect(notify.read()).toMatchObject({ waiting: [], counts: { delivered: 0, dropped: 1 } });
  const tried = posted.length;
  await pass(24 * HOUR);
  expect(posted).toHaveLength(tried);
});

test('the pause between tries doubles up to half an hour', () => {
  expect([1, 2, 3, 20].map((tries) => graphRetries(tries, 0))).toEqual([10_000, 20_000, 40_000, 1_800_000]);
});

test('[3.8 D] by the rule of SharePoint’s own webhooks there are five more tries, five minutes apart, and then none', async () => {
  expect([1, 5, 6].map((tries) => sharePointRetries(tries, 0))).toEqual([300_000, 300_000, undefined]);
  const { notify, posted, answers, pass } = start(subscription('one', 'http://localhost/a'));
  notify.mishandle({ retries: 'sharepoint' });
  answers.push(...Array<number>(10).fill(500));
  notify.listChanged('orders');
  await pass(1000);
  await pass(4 * HOUR);
  expect(posted).toHaveLength(6);
  expect(notify.read()).toMatchObject({ waiting: [], counts: { delivered: 0, dropped: 1 } });
});

describe('an endpoint that answers late', () => {
  /** So many notifications, one every three seconds; the first `late` of them take longer than 2.9 s. */
  const told = async (late: number) => {
    const run = start(subscription('one', 'http://localhost/a'));
    for (let count = 0; count < 100; count += 1) {
      run.pace.tookMs = count < late ? 2_950 : 10;
      run.notify.listChanged('orders');
      await run.pass(3_000);
    }
    expect(run.posted).toHaveLength(100);
    run.notify.listChanged('orders');
    return run;
  };

  test('[3.7 D] is told at once while no more than a tenth of a hundred answers are late', async () => {
    const { posted, pass } = await told(10);
    await pass(1000);
    expect(posted).toHaveLength(101);
  });

  test('[3.7 D] is told ten minutes later when more than a tenth are', async () => {
    const { posted, pass } = await told(11);
    await pass(9 * 60_000);
    expect(posted).toHaveLength(100);
    await pass(2 * 60_000);
    expect(posted).toHaveLength(101);
  });

  test('[3.7 D] is told nothing from 15 % on, until its late answers are ten minutes old', async () => {
    const { notify, posted, pass } = await told(15);
    await pass(10 * 60_000);
    expect(posted).toHaveLength(100);
    expect(notify.read().counts.dropped).toBe(1);
    notify.listChanged('orders');
    await pass(1000);
    expect(posted).toHaveLength(101);
  });
});

test('can be lost, delayed and hurried for tests', async () => {
  const { notify, posted, pass } = start(subscription('one', 'http://localhost/a'));
  notify.mishandle({ lose: 1 });
  notify.listChanged('orders');
  await pass(1000);
  expect([posted.length, notify.read().counts.lost]).toEqual([0, 1]);
  notify.mishandle({ delayMs: 60_000 });
  notify.listChanged('orders');
  await pass(60_000);
  expect(posted).toHaveLength(0);
  expect(await notify.deliver(true)).toEqual([{ notificationUrl: 'http://localhost/a', outcome: 202 }]);
  expect(posted).toHaveLength(1);
});

test('a tenant that stops sends nothing any more', async () => {
  const { notify, posted, pass } = start(subscription('one', 'http://localhost/a'));
  notify.listChanged('orders');
  notify.stop();
  notify.listChanged('orders');
  await pass(HOUR);
  expect(posted).toEqual([]);
});
