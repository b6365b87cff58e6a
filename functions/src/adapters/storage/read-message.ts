import type { ReadMessage } from '../../ports/stuck.ts';
import { readEffectMessage } from './effect-queue.ts';
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
    const effects = readEffectMessage(message);
    return effects && { of: 'effects', list: effects.list, itemId: effects.itemId, effectIds: effects.effectIds };
  }
  const shape = queue === 'parked' ? parkedMessage : listHint;
  return shape.safeParse(message).success ? { of: 'other' } : undefined;
};
