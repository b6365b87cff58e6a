import type { ListDefinition } from '@ap/shared/lists/list';
import type { Client } from '@microsoft/microsoft-graph-client';
import { type DeltaItem, deltaOf } from './delta-feed.ts';
import { type OwnWrite, type OwnWrites, ownWrites } from './own-writes.ts';

/** An entry of the feed with what is told of an item beside its columns. */
export interface FeedItem extends DeltaItem {
  readonly lastModifiedDateTime?: string;
  readonly lastModifiedBy?: unknown;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** What changed since a link. `complete`: what is not among it is not there. `began`: when it was read, in the feed's milliseconds. */
export interface FeedReading {
  readonly changes: readonly FeedItem[];
  readonly next: string;
  readonly complete: boolean;
  readonly began: number;
}

/** The feed of changes of one list, for all in this process who follow it. */
export interface ListFeed {
  /**
   * Everything since a delta link (none: everything). `mayBe`: milliseconds that a reading which somebody else made may be old, when it tells all that this link has not seen;
   * without it the list is read now. Throws what Graph throws.
   */
  readonly since: (link: string | undefined, expand: string, mayBe?: number) => Promise<FeedReading>;
  /** This process has written to the list, or may have: no reading from before answers anybody any more. `write`: what is known to have arrived. */
  readonly written: (write?: OwnWrite) => void;
  /** What this process wrote to the list. */
  readonly own: Pick<OwnWrites, 'madeAllAfter'>;
}

/** Where a link was had from: which of this process's calls came before it was asked for, and which after it was there. */
interface Place {
  readonly asked: number;
  readonly got: number;
}

/** A reading larger than this is handed on to nobody: it is not worth its place in memory. */
const mostKept = 200;
/** How many links are remembered: those of the guard, the sweep and the copy, and what they had before. */
const mostLinks = 12;

/**
 * Guard, sweep and copies follow the same lists, each with a link of its own; a reading of one is all that another needs when it began where that one had already
 * been and is younger than it. Order is counted in calls of this process, so that no clock can deceive; of a link that came from elsewhere nothing is known, and the
 * list is read.
 */
export const listFeed = (
  client: Client,
  sitePath: () => Promise<string>,
  list: Pick<ListDefinition, 'title'>,
  now: () => number = Date.now,
): ListFeed => {
  const own = ownWrites();
  const places = new Map<string, Place>();
  let steps = 0;
  let wrote = 0;
  let last: (FeedReading & { readonly from: string; readonly asked: number }) | undefined;

  const remember = (link: string, place: Place): void => {
    places.delete(link);
    places.set(link, place);
    for (const [oldest] of places) {
      if (places.size <= mostLinks) break;
      places.delete(oldest);
    }
  };

  /** The last reading, where it tells all that this link has not seen, and is young enough. */
  const answerFor = (link: string, mayBe: number): FeedReading | undefined => {
    if (!last || now() - last.began > mayBe) return undefined;
    const own = places.get(link);
    const from = places.get(last.from);
    const beganBefore = own !== undefined && from !== undefined && from.got < own.asked && own.got < last.asked;
    if (link !== last.from && !beganBefore) return undefined;
    const { changes, next, complete, began } = last;
    return { changes, next, complete, began };
  };

  return {
    since: async (link, expand, mayBe = 0) => {
      const shared = link === undefined ? undefined : answerFor(link, mayBe);
      if (shared) return shared;
      steps += 1;
      const asked = steps;
      const began = now();
      const read = await deltaOf<FeedItem>(client, `${await sitePath()}/lists/${list.title}/items/delta`, expand, link);
      steps += 1;
      remember(read.next, { asked, got: steps });
      const isHandedOn = link !== undefined && !read.complete && read.changes.length <= mostKept && wrote < asked;
      last = isHandedOn ? { ...read, began, from: link, asked } : undefined;
      return { ...read, began };
    },
    own,
    written: (write) => {
      if (write) own.note(write);
      steps += 1;
      wrote = steps;
      last = undefined;
    },
  };
};
