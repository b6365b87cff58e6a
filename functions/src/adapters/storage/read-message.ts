import type { ReadMessage } from '../../ports/stuck.ts';
import { effectMessage } from './effect-queue.ts';
import { parkedMessage } from './parked-store.ts';
import { listHint } from './subscription-store.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a message of one of our queues carries. */
export const readMessage: ReadMessage = (queue, text) => {
  const message = parsed(text);
  if (queue === 'effects') {
    const effect = effectMessage.safeParse(message).data;
    return effect && { of: 'effect', list: effect.list, itemId: effect.itemId, effectId: effect.effectId };
  }
  const shape = queue === 'parked' ? parkedMessage : listHint;
  return shape.safeParse(message).success ? { of: 'other' } : undefined;
};
