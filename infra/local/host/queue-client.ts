import { type QueueClient, QueueServiceClient } from '@azure/storage-queue';
import { connectionString, resolveSettings } from './app-setting.ts';
import type { Binding } from './core-types.ts';

/** The queue that a trigger or output binding names. Throws when the name or the connection is missing. */
export function queueOf(binding: Binding): QueueClient {
  const { queueName } = binding;
  if (typeof queueName !== 'string' || queueName === '') throw new Error(`A ${binding.type} binding has no queueName.`);
  return queueService(binding).getQueueClient(resolveSettings(queueName));
}

/** The poison queue that belongs to a queue, or undefined for a queue that is itself one. */
export function poisonQueueOf(binding: Binding, queue: QueueClient): QueueClient | undefined {
  return queue.name.endsWith('-poison') ? undefined : queueService(binding).getQueueClient(`${queue.name}-poison`);
}

function queueService(binding: Binding): QueueServiceClient {
  return QueueServiceClient.fromConnectionString(connectionString(binding.connection));
}

/** Sends one message and creates the queue when it is not there yet. */
export async function sendCreating(queue: QueueClient, text: string): Promise<void> {
  try {
    await queue.sendMessage(text);
  } catch (error) {
    if ((error as { code?: string }).code !== 'QueueNotFound') throw error;
    await queue.createIfNotExists();
    await queue.sendMessage(text);
  }
}
