import { randomUUID } from 'node:crypto';
import type { Log } from '../../ports/clock.ts';
import type { OpenedBook, ReadingBook } from '../../ports/kept.ts';
import type { FeedItem, FeedReading, ListFeed } from './list-feed.ts';
import { type LogPlace, type ReadingLog, readLog, type ToldRow, unseen, withReading } from './reading-log.ts';

export interface SharedFeedSupplies {
  readonly list: string;
  /** The feed of this process. */
  readonly feed: Pick<ListFeed, 'since'>;
  readonly book: ReadingBook;
  /** What is read: place and columns. */
  readonly of: () => Promise<string>;
  /** The columns whose values are handed on; absent where rows tell of people and each process reads them for itself. */
  readonly columns: readonly string[] | undefined;
  readonly log: Log;
  readonly now: () => number;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Whoever reads has the word for so long, in milliseconds of the storage's clock; then another may, for it may have died. */
const claimFor = 15_000;
/** A reading of this process answers in place of a new one only when it began so long after the last of the log was written, in milliseconds: the storage tells whole seconds. */
const surely = 3_000;
/** What is older than this, in milliseconds, is not gone on with while another process reads: then each reads for itself. */
const bearable = 120_000;
/** How often whoever insists on a reading for all looks whether the word is free, in milliseconds. */
const lookAgainAfter = 200;

const passing = (milliseconds: number): Promise<void> => new Promise((go) => setTimeout(go, milliseconds));

/**
 * The feed of one list for the copy of one process, with what other processes of the deployment read: one of them reads the list when its time has come, and the others take
 * what it wrote. Whoever starts, has fallen behind or finds what is not handed on reads for itself. Ages are told by the storage's clock alone. While the storage does not
 * answer, each process reads for itself, as if there were no other.
 */
export const sharedFeed = ({ list, feed, book, of, columns, log, now, pause = passing }: SharedFeedSupplies): Pick<ListFeed, 'since'> => {
  let place: LogPlace | undefined;

  const handedOn = ({ changes, complete }: FeedReading): readonly ToldRow[] | undefined => {
    if (complete || (changes.length > 0 && !columns)) return undefined;
    return changes.map(({ id, deleted, fields = {}, ...item }) => {
      if (deleted) return { id, deleted };
      const eTag = item['@odata.etag'] ?? item.eTag;
      return { id, '@odata.etag': eTag, fields: Object.fromEntries(Object.entries(fields).filter(([name]) => columns?.includes(name))) };
    });
  };

  /** What the storage is told or asks after a reading: where it does not answer, the reading stands, and the place in the log is lost. */
  const unlessDown = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (error) {
      log.event('warning', 'readings-not-shared', { list, error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  };

  /** Reads for this process alone. What the log told before is in it; what it tells until somebody has had the word again may be older. */
  const readAlone = async (link: string | undefined, expand: string, opened: OpenedBook, known: ReadingLog | undefined) => {
    const reading = await feed.since(link, expand);
    place = undefined;
    const reopened = await unlessDown(() => book.open());
    if (!reopened) return reading;
    const after = readLog(reopened.text, await of());
    if (after && after.id === known?.id)
      place = { id: known.id, seq: known.seq, unsure: after.claimed === undefined ? after.seq : after.seq + 1 };
    else if (!after && !known) await begin(reading, opened);
    return reading;
  };

  /** The first reading of a log, or of one that nobody can read any more. */
  const begin = async (reading: FeedReading, { version, at }: OpenedBook): Promise<void> => {
    const begun: ReadingLog = { v: 1, id: randomUUID(), of: await of(), seq: 1, link: reading.next, at, from: 1, told: [] };
    if (await unlessDown(() => book.write(JSON.stringify(begun), version))) place = { id: begun.id, seq: 1, unsure: 0 };
  };

  /** Reads for all, where nobody else is at it: `undefined` when somebody is. */
  const readForAll = async (
    link: string,
    expand: string,
    known: ReadingLog,
    opened: OpenedBook,
    mayBe: number,
  ): Promise<FeedReading | undefined> => {
    const claimed = await unlessDown(() => book.write(JSON.stringify({ ...known, claimed: opened.at + claimFor }), opened.version));
    if (!claimed) return undefined;
    const recent = Math.max(0, Math.min(mayBe, opened.at - (opened.writtenAt ?? opened.at) - surely));
    let reading: FeedReading;
    try {
      reading = await feed.since(link, expand, recent);
    } catch (error) {
      await unlessDown(() => book.write(JSON.stringify(known), claimed.version));
      throw error;
    }
    const next = withReading(known, reading.next, opened.at, handedOn(reading));
    const written = await unlessDown(() => book.write(JSON.stringify(next), claimed.version));
    // Nobody heard of it, because it took too long: read for this process alone.
    place = written ? { id: next.id, seq: next.seq, unsure: place?.unsure ?? 0 } : undefined;
    return reading;
  };

  const shared = async (link: string, expand: string, mayBe: number, opened: OpenedBook): Promise<FeedReading> => {
    const heard = now();
    const known = readLog(opened.text, await of());
    const rows = unseen(known, place);
    if (!known || !rows) return readAlone(link, expand, opened, known);
    const age = Math.max(0, opened.at - known.at);
    const asTold = (): FeedReading => {
      place = { id: known.id, seq: known.seq, unsure: place?.unsure ?? 0 };
      return { changes: rows as readonly FeedItem[], next: known.link, complete: false, began: heard - age };
    };
    const isRead = known.claimed !== undefined && known.claimed > opened.at;
    if (mayBe > 0 && age <= mayBe) return asTold();
    const reading = isRead ? undefined : await readForAll(known.link, expand, known, opened, mayBe);
    // Where nobody waits for it, what another process is about to write comes soon enough.
    if (!reading) return mayBe > 0 && age <= bearable ? asTold() : readAlone(link, expand, opened, known);
    return reading.complete ? reading : { ...reading, changes: [...(rows as readonly FeedItem[]), ...reading.changes] };
  };

  /** The book; once nobody else has the word, for whoever insists. `undefined` when the storage does not answer. */
  const open = async (mayBe: number): Promise<OpenedBook | undefined> => {
    for (;;) {
      const opened = await unlessDown(() => book.open());
      const claimed = opened && readLog(opened.text, await of())?.claimed;
      if (!opened || mayBe > 0 || claimed === undefined || claimed <= opened.at) return opened;
      await pause(lookAgainAfter);
    }
  };
  const once = async (link: string | undefined, expand: string, mayBe: number): Promise<FeedReading> => {
    const opened = await open(mayBe);
    if (!opened) {
      place = undefined;
      return feed.since(link, expand, mayBe);
    }
    return link === undefined
      ? readAlone(undefined, expand, opened, readLog(opened.text, await of()))
      : shared(link, expand, mayBe, opened);
  };

  return {
    since: async (link, expand, mayBe = 0) => {
      const seen = place;
      const reading = await once(link, expand, mayBe);
      // Who insists has heard of something: where this process had no place in the log, the others have not been told of it yet.
      if (mayBe > 0 || seen !== undefined || !place) return reading;
      const told = await once(reading.next, expand, 0);
      return told.complete ? told : { ...told, complete: reading.complete, changes: [...reading.changes, ...told.changes] };
    },
  };
};
