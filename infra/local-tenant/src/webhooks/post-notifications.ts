import { PATIENCE_MS } from './handshake.ts';
import type { Notification } from './notification.ts';

/** What became of a delivery: the endpoint's status, or that it did not answer in time or at all. */
export type DeliveryOutcome = number | 'timed-out' | 'unreachable';

/** Brings a batch to its endpoint. */
export type PostNotifications = (notificationUrl: string, batch: readonly Notification[]) => Promise<DeliveryOutcome>;

/** Posts `{ value: [...] }`, without any token: who sent it shows only in `clientState`. */
export const postNotifications: PostNotifications = async (notificationUrl, batch) => {
  try {
    const response = await fetch(notificationUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ value: batch }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch (failure) {
    return failure instanceof DOMException && failure.name === 'TimeoutError' ? 'timed-out' : 'unreachable';
  }
};

export const isDelivered = (outcome: DeliveryOutcome): boolean => typeof outcome === 'number' && outcome >= 200 && outcome < 300;
