import { encodeMessage, messagesOf } from '../../functions/src/adapters/storage/effect-queue.ts';
import type { Effects } from '../../functions/src/ports/effects.ts';
import type { Faults } from './faults.ts';
import type { Dice } from './seeded.ts';

/** A message as the storage queue holds it: text in base64, and when it can be taken (milliseconds since 1970). */
interface Held {
  readonly id: number;
  readonly text: string;
  visibleAt: number;
  taken: number;
}

/** At least once, in no order: what a storage queue promises, and what else it does on a bad day. */
export interface MessageQueue {
  /** As the client of the storage queue has it, for what the product sends itself. */
  readonly sendMessage: (text: string, options: { readonly visibilityTimeout?: number }) => void;
  /** Takes a message, which nobody else sees for a while. */
  readonly take: () => { readonly id: number; readonly text: string } | undefined;
  readonly done: (id: number) => void;
  /** The trigger failed: it comes again soon, and is given up after five times. */
  readonly failed: (id: number) => void;
  readonly waiting: () => number;
  /** Messages that were given up. */
  readonly poison: string[];
  /** How many copies of messages came more than once. */
  readonly counts: { duplicated: number; lost: number };
}

/** Longer than any work takes, but for that of a host that died. */
const hiddenWhileTaken = 600_000;
const mostTries = 5;

export const messageQueueOf = (dice: Dice, faults: Faults, now: () => number): MessageQueue => {
  let held: Held[] = [];
  let lastId = 0;
  const poison: string[] = [];
  const counts = { duplicated: 0, lost: 0 };
  const put = (text: string, delaySeconds: number): void => {
    lastId += 1;
    held.push({ id: lastId, text, visibleAt: now() + delaySeconds * 1_000, taken: 0 });
  };
  const giveUp = (message: Held): void => {
    held = held.filter((each) => each !== message);
    poison.push(message.text);
  };
  return {
    poison,
    counts,
    waiting: () => held.length,
    sendMessage: (text, { visibilityTimeout = 0 }) => {
      if (faults.befalls('F18')) {
        counts.lost += 1;
        return;
      }
      put(text, visibilityTimeout + (faults.befalls('F17') ? dice.int(1, 30) * 3_600 : 0));
      if (faults.befalls('F15')) {
        counts.duplicated += 1;
        put(text, visibilityTimeout);
      }
      if (faults.befalls('F19')) put(Buffer.from('{"v":2,"kind":"effect-of-a-later-release"}').toString('base64'), 0);
    },
    take: () => {
      const visible = held.filter(({ visibleAt }) => visibleAt <= now());
      const first = visible[0];
      if (!first) return undefined;
      const message = visible.length > 1 && faults.befalls('F16') ? dice.pick(visible.slice(1)) : first;
      if (faults.befalls('F20')) {
        giveUp(message);
        return undefined;
      }
      message.visibleAt = now() + hiddenWhileTaken;
      message.taken += 1;
      return message;
    },
    done: (id) => {
      held = held.filter((message) => message.id !== id);
    },
    failed: (id) => {
      const message = held.find((each) => each.id === id);
      if (!message) return;
      message.visibleAt = now() + 30_000;
      if (message.taken >= mostTries) giveUp(message);
    },
  };
};

type Queueing = Pick<Effects, 'enqueue' | 'enqueueOnce'>;

/** Effects are queued one message after the other, so that a host may die between two. */
export const queueing = (send: (text: string) => Promise<void>): Queueing => {
  const enqueue = async (...told: Parameters<typeof messagesOf>): Promise<void> => {
    for (const message of messagesOf(...told)) await send(encodeMessage(message));
  };
  return { enqueue: (subject, ids) => enqueue(subject, ids, {}), enqueueOnce: (subject, ids) => enqueue(subject, ids, { once: true }) };
};
