import type { Persistence } from '../room.ts';
import { type Notifier, notifier } from './notifier.ts';
import { type PostNotifications, postNotifications } from './post-notifications.ts';
import { type SubscriptionStore, subscriptionStore } from './subscription-store.ts';

/** Graph's change notifications: who subscribed to what, and how they are told. */
export interface Webhooks {
  readonly subscriptions: SubscriptionStore;
  readonly notifier: Notifier;
  readonly post: PostNotifications;
}

const later = (milliseconds: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, milliseconds);
  // A notification that waits for an hour must not keep the process alive.
  timer.unref();
  return () => clearTimeout(timer);
};

/** Opens the subscriptions that were kept, and begins to tell of changes. */
export const openWebhooks = (persistence: Persistence, now: () => Date): Webhooks => {
  const subscriptions = subscriptionStore(persistence, now);
  const post = postNotifications();
  return { subscriptions, post, notifier: notifier({ subscriptions, now, post, later }) };
};
