import * as z from 'zod';
import type { Attempts } from '../http/attempts.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { Secrets } from '../ports/links.ts';
import type { KeptSubscriptions, ListHints } from '../ports/subscriptions.ts';

const notifications = z.object({
  value: z.array(z.object({ subscriptionId: z.string().max(100), clientState: z.string().max(128).nullish() })).max(500),
});

export interface NotificationPorts {
  readonly keptSubscriptions: KeptSubscriptions;
  readonly hints: ListHints;
  readonly secrets: Secrets;
  readonly attempts: Attempts;
  readonly clock: Clock;
  readonly log: Log;
}

/** A request to the address of notifications, as far as it matters. */
export interface Incoming {
  /** The service asks whether we expect it: the token is to be said back. */
  readonly validationToken: string | null;
  readonly body: () => Promise<unknown>;
  readonly address: string;
}

export type Answer = { readonly status: 200; readonly text: string } | { readonly status: 202 | 400 | 429 };

/** Microsoft's token is printable and holds no markup; whatever does is no token, and is said back to nobody. */
const expected = /^[^\p{Cc}\p{Cf}<>"'&]{1,1000}$/u;
const noHash = '0'.repeat(64);

/**
 * Takes what says that lists changed. Anybody can send such a thing, so it is believed only where its secret is that of the subscription it names, and then
 * it only makes us look sooner. Everything well formed is answered alike, so that a forger learns nothing.
 */
export const takeNotifications =
  (ports: NotificationPorts) =>
  async ({ validationToken, body, address }: Incoming): Promise<Answer> => {
    const { attempts, clock, log, keptSubscriptions, hints, secrets } = ports;
    try {
      attempts.count(address, clock.now());
    } catch (error) {
      if (error instanceof ProblemError) return { status: 429 };
      throw error;
    }
    if (validationToken !== null) return expected.test(validationToken) ? { status: 200, text: validationToken } : { status: 400 };
    const parsed = notifications.safeParse(await body());
    if (!parsed.success) return { status: 400 };
    const kept = await keptSubscriptions.all();
    const changed = new Set<string>();
    for (const { subscriptionId, clientState } of parsed.data.value) {
      const subscription = kept.find((each) => each.subscriptionId === subscriptionId);
      // A secret is compared also where there is no subscription, so that both take alike long.
      const matches = secrets.matches(clientState ?? '', subscription?.clientStateHash ?? noHash);
      if (subscription && matches) changed.add(subscription.list);
      else log.event('warning', 'notification-forged', { why: subscription ? 'client-state' : 'unknown-subscription' });
    }
    for (const list of changed) await hints.send(list);
    return { status: 202 };
  };
