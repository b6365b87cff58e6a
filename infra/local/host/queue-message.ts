import { randomUUID } from 'node:crypto';
import type { DequeuedMessageItem } from '@azure/storage-queue';
import type { InvocationRequest } from './core-types.ts';
import type { QueueOptions } from './host-json.ts';

/** The text that the sender meant, or undefined when the message is not in the app's encoding. */
export function messageText(body: string, encoding: QueueOptions['messageEncoding']): string | undefined {
  if (encoding === 'none') return body;
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(body)
    ? Buffer.from(body, 'base64').toString('utf8')
    : undefined;
}

/** The invocation that hands a message to its function, with the metadata of the service. */
export function queueInvocation(triggerName: string, text: string, message: DequeuedMessageItem): InvocationRequest {
  const json = (value: unknown): { json: string } => ({ json: JSON.stringify(value) });
  return {
    invocationId: randomUUID(),
    inputData: [{ name: triggerName, data: { string: text } }],
    triggerMetadata: {
      QueueTrigger: { string: text },
      DequeueCount: { string: String(message.dequeueCount) },
      Id: { string: message.messageId },
      PopReceipt: { string: message.popReceipt },
      InsertionTime: json(message.insertedOn),
      ExpirationTime: json(message.expiresOn),
      NextVisibleTime: json(message.nextVisibleOn),
    },
  };
}
