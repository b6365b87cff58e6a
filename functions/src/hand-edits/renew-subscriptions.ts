import { isAfter } from '@ap/shared/domain/days/instants';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { Secrets } from '../ports/links.ts';
import type { KeptSubscription, KeptSubscriptions, ListSubscriptions, LiveSubscription } from '../ports/subscriptions.ts';

export interface SubscriptionPorts {
  readonly subscriptions: ListSubscriptions;
  readonly keptSubscriptions: KeptSubscriptions;
  readonly secrets: Secrets;
  /** This machine's own time: the service counts a subscription's life by its own. */
  readonly clock: Clock;
  readonly log: Log;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** The service takes 42,300 minutes at most; a little less, for its clock is not ours. */
const lifeMilliseconds = 42_000 * minute;
const renewWhenLeft = 7 * day;
/** Who may not subscribe asks again after a day: an administrator may have changed it. */
const askAgainAfter = day;

const later = (now: string, milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString();

/**
 * Sees to it that each list has one live subscription that we know the secret of: made, renewed a week before it ends, made anew where it is gone, is
 * somebody's before us or leads elsewhere. Where we may not subscribe, that is logged once and tried again after a day: the lists are read every minute
 * anyway. `notificationUrl` absent: nobody can reach us, and there is nothing to subscribe with.
 */
export const renewSubscriptions =
  (ports: SubscriptionPorts, lists: readonly string[], notificationUrl: string | undefined) => async (): Promise<void> => {
    if (notificationUrl === undefined) return;
    const { log, clock, keptSubscriptions, subscriptions } = ports;
    const now = clock.now();
    const kept = new Map((await keptSubscriptions.all()).map((each) => [each.list, each]));
    if ([...kept.values()].some(({ refusedAt }) => refusedAt !== undefined && isAfter(later(refusedAt, askAgainAfter), now))) return;
    try {
      const live = await subscriptions.live();
      for (const list of lists) if (!(await ensure(ports, list, kept.get(list), live, notificationUrl, now))) return;
    } catch (error) {
      if (!(error instanceof ServiceBusy)) throw error;
      log.event('warning', 'subscriptions-later', { service: error.service, status: error.status });
    }
  };

/** Whether to go on with the other lists: what one list is refused, the others are. */
const ensure = async (
  ports: SubscriptionPorts,
  list: string,
  kept: KeptSubscription | undefined,
  live: readonly LiveSubscription[],
  notificationUrl: string,
  now: string,
): Promise<boolean> => {
  const { subscriptions, keptSubscriptions, secrets, log } = ports;
  const resource = await subscriptions.resourceOf(list);
  const own = live.filter((each) => each.resource.toLowerCase() === resource.toLowerCase());
  const ours = own.find((each) => each.id === kept?.subscriptionId && each.notificationUrl === notificationUrl);
  const expiresAt = later(now, lifeMilliseconds);
  if (ours) {
    if (Date.parse(ours.expiresAt) - Date.parse(now) > renewWhenLeft) return true;
    if (await subscriptions.renew(ours.id, expiresAt)) {
      log.event('info', 'subscription-renewed', { list });
      return true;
    }
  }
  // One of which we lost the secret, or that leads to where we were: its notifications would be refused as forged.
  for (const each of own) await subscriptions.remove(each.id);
  const { secret, hash } = secrets.make();
  const made = await subscriptions.create({ resource, notificationUrl, expiresAt, clientState: secret });
  if (made.ok) {
    await keptSubscriptions.keep({ list, subscriptionId: made.live.id, clientStateHash: hash });
    log.event('info', 'subscription-made', { list });
    return true;
  }
  if (made.why === 'there-already') return true;
  log.event('warning', `subscription-${made.why}`, { list, status: made.status });
  if (made.why === 'refused') await keptSubscriptions.keep({ list, refusedAt: now });
  return false;
};
