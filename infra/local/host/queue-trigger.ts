import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { QueueOptions } from './host-json.ts';
import { type HostLog, reasonOf } from './host-log.ts';
import { createLease, type Lease, leaseSeconds } from './message-lease.ts';
import { poisonQueueOf, queueOf, sendCreating } from './queue-client.ts';
import { messageText, queueInvocation } from './queue-message.ts';
import type { OutputWriter } from './queue-output.ts';
import type { RegisteredFunction } from './registry.ts';
import type { Worker } from './worker.ts';

export interface QueueTriggerParts {
  readonly worker: Worker;
  readonly target: RegisteredFunction;
  readonly options: QueueOptions;
  readonly writeOutputs: OutputWriter;
  readonly log: HostLog;
}

/**
 * Polls one queue and hands each message to its function, as the service does: a failure shows the message again after
 * `visibilityTimeout`; after `maxDequeueCount` tries it moves to `<queue>-poison`; a message that is not in the app's
 * encoding moves there at once; a poison queue has no poison queue of its own.
 * `stop` takes no more messages and waits for those in hand, at most `graceMs`; those are then shown again.
 */
export async function startQueueTrigger(parts: QueueTriggerParts): Promise<{ stop(graceMs: number): Promise<void> }> {
  const { options, target, log } = parts;
  const queue = queueOf(target.trigger);
  const poison = poisonQueueOf(target.trigger, queue);
  const say = (level: string, message: string): void => log({ level, category: 'system', message, functionName: target.metadata.name });
  const inHand = new Map<Promise<void>, Lease>();
  let stopped = false;
  let wake = (): void => {};
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  await queue.createIfNotExists();

  const moveToPoison = async (message: DequeuedMessageItem, lease: Lease, to: QueueClient, why: string): Promise<void> => {
    await sendCreating(to, message.messageText);
    await lease.complete();
    say('error', `${why} The message moved to '${to.name}'.`);
  };

  const handle = async (message: DequeuedMessageItem, lease: Lease): Promise<void> => {
    const tooOften = `A message has reached the maximum of ${options.maxDequeueCount} tries.`;
    if (poison && message.dequeueCount > options.maxDequeueCount) return moveToPoison(message, lease, poison, tooOften);
    const text = messageText(message.messageText, options.messageEncoding);
    if (text === undefined && poison) return moveToPoison(message, lease, poison, 'A message is not base64.');
    try {
      const response = await parts.worker.invoke(target, queueInvocation(target.triggerName, text ?? message.messageText, message));
      await parts.writeOutputs(target, response);
      await lease.complete();
    } catch (error) {
      say('error', `try ${message.dequeueCount} of ${options.maxDequeueCount}: ${reasonOf(error)}`);
      if (poison && message.dequeueCount >= options.maxDequeueCount) await moveToPoison(message, lease, poison, tooOften);
      else if (poison) await lease.release(options.visibilityTimeoutMs);
    }
  };

  const take = (message: DequeuedMessageItem): void => {
    const lease = createLease(queue, message, (reason) => say('warning', `a lease was not renewed: ${reason}`));
    const work: Promise<void> = handle(message, lease)
      .catch((error: unknown) => say('error', reasonOf(error)))
      .finally(() => {
        lease.end();
        inHand.delete(work);
        wake();
      });
    inHand.set(work, lease);
  };

  const poll = async (): Promise<void> => {
    let idleMs = 100;
    while (!stopped) {
      if (inHand.size > options.newBatchThreshold) {
        await pause(options.maxPollingIntervalMs);
        continue;
      }
      const messages = await receive(queue, options, say);
      if (stopped) return release(messages, queue);
      if (messages.length === 0) {
        await pause(idleMs);
        idleMs = Math.min(idleMs * 2, options.maxPollingIntervalMs);
        continue;
      }
      idleMs = 100;
      for (const message of messages) take(message);
    }
  };
  const polling = poll();

  return {
    async stop(graceMs) {
      stopped = true;
      wake();
      await polling;
      const grace = new Promise<void>((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([Promise.all(inHand.keys()), grace]);
      await Promise.all([...inHand.values()].map((lease) => lease.release(0)));
    },
  };
}

type Say = (level: string, message: string) => void;

async function receive(queue: QueueClient, options: QueueOptions, say: Say): Promise<DequeuedMessageItem[]> {
  try {
    const received = await queue.receiveMessages({ numberOfMessages: options.batchSize, visibilityTimeout: leaseSeconds });
    return received.receivedMessageItems;
  } catch (error) {
    say('warning', `the queue '${queue.name}' cannot be polled: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** Shows again what arrived after the stop. */
async function release(messages: readonly DequeuedMessageItem[], queue: QueueClient): Promise<void> {
  for (const message of messages) await queue.updateMessage(message.messageId, message.popReceipt, undefined, 0);
}
