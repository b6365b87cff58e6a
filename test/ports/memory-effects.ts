import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import type { Effects, ExpectedEffect, Receipt } from '../../functions/src/ports.ts';

export interface Message {
  readonly itemId: number;
  readonly effectId: string;
  /** Not sent again when it fails. */
  readonly once?: true;
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
  let cursor: string | undefined;
  const up = (part: keyof typeof down): void => {
    if (down[part]) throw new ServiceBusy('storage', 503);
  };
  return {
    queue,
    down,
    allReceipts: () => [...receipts.values()],
    enqueue: async ({ itemId }, effects) => {
      for (const { id } of effects) {
        up('queue');
        queue.push({ itemId, effectId: id });
      }
    },
    enqueueOnce: async ({ itemId }, effects) => {
      for (const { id } of effects) {
        up('queue');
        queue.push({ itemId, effectId: id, once: true });
      }
    },
    receipts: async (ref) => [...receipts.values()].filter((receipt) => receipt.ref === ref).map(({ ref: _ref, ...receipt }) => receipt),
    confirm: async (ref, receipt) => {
      up('receipts');
      receipts.set(`${ref} ${receipt.effectId}`, { ...receipt, ref });
    },
    expect: async ({ callOff, itemId }) => {
      for (const { id, madeAt } of callOff.outbox) {
        up('expected');
        const name = `${callOff.ref} ${id}`;
        expected.set(name, { ...expected.get(name), ref: callOff.ref, itemId, effectId: id, madeAt });
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
    cursor: async () => cursor,
    moveCursor: async (moved) => {
      cursor = moved;
    },
  };
};
