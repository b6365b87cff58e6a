import type { Notification } from './notification.ts';

/** What became of a delivery: the endpoint's status, or that it did not answer in time or at all. */
export type DeliveryOutcome = number | 'timed-out' | 'unreachable';

export interface Delivery {
  readonly outcome: DeliveryOutcome;
  /** From the request to the whole answer, in milliseconds. */
  readonly tookMs: number;
}

/** Brings a batch to its endpoint. */
export type PostNotifications = (notificationUrl: string, batch: readonly Notification[]) => Promise<Delivery>;

/** An endpoint has this long to acknowledge a notification. Newer text of the service may say 10 s; this is the stricter one. */
export const ACKNOWLEDGE_MS = 3_000;

/** Posts `{ value: [...] }`, without any token: who sent it shows only in `clientState`. */
export const postNotifications =
  (patience = ACKNOWLEDGE_MS): PostNotifications =>
  async (notificationUrl, batch) => {
    const began = performance.now();
    const answered = async (): Promise<DeliveryOutcome> => {
      try {
        const response = await fetch(notificationUrl, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json; charset=utf-8' },
          body: JSON.stringify({ value: batch }),
          redirect: 'manual',
          signal: AbortSignal.timeout(patience),
        });
        await response.arrayBuffer();
        return response.status;
      } catch (failure) {
        return failure instanceof DOMException && failure.name === 'TimeoutError' ? 'timed-out' : 'unreachable';
      }
    };
    const outcome = await answered();
    return { outcome, tookMs: performance.now() - began };
  };

export const isDelivered = (outcome: DeliveryOutcome): boolean => typeof outcome === 'number' && outcome >= 200 && outcome < 300;
