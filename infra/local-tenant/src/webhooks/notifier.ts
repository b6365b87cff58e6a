import { endpointPace, SLOW_PAUSE_MS } from './endpoint-pace.ts';
import { type Notification, notificationOf } from './notification.ts';
import { type DeliveryOutcome, isDelivered, type PostNotifications } from './post-notifications.ts';
import { RETRY_RULES, type RetryRuleName } from './retry-rule.ts';
import type { SubscriptionStore } from './subscription-store.ts';

/** How a test wants notifications mishandled. */
export interface Mishandling {
  /** So many of the next notifications are lost. */
  readonly lose: number;
  /** Each notification waits this much longer before it is first sent, in milliseconds. */
  readonly delayMs: number;
  /** Whose rule of retries is followed. */
  readonly retries: RetryRuleName;
}

/** A notification that has not been delivered yet. */
export interface Waiting {
  readonly subscriptionId: string;
  readonly since: string;
  readonly dueAt: string;
  readonly tries: number;
  readonly lastOutcome?: DeliveryOutcome;
}

/** What became of the notifications since the tenant started. */
export interface DeliveryCounts {
  readonly delivered: number;
  readonly lost: number;
  /** Given up: too many tries, or an endpoint that answers too slowly. */
  readonly dropped: number;
}

export interface Notifier {
  /** An item of the list changed: its subscribers are told shortly after. */
  listChanged(listId: string): void;
  /** Sends what is due; with `everything` also what is not due yet. Resolves when each endpoint has answered. */
  deliver(everything?: boolean): Promise<readonly { readonly notificationUrl: string; readonly outcome: DeliveryOutcome }[]>;
  mishandle(change: Partial<Mishandling>): void;
  read(): { readonly mishandling: Mishandling; readonly waiting: readonly Waiting[]; readonly counts: DeliveryCounts };
  /** Sends nothing any more. */
  stop(): void;
}

export interface NotifierOptions {
  readonly subscriptions: SubscriptionStore;
  readonly now: () => Date;
  readonly post: PostNotifications;
  /** Calls back after so many milliseconds; returns how to take that back. */
  readonly later: (milliseconds: number, callback: () => void) => () => void;
}

/** Changes that follow each other this closely make one notification. */
const SETTLE_MS = 400;

interface Due extends Waiting {
  readonly dueMs: number;
  readonly firstTryMs?: number;
}

/**
 * Tells subscribers that their list changed. As the service does it: nothing about what changed, several changes in one, one
 * request for all subscriptions of an endpoint, again after anything but 2xx until the rule gives it up, late or not at all to an
 * endpoint that is slow. What waits is not kept over a restart: such notifications are lost, and a product must live with that.
 */
export const notifier = ({ subscriptions, now, post, later }: NotifierOptions): Notifier => {
  const waiting = new Map<string, Due>();
  let mishandling: Mishandling = { lose: 0, delayMs: 0, retries: 'graph' };
  const pace = endpointPace(now);
  let counts: DeliveryCounts = { delivered: 0, lost: 0, dropped: 0 };
  let stopped = false;
  let cancel: () => void = () => undefined;

  const schedule = (): void => {
    cancel();
    if (stopped || waiting.size === 0) return;
    const next = Math.min(...[...waiting.values()].map(({ dueMs }) => dueMs));
    cancel = later(Math.max(0, next - now().getTime()), () => void deliver());
  };

  const keepWaiting = (due: Omit<Due, 'dueAt'>): void => {
    waiting.set(due.subscriptionId, { ...due, dueAt: new Date(due.dueMs).toISOString() });
  };

  const listChanged = (listId: string): void => {
    if (stopped) return;
    const at = now();
    for (const { id, notificationUrl } of subscriptions.all().filter((each) => each.listId === listId)) {
      if (waiting.has(id)) continue;
      const found = pace.of(notificationUrl);
      if (found === 'dropped') {
        counts = { ...counts, dropped: counts.dropped + 1 };
        continue;
      }
      const pause = SETTLE_MS + mishandling.delayMs + (found === 'slow' ? SLOW_PAUSE_MS : 0);
      keepWaiting({ subscriptionId: id, since: at.toISOString(), tries: 0, dueMs: at.getTime() + pause });
    }
    schedule();
  };

  /** True when a test asked for this one to be lost on its way. */
  const loses = (): boolean => {
    if (mishandling.lose <= 0) return false;
    mishandling = { ...mishandling, lose: mishandling.lose - 1 };
    counts = { ...counts, lost: counts.lost + 1 };
    return true;
  };

  const settle = (due: Due, outcome: DeliveryOutcome): void => {
    const at = now().getTime();
    const firstTryMs = due.firstTryMs ?? at;
    if (isDelivered(outcome)) {
      counts = { ...counts, delivered: counts.delivered + 1 };
      return;
    }
    const tries = due.tries + 1;
    const pause = RETRY_RULES[mishandling.retries](tries, at - firstTryMs);
    if (pause === undefined) {
      counts = { ...counts, dropped: counts.dropped + 1 };
      return;
    }
    const dueMs = at + pause;
    // A change that came while this one was under way is told by the same notification.
    keepWaiting({ subscriptionId: due.subscriptionId, since: due.since, tries, firstTryMs, dueMs, lastOutcome: outcome });
  };

  const deliver: Notifier['deliver'] = async (everything = false) => {
    const at = now().getTime();
    const batches = new Map<string, { readonly due: Due; readonly notification: Notification }[]>();
    for (const due of [...waiting.values()].filter(({ dueMs }) => everything || dueMs <= at)) {
      waiting.delete(due.subscriptionId);
      const subscription = subscriptions.find(due.subscriptionId);
      if (subscription === undefined || loses()) continue;
      const batch = batches.get(subscription.notificationUrl) ?? [];
      batches.set(subscription.notificationUrl, [...batch, { due, notification: notificationOf(subscription) }]);
    }
    const outcomes = await Promise.all(
      [...batches].map(async ([notificationUrl, batch]) => {
        const { outcome, tookMs } = await post(
          notificationUrl,
          batch.map(({ notification }) => notification),
        );
        pace.answered(notificationUrl, tookMs);
        for (const { due } of batch) settle(due, outcome);
        return { notificationUrl, outcome };
      }),
    );
    schedule();
    return outcomes;
  };

  return {
    listChanged,
    deliver,
    mishandle: (change) => {
      mishandling = { ...mishandling, ...change };
    },
    read: () => ({
      mishandling,
      waiting: [...waiting.values()].map(({ dueMs: _due, firstTryMs: _first, ...told }) => told),
      counts,
    }),
    stop: () => {
      stopped = true;
      cancel();
    },
  };
};
