import type { Persistence } from '../room.ts';
import type { Subscription } from './subscription.ts';

/** The subscriptions of the tenant, kept between runs. One that has expired is gone, whoever asks. */
export interface SubscriptionStore {
  all(): readonly Subscription[];
  find(id: string): Subscription | undefined;
  /** Adds one, or replaces the one with the same id. */
  put(subscription: Subscription): void;
  remove(id: string): void;
}

const DOCUMENT = 'subscriptions';

/** Opens what was kept. */
export const subscriptionStore = (persistence: Persistence, now: () => Date): SubscriptionStore => {
  let kept = (persistence.load(DOCUMENT) as readonly Subscription[] | undefined) ?? [];
  const keep = (subscriptions: readonly Subscription[]): void => {
    kept = subscriptions;
    persistence.save(DOCUMENT, kept);
  };
  const live = (): readonly Subscription[] => {
    const left = kept.filter(({ expiresAt }) => Date.parse(expiresAt) > now().getTime());
    if (left.length < kept.length) keep(left);
    return left;
  };
  return {
    all: live,
    find: (id) => live().find((each) => each.id === id),
    put: (subscription) => keep([...live().filter(({ id }) => id !== subscription.id), subscription]),
    remove: (id) => keep(live().filter((each) => each.id !== id)),
  };
};
