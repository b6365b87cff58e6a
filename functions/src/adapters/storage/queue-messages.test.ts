import fc from 'fast-check';
import { outboxLists } from '../../ports/effects.ts';
import type { ReadMessage } from '../../ports/stuck.ts';
import { encodeMessage, messagesOf, readEffectMessage } from './effect-queue.ts';
import { parkedMessage } from './parked-store.ts';
import { readMessage } from './read-message.ts';
import { listHint } from './subscription-store.ts';

// Security V1.5.2: a message of a queue carries ids. It has an end far below the 64 KB of the service, and what is none of ours is stuck and no failure.

const most = 16_384;
const number = Number.MAX_SAFE_INTEGER;
/** Each kind of message as large as its shape lets it be. */
const largest: Readonly<Record<string, readonly { readonly queue: Parameters<ReadMessage>[0]; readonly message: unknown }[]>> = {
  effect: outboxLists.map((list) => ({
    queue: 'effects',
    message: {
      v: 2,
      kind: 'effects',
      list,
      itemId: number,
      effectIds: Array.from({ length: 10 }, () => '\u0001'.repeat(100)),
      tries: number,
      once: true,
      byHand: true,
    },
  })),
  parked: [{ queue: 'parked', message: { v: 1, kind: 'parked-command', id: '\u0001'.repeat(40), tries: number, once: true } }],
  hint: [{ queue: 'list-hints', message: { v: 1, kind: 'list-hint', list: '\u0001'.repeat(100) } }],
};

test.each(Object.entries(largest))('the largest message of the kind %p has at most 16 KB', (_kind, messages) => {
  for (const { queue, message } of messages) {
    expect(readMessage(queue, JSON.stringify(message))).toBeDefined();
    expect(encodeMessage(message as Parameters<typeof encodeMessage>[0]).length).toBeLessThanOrEqual(most);
  }
});

test('a text that is longer than its shape says is no message', () => {
  const long = 'x'.repeat(101);
  for (const shape of [
    { v: 1, kind: 'effect', effectId: long },
    { v: 2, kind: 'effects', effectIds: [long] },
    { v: 2, kind: 'effects', effectIds: [] },
    { v: 2, kind: 'effects', effectIds: Array.from({ length: 11 }, (_, id) => `e-${id}`) },
  ])
    expect(readEffectMessage({ ...shape, list: outboxLists[0], itemId: 1, tries: 0 })).toBeUndefined();
  expect(parkedMessage.safeParse({ v: 1, kind: 'parked-command', id: long, tries: 0 }).success).toBe(false);
  expect(listHint.safeParse({ v: 1, kind: 'list-hint', list: long }).success).toBe(false);
});

test('whatever lies in a queue is read without a failure; another version, another kind or a key more is none of ours', () => {
  const good = { v: 2, kind: 'effects', list: outboxLists[0], itemId: 1, effectIds: ['e-1'], tries: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom('effects' as const, 'parked' as const, 'list-hints' as const),
      fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
      (queue, text) => {
        expect(readMessage(queue, text)).toBeUndefined();
      },
    ),
  );
  for (const other of [{ v: 1 }, { v: 3 }, { kind: 'other' }, { state: 'approved' }, { itemId: 1.5 }, { tries: -1 }])
    expect(readMessage('effects', JSON.stringify({ ...good, ...other }))).toBeUndefined();
  expect(readMessage('effects', `{"__proto__":{"v":1},${JSON.stringify(good).slice(1)}`)).toBeUndefined();
});

test('what one write records goes in one message, and a message of the release before carries its one effect', () => {
  const subject = { list: 'CallOffs', itemId: 7, ref: 'CO-1' } as const;
  const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `CO-1-v1-${index}` }));
  expect(messagesOf(subject, ids(5), { once: true })).toEqual([
    { v: 2, kind: 'effects', list: 'CallOffs', itemId: 7, effectIds: ids(5).map(({ id }) => id), tries: 0, once: true },
  ]);
  expect(messagesOf(subject, ids(23), {}).map(({ effectIds }) => effectIds.length)).toEqual([10, 10, 3]);
  expect(messagesOf(subject, [], {})).toEqual([]);
  const earlier = { v: 1, kind: 'effect', list: 'CallOffs', itemId: 7, effectId: 'CO-1-v1-0', tries: 3, byHand: true };
  expect(readEffectMessage(earlier)).toEqual({ ...messagesOf(subject, ids(1), { byHand: true })[0], tries: 3 });
});
