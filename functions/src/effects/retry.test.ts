import { ServiceBusy } from '../http/service-busy.ts';
import { retryAfterSeconds } from './retry.ts';

const failure = new Error('The mailbox is down');

test('waits twice as long with each try, and five minutes at most', () => {
  expect([0, 1, 2, 8, 9, 2_000].map((tries) => retryAfterSeconds({ tries }, failure))).toEqual([1, 2, 4, 256, 300, 300]);
});

test('waits as long as a busy service asks for, when that is longer', () => {
  expect(retryAfterSeconds({ tries: 0 }, new ServiceBusy('graph', 429, 120))).toBe(120);
  expect(retryAfterSeconds({ tries: 9 }, new ServiceBusy('graph', 503, 120))).toBe(300);
});

test('where a quota is spent comes again within half a minute, or as soon as was asked for: whether there is some is known without asking', () => {
  const busy = (seconds: number) => new ServiceBusy('graph', 429, seconds);
  expect([0, 3, 9].map((tries) => retryAfterSeconds({ tries }, busy(3)))).toEqual([3, 8, 30]);
  expect(retryAfterSeconds({ tries: 9 }, busy(60))).toBe(60);
});

test("a message of the sweep's is not sent again", () => {
  expect(retryAfterSeconds({ tries: 0, once: true }, failure)).toBeUndefined();
});
