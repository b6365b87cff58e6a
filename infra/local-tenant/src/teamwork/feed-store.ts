import { randomUUID } from 'node:crypto';
import { sameId } from '../organisation-lookup.ts';
import type { Persistence } from '../room.ts';

/** One line of a person's activity feed, with the sentence as Teams shows it. */
export interface FeedEntry {
  readonly id: string;
  readonly at: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly activityType: string;
  readonly text: string;
  readonly preview: string;
  readonly topic: string;
  readonly webUrl: string;
  readonly chainId?: number;
}

/** The activity feed of every person. */
export interface FeedStore {
  /** An entry with the chain of an earlier one of the same person takes its place. */
  add(entry: Omit<FeedEntry, 'id'>): FeedEntry;
  /** Newest first. */
  ofPerson(tenantId: string, userId: string): readonly FeedEntry[];
}

/** Entries kept in the data folder. */
export const feedStore = (persistence: Persistence): FeedStore => {
  let entries = (persistence.load('activity-feed') as readonly FeedEntry[] | undefined) ?? [];
  const isOf = (entry: FeedEntry, tenantId: string, userId: string): boolean =>
    sameId(entry.tenantId, tenantId) && sameId(entry.userId, userId);
  return {
    add: (told) => {
      const entry = { id: randomUUID(), ...told };
      const replaced = (other: FeedEntry): boolean =>
        told.chainId !== undefined && other.chainId === told.chainId && isOf(other, told.tenantId, told.userId);
      entries = [...entries.filter((other) => !replaced(other)), entry];
      persistence.save('activity-feed', entries);
      return entry;
    },
    ofPerson: (tenantId, userId) => entries.filter((entry) => isOf(entry, tenantId, userId)).toReversed(),
  };
};
