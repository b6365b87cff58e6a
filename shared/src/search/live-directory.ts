import { ContentHash } from './content-hash.ts';
import type { DirectoryIndex } from './directory-result.ts';
import type { ServiceDocument } from './document.ts';
import { LiveCounts } from './engine/live-counts.ts';
import { type PackedRows, packRows, rowBytes, unpackRows } from './engine/packed-rows.ts';
import { Room } from './engine/room.ts';
import { rowText } from './engine/row-text.ts';
import { SEGMENT_PARTS, Segment } from './engine/segment.ts';
import { searchSegments } from './engine/segments-search.ts';
import type { Outcodes } from './geography.ts';
import { baseOf, LARGEST, type LaidOut, type LayOutElsewhere, layOut } from './laid-out.ts';
import { openSnapshot, SnapshotRefused, sealSnapshot } from './sealed-snapshot.ts';

/** A searchable directory that changes while it is searched. Whatever order changes came in, equal contents answer equally. */
export interface LiveDirectory extends DirectoryIndex {
  /** Takes out what is removed (what is not there is no fault), then puts in or replaces by `serviceRef`. The next search sees it. */
  readonly changed: (upserts: readonly ServiceDocument[], removedRefs: readonly string[]) => void;
  /** Whether a document is in as it is told here, to the letter. */
  readonly holds: (document: ServiceDocument) => boolean;
  /** The references of all that is in. */
  readonly refs: () => Iterable<string>;
  /** What the contents come to: the same for equal contents, however they came and in whatever order. */
  readonly hash: () => string;
  readonly size: () => number;
  /** All of it in bytes: the base as it lies there, and what changed since. */
  readonly toSnapshot: () => Uint8Array;
  /** Ends when no base is being laid out elsewhere any more. */
  readonly settled: () => Promise<void>;
}

/** So many changed documents are kept beside a base of `count`: laying out a few anew with each change must stay cheaper than laying out all now and then. */
const roomForChanges = (count: number): number => Math.max(64, Math.ceil(Math.sqrt(count) * 4));

/** A live directory over documents; of two with one `serviceRef` the later counts. `largest`, of a segment, is told by tests alone. */
export function liveDirectory(
  documents: readonly ServiceDocument[],
  outcodes: Outcodes,
  elsewhere?: LayOutElsewhere,
  largest = LARGEST,
): LiveDirectory {
  const { segments, contents } = baseOf(documents, outcodes, largest);
  return new Live(segments, contents, outcodes, elsewhere, largest);
}

/** The directory over a base that was laid out elsewhere. */
export function fromLaidOut({ hash, segments }: LaidOut, outcodes: Outcodes, elsewhere?: LayOutElsewhere): LiveDirectory {
  return new Live(
    segments.map((parts) => new Segment(parts)),
    ContentHash.from(hash),
    outcodes,
    elsewhere,
    LARGEST,
  );
}

/** The directory that `toSnapshot` wrote. Throws SnapshotRefused when the bytes are of another format, not as they were written, or of other outcodes. */
export function fromSnapshot(bytes: Uint8Array, outcodes: Outcodes, elsewhere?: LayOutElsewhere): LiveDirectory {
  const [head, starts, rows, ...parts] = openSnapshot(bytes);
  const { hash, map, dead } = JSON.parse(new TextDecoder().decode(head)) as SnapshotHead;
  if (map !== mapOf(outcodes)) throw new SnapshotRefused('It was made with another map of outcodes.');
  const segments = dead.map((_, index) => new Segment(parts.slice(index * SEGMENT_PARTS, (index + 1) * SEGMENT_PARTS)));
  const live = new Live(segments, ContentHash.from(hash), outcodes, elsewhere, LARGEST);
  live.goOn(dead, unpackRows({ starts: wordsOf(starts as Uint8Array), bytes: rows as Uint8Array }));
  return live;
}

/** What stands before the parts of a snapshot: what was taken out of each segment since it was laid out, by its place. */
interface SnapshotHead {
  readonly hash: string;
  readonly map: string;
  readonly dead: readonly (readonly number[])[];
}

const wordsOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array => new Uint32Array(buffer, byteOffset, byteLength / 4);

/** Tells one map of outcodes from another. */
function mapOf(outcodes: Outcodes): string {
  let sum = 0;
  for (const { lat, lon } of outcodes.values()) sum += lat + lon * 1_000;
  return `${outcodes.size}:${Math.round(sum * 100)}`;
}

/**
 * A base that does not change, and beside it what did since:
 *
 *     base     | segment | segment | ...      what was replaced or taken out is marked dead there
 *     changes  | one small segment |          laid out anew by the first search after a change
 *
 * When there is more beside the base than is worth keeping so, all of it becomes a new base. Elsewhere, that takes a while: searches go on with what is there, and
 * what changes meanwhile is remembered (`#since`), for the new base knows nothing of it.
 */
class Live implements LiveDirectory {
  #base: readonly Segment[] = [];
  #baseRooms: readonly Room[] = [];
  readonly #contents: ContentHash;
  readonly #outcodes: Outcodes;
  readonly #elsewhere: LayOutElsewhere | undefined;
  readonly #largest: number;
  readonly #changes = new Map<string, ServiceDocument>();
  #counts = new LiveCounts([]);
  #searched: Parameters<typeof searchSegments>[1] | undefined;
  #laying: Promise<void> | undefined;
  #since = new Set<string>();

  constructor(
    base: readonly Segment[],
    contents: ContentHash,
    outcodes: Outcodes,
    elsewhere: LayOutElsewhere | undefined,
    largest: number,
  ) {
    this.#elsewhere = elsewhere;
    this.#largest = largest;
    this.#contents = contents;
    this.#outcodes = outcodes;
    this.#stand(base);
  }

  /** Takes out and puts in what a snapshot says beside its base. What the contents come to is known. */
  goOn(dead: readonly (readonly number[])[], changes: readonly ServiceDocument[]): void {
    for (const [index, documents] of dead.entries()) for (const document of documents) this.#bury(this.#base[index] as Segment, document);
    for (const document of changes) this.#changes.set(document.serviceRef, document);
  }

  search: DirectoryIndex['search'] = (query) => {
    this.#searched ??= this.#gather();
    return searchSegments(query, this.#searched);
  };

  changed: LiveDirectory['changed'] = (upserts, removedRefs) => {
    for (const ref of removedRefs) this.#remove(ref);
    for (const document of upserts) {
      this.#remove(document.serviceRef);
      this.#changes.set(document.serviceRef, document);
      this.#contents.put(document);
    }
    this.#searched = undefined;
    this.#layOutWhenCrowded();
  };

  holds: LiveDirectory['holds'] = (document) => {
    const changed = this.#changes.get(document.serviceRef);
    return changed ? rowText(changed) === rowText(document) : this.#base.some((segment) => segment.holds(document));
  };

  *refs(): Iterable<string> {
    yield* this.#changes.keys();
    for (const segment of this.#base) for (const document of segment.living()) yield segment.row(document).serviceRef;
  }

  hash = (): string => this.#contents.text();

  size = (): number => this.#base.reduce((sum, { head, deadCount }) => sum + head.count - deadCount, this.#changes.size);

  toSnapshot = (): Uint8Array => {
    const head: SnapshotHead = { hash: this.hash(), map: mapOf(this.#outcodes), dead: this.#base.map((segment) => [...segment.buried()]) };
    const { starts, bytes } = packRows([...this.#changes.values()].map(rowBytes));
    return sealSnapshot([new TextEncoder().encode(JSON.stringify(head)), starts, bytes, ...this.#base.flatMap(({ parts }) => parts)]);
  };

  settled: LiveDirectory['settled'] = async () => {
    while (this.#laying !== undefined) await this.#laying;
  };

  #remove(ref: string): void {
    if (this.#laying !== undefined) this.#since.add(ref);
    const changed = this.#changes.get(ref);
    if (changed !== undefined) {
      this.#changes.delete(ref);
      this.#contents.remove(changed);
      return;
    }
    const found = this.#inBase(ref);
    if (!found) return;
    this.#bury(...found);
    this.#contents.remove(found[0].row(found[1]));
  }

  #inBase(ref: string): readonly [Segment, number] | undefined {
    for (const segment of this.#base) {
      const document = segment.find(ref);
      if (document >= 0) return [segment, document];
    }
    return undefined;
  }

  #bury(segment: Segment, document: number): void {
    segment.bury(document);
    this.#counts.bury(segment, document);
  }

  #gather(): Parameters<typeof searchSegments>[1] {
    const changes = this.#changes.size === 0 ? [] : [Segment.over([...this.#changes.values()], this.#outcodes)];
    const segments = [...this.#base, ...changes];
    return {
      segments,
      rooms: [...this.#baseRooms, ...changes.map((segment) => new Room(segment))],
      ...this.#counts.with(changes),
      outcodes: this.#outcodes,
    };
  }

  #stand(base: readonly Segment[]): void {
    this.#base = base;
    this.#baseRooms = base.map((segment) => new Room(segment));
    this.#counts = new LiveCounts(base);
    this.#searched = undefined;
  }

  #layOutWhenCrowded(): void {
    const based = this.#base.reduce((sum, { head }) => sum + head.count, 0);
    const buried = this.#base.reduce((sum, { deadCount }) => sum + deadCount, 0);
    if (this.#laying !== undefined || (this.#changes.size <= roomForChanges(based) && buried * 4 <= based)) return;
    const elsewhere = this.#elsewhere;
    if (!elsewhere) {
      this.#layOutHere();
      return;
    }
    this.#since.clear();
    this.#laying = elsewhere(this.#packed())
      .then(({ segments }) => this.#takeOver(segments.map((parts) => new Segment(parts))))
      .catch(() => this.#layOutHere())
      .finally(() => {
        this.#laying = undefined;
        this.#layOutWhenCrowded();
      });
  }

  /** Everything that is in. */
  #packed(): PackedRows {
    const based = this.#base.flatMap((segment) => Array.from(segment.living(), (document) => segment.rowBytes(document)));
    return packRows([...based, ...Array.from(this.#changes.values(), rowBytes)]);
  }

  #layOutHere(): void {
    const base = layOut(unpackRows(this.#packed()), this.#outcodes, this.#largest);
    this.#changes.clear();
    this.#stand(base);
  }

  /** A base that was laid out elsewhere, without what changed since: of that the changes tell, or nobody any more. */
  #takeOver(base: readonly Segment[]): void {
    this.#stand(base);
    for (const ref of [...this.#changes.keys()]) if (!this.#since.has(ref)) this.#changes.delete(ref);
    for (const ref of this.#since) {
      const found = this.#inBase(ref);
      if (found) this.#bury(...found);
    }
  }
}
