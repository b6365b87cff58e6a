import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import type { Effects, ExpectedEffect, OutboxList, Receipt } from '../../functions/src/ports/effects.ts';

export interface Message {
  readonly list: OutboxList;
  readonly itemId: number;
  readonly effectId: string;
  /** Not sent again when it fails. */
  readonly once?: true;
  /** Asked for by a person. */
  readonly byHand?: true;
}

export interface MemoryEffects extends Effects {
  /** Messages that wait, oldest first: ids only. */
  readonly queue: Message[];
  /** What is down at the moment. */
  readonly down: { queue: boolean; receipts: boolean; expected: boolean };
  readonly allReceipts: () => readonly Receipt[];
}

/** Queue, receipts and expected rows in memory, each of which can be down. */
export const memoryEffects = (): MemoryEffects => {
  const queue: Message[] = [];
  const down = { queue: false, receipts: false, expected: false };
  const receipts = new Map<string, Receipt & { readonly ref: string }>();
  const expected = new Map<string, ExpectedEffect>();
  const cursors = new Map<OutboxList, string>();
  const up = (part: keyof typeof down): void => {
    if (down[part]) throw new ServiceBusy('storage', 503);
  };
  return {
    queue,
    down,
    allReceipts: () => [...receipts.values()],
    enqueue: async ({ list, itemId }, effects) => {
      for (const { id } of effects) {
        up('queue');
        queue.push({ list, itemId, effectId: id });
      }
    },
    enqueueOnce: async ({ list, itemId }, effects) => {
      for (const { id } of effects) {
        up('queue');
        queue.push({ list, itemId, effectId: id, once: true });
      }
    },
    enqueueByHand: async ({ list, itemId }, effects) => {
      for (const { id } of effects) {
        up('queue');
        queue.push({ list, itemId, effectId: id, byHand: true });
      }
    },
    receipts: async (ref) => [...receipts.values()].filter((receipt) => receipt.ref === ref).map(({ ref: _ref, ...receipt }) => receipt),
    confirm: async (ref, receipt) => {
      up('receipts');
      receipts.set(`${ref} ${receipt.effectId}`, { ...receipt, ref });
    },
    withdraw: async (ref, effectId) => {
      up('receipts');
      receipts.delete(`${ref} ${effectId}`);
    },
    expect: async ({ list, itemId, ref }, effects) => {
      for (const { id, madeAt } of effects) {
        up('expected');
        const name = `${ref} ${id}`;
        expected.set(name, { ...expected.get(name), list, ref, itemId, effectId: id, madeAt });
      }
    },
    expected: async () => [...expected.values()],
    noteTold: async (ref, effectId, toldAt) => {
      up('expected');
      const row = expected.get(`${ref} ${effectId}`);
      if (row) expected.set(`${ref} ${effectId}`, { ...row, toldAt });
    },
    forget: async (ref, effectId) => {
      expected.delete(`${ref} ${effectId}`);
    },
    cursor: async (list) => cursors.get(list),
    moveCursor: async (list, moved) => {
      cursors.set(list, moved);
    },
  };
};
