import { personKey } from '@ap/shared/domain/people/person';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import type { ActivityFeed, FeedEntry, FeedRefusal } from '../../functions/src/ports/messages.ts';

export interface MemoryFeed extends ActivityFeed {
  /** What was told, in order; a later entry of a chain took the place of an earlier one. */
  readonly told: { readonly to: string; readonly entry: FeedEntry; readonly chain: number }[];
  /** Why the feed does not reach a person, by their key. */
  readonly unreached: Map<string, FeedRefusal>;
}

/** The activity feed in memory. `down.feed`: it does not answer. */
export const memoryFeed = (down: { readonly feed: boolean }): MemoryFeed => {
  const told: MemoryFeed['told'] = [];
  const unreached = new Map<string, FeedRefusal>();
  return {
    told,
    unreached,
    tell: async (person, entry, chain) => {
      if (down.feed) throw new ServiceBusy('graph', 503);
      const to = personKey(person);
      const why = unreached.get(to);
      if (why !== undefined) return { ok: false, why };
      const before = told.findIndex((each) => each.to === to && each.chain === chain);
      if (before >= 0) told.splice(before, 1);
      told.push({ to, entry, chain });
      return { ok: true };
    },
  };
};
