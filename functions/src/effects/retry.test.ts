import { ServiceBusy } from '../http/service-busy.ts';
import { retryAfterSeconds } from './retry.ts';

const failure = new Error('The mailbox is down');

test('waits twice as long with each try, and five minutes at most', () => {
  expect([0, 1, 2, 8, 9, 2_000].map((tries) => retryAfterSeconds({ tries }, failure))).toEqual([1, 2, 4, 256, 300, 300]);
});

test('waits as long as a busy service asks for, when that is longer', () => {
  expect(retryAfterSeconds({ tries: 0 }, new ServiceBusy('graph', 429, 120))).toBe(120);
  expect(retryAfterSeconds({ tries: 9 }, new ServiceBusy('graph', 429, 120))).toBe(300);
});

test("a message of the sweep's is not sent again", () => {
  expect(retryAfterSeconds({ tries: 0, once: true }, failure)).toBeUndefined();
});
