import { app } from '@azure/functions';
import type { QueueClient } from '@azure/storage-queue';
import { givingWay } from './adapters/graph/give-way.ts';
import { type EffectMessage, encodeMessage, neverExpires, readEffectMessage } from './adapters/storage/effect-queue.ts';
import { parkedMessage } from './adapters/storage/parked-store.ts';
import { listHint } from './adapters/storage/subscription-store.ts';
import { retryAfterSeconds } from './effects/retry.ts';
import { asErrand, unitsOfEffects } from './http/errand.ts';
import { faultWords } from './http/fault-words.ts';
import type { Log } from './ports/clock.ts';
import type { AskedTry } from './ports/parked.ts';
import { type TimerName, timers } from './timers.ts';

export interface EffectQueueSupplies {
  readonly queue: QueueClient;
  /** Performs the effects of a message, and answers with the end of each, in their order. */
  readonly perform: (effects: Pick<EffectMessage, 'list' | 'itemId' | 'effectIds' | 'byHand'>) => readonly Promise<void>[];
  /** Notes a message that is none of ours for the operator. */
  readonly unreadable: (raw: unknown) => Promise<void>;
  readonly log: Log;
  readonly deployment: string;
}

/** How often an effect gives way to people before it goes as they do: half a minute all in all. A hold that is to be told of must not wait for ever. */
const timesGivenWay = 3;

/**
 * What is done with a message of the queue of effects. A failure is not thrown at the host, whose five tries would burn at once: what failed is sent again
 * with a growing delay, and what succeeded is not. What cannot be read is noted for the operator and dropped: the sweep knows every effect by its item.
 */
export const takingEffects =
  ({
    queue,
    perform,
    unreadable,
    log,
  }: Pick<EffectQueueSupplies, 'perform' | 'unreadable' | 'log'> & { readonly queue: Pick<QueueClient, 'sendMessage'> }) =>
  async (raw: unknown): Promise<void> => {
    const message = readEffectMessage(raw);
    if (!message) return unreadable(raw);
    const begin = (): readonly Promise<void>[] => perform(message);
    const ends = await asErrand(unitsOfEffects, () =>
      Promise.allSettled(message.tries < timesGivenWay && !message.byHand ? givingWay(begin) : begin()),
    );
    // What asks for the same wait, because the item could not be read for one, comes again together.
    const again = new Map<number, string[]>();
    ends.forEach((end, index) => {
      const effectId = message.effectIds[index];
      if (end.status === 'fulfilled' || effectId === undefined) return;
      const delay = retryAfterSeconds(message, end.reason);
      log.event('warning', 'effect-delayed', { effectId, tries: message.tries, delay, error: faultWords(end.reason) });
      if (delay !== undefined) again.set(delay, [...(again.get(delay) ?? []), effectId]);
    });
    for (const [delay, effectIds] of again)
      await queue.sendMessage(encodeMessage({ ...message, effectIds, tries: message.tries + 1 }), {
        visibilityTimeout: delay + Math.floor(Math.random() * 2),
        messageTimeToLive: neverExpires,
      });
  };

/** Lets a timer of the table run what it is for. */
export const registerTimer = (name: TimerName, run: () => Promise<unknown>): void => {
  app.timer(name, {
    schedule: timers[name],
    handler: async () => {
      await run();
    },
  });
};

/** Performs queued effects. */
export const registerEffectQueue = (supplies: EffectQueueSupplies): void => {
  app.storageQueue('performEffect', {
    queueName: `${supplies.deployment}-effects`,
    connection: 'AzureWebJobsStorage',
    handler: takingEffects(supplies),
  });
};

/** Tries parked commands again. Whether one that fails comes again is its own business; what cannot be read is noted and dropped, for the sweep knows every command. */
export const registerParked = (
  queueName: string,
  { perform, sweep }: { readonly perform: (asked: AskedTry) => Promise<void>; readonly sweep: () => Promise<void> },
  unreadable: (raw: unknown) => Promise<void>,
): void => {
  app.storageQueue('performParked', {
    queueName,
    connection: 'AzureWebJobsStorage',
    handler: async (raw: unknown) => {
      const parsed = parkedMessage.safeParse(raw);
      if (parsed.success) await perform(parsed.data);
      else await unreadable(raw);
    },
  });
  registerTimer('sweepParked', sweep);
};

/** What is done with a hint: its list is looked at. What cannot be read is noted for the operator and dropped: the guard's timer looks at every list. */
export const takingHints =
  (look: (list: string) => Promise<void>, unreadable: (raw: unknown) => Promise<void>) =>
  async (raw: unknown): Promise<void> => {
    const parsed = listHint.safeParse(raw);
    return parsed.success ? look(parsed.data.list) : unreadable(raw);
  };

/** Looks at a list that a notification was of. */
export const registerHints = (queueName: string, handler: ReturnType<typeof takingHints>): void => {
  app.storageQueue('lookAtList', { queueName, connection: 'AzureWebJobsStorage', handler });
};
