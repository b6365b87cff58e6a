import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';

/** How long a message stays hidden while its function runs; renewed at half time. */
export const leaseSeconds = 600;

/** A message in hand: hidden from other readers until it is completed or released. */
export interface Lease {
  /** Deletes the message. */
  complete(): Promise<void>;
  /** Shows the message again after `ms`. */
  release(ms: number): Promise<void>;
  /** Stops renewing. */
  end(): void;
}

export function createLease(queue: QueueClient, message: DequeuedMessageItem, onRenewalFailed: (reason: string) => void): Lease {
  let receipt = message.popReceipt;
  const update = async (seconds: number): Promise<void> => {
    // Without a body the service keeps the message's text.
    const updated = await queue.updateMessage(message.messageId, receipt, undefined, seconds);
    receipt = updated.popReceipt ?? receipt;
  };
  const renewal = setInterval(() => {
    update(leaseSeconds).catch((error: unknown) => onRenewalFailed(String(error)));
  }, leaseSeconds * 500);
  return {
    complete: async () => {
      await queue.deleteMessage(message.messageId, receipt);
    },
    release: (ms) => update(Math.ceil(ms / 1000)),
    end: () => clearInterval(renewal),
  };
}
