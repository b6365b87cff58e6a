import { ContentHash } from './content-hash.ts';
import type { DirectoryIndex } from './directory-result.ts';
import type { ServiceDocument } from './document.ts';
import { inOrder } from './engine/layout.ts';
import { LiveCounts } from './engine/live-counts.ts';
import { Room } from './engine/room.ts';
import { SEGMENT_PARTS, Segment } from './engine/segment.ts';
import { searchSegments } from './engine/segments-search.ts';
import type { Outcodes } from './geography.ts';
import { openSnapshot, SnapshotRefused, sealSnapshot } from './sealed-snapshot.ts';

/** A searchable directory that changes while it is searched. Whatever order changes came in, equal contents answer equally. */
export interface LiveDirectory extends DirectoryIndex {
  /** Takes out what is removed (what is not there is no fault), then puts in or replaces by `serviceRef`. The next search sees it. */
  readonly changed: (upserts: readonly ServiceDocument[], removedRefs: readonly string[]) => void;
  /** What the contents come to: the same for equal contents, however they came and in whatever order. */
  readonly hash: () => string;
  readonly size: () => number;
  /** All of it in bytes, the same bytes for equal contents. */
  readonly toSnapshot: () => Uint8Array;
}

/** A segment numbers its documents in 16 bits. */
const LARGEST = 65_536;

/** So many changed documents are kept beside a base of `count`: laying out a few anew with each change must stay cheaper than laying out all now and then. */
const roomForChanges = (count: number): number => Math.max(64, Math.ceil(Math.sqrt(count) * 4));

/** A live directory over documents; of two with one `serviceRef` the later counts. `largest`, of a segment, is told by tests alone. */
export function liveDirectory(documents: readonly ServiceDocument[], outcodes: Outcodes, largest = LARGEST): LiveDirectory {
  const unique = [...new Map(documents.map((document) => [document.serviceRef, document])).values()];
  const contents = new ContentHash();
  for (const document of unique) contents.put(document);
  return new Live(layOut(unique, outcodes, largest), contents, outcodes, largest);
}

/** The directory that `toSnapshot` wrote. Throws SnapshotRefused when the bytes are of another format, not as they were written, or of other outcodes. */
export function fromSnapshot(bytes: Uint8Array, outcodes: Outcodes): LiveDirectory {
  const [head, ...parts] = openSnapshot(bytes);
  const [hash, map] = new TextDecoder().decode(head).split(' ');
  if (map !== mapOf(outcodes)) throw new SnapshotRefused('It was made with another map of outcodes.');
  const segments = Array.from(
    { length: parts.length / SEGMENT_PARTS },
    (_, index) => new Segment(parts.slice(index * SEGMENT_PARTS, (index + 1) * SEGMENT_PARTS)),
  );
  return new Live(segments, ContentHash.from(hash as string), outcodes, LARGEST);
}

/** Documents in segments of neighbours. */
function layOut(documents: readonly ServiceDocument[], outcodes: Outcodes, largest: number): readonly Segment[] {
  const count = Math.ceil(documents.length / largest);
  if (count <= 1) return documents.length === 0 ? [] : [Segment.over(documents, outcodes)];
  const ordered = inOrder(documents, outcodes);
  const each = Math.ceil(ordered.length / count);
  return Array.from({ length: count }, (_, index) => Segment.over(ordered.slice(index * each, (index + 1) * each), outcodes));
}

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
 * When there is more beside the base than is worth keeping so, all of it becomes a new base.
 */
class Live implements LiveDirectory {
  #base: readonly Segment[];
  #baseRooms: readonly Room[];
  readonly #contents: ContentHash;
  readonly #outcodes: Outcodes;
  readonly #largest: number;
  readonly #changes = new Map<string, ServiceDocument>();
  #counts: LiveCounts;
  #searched: Parameters<typeof searchSegments>[1] | undefined;

  constructor(base: readonly Segment[], contents: ContentHash, outcodes: Outcodes, largest: number) {
    this.#largest = largest;
    this.#base = base;
    this.#baseRooms = base.map((segment) => new Room(segment));
    this.#contents = contents;
    this.#outcodes = outcodes;
    this.#counts = new LiveCounts(base);
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
    const based = this.#base.reduce((sum, { head }) => sum + head.count, 0);
    const buried = this.#base.reduce((sum, { deadCount }) => sum + deadCount, 0);
    if (this.#changes.size > roomForChanges(based) || buried * 4 > based) this.#rebuild();
  };

  hash = (): string => this.#contents.text();

  size = (): number => this.#base.reduce((sum, { head, deadCount }) => sum + head.count - deadCount, this.#changes.size);

  toSnapshot = (): Uint8Array => {
    if (this.#changes.size > 0 || this.#base.some(({ deadCount }) => deadCount > 0)) this.#rebuild();
    const head = new TextEncoder().encode(`${this.hash()} ${mapOf(this.#outcodes)}`);
    return sealSnapshot([head, ...this.#base.flatMap(({ parts }) => parts)]);
  };

  #remove(ref: string): void {
    const changed = this.#changes.get(ref);
    if (changed !== undefined) {
      this.#changes.delete(ref);
      this.#contents.remove(changed);
      return;
    }
    for (const segment of this.#base) {
      const document = segment.find(ref);
      if (document < 0) continue;
      segment.bury(document);
      this.#counts.bury(segment, document);
      this.#contents.remove(segment.row(document));
      return;
    }
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

  /** Everything that is in, laid out as a new base. */
  #rebuild(): void {
    const kept = this.#base.flatMap((segment) =>
      Array.from({ length: segment.head.count }, (_, document) => document)
        .filter((document) => !segment.isDead(document))
        .map((document) => segment.row(document)),
    );
    this.#base = layOut([...kept, ...this.#changes.values()], this.#outcodes, this.#largest);
    this.#baseRooms = this.#base.map((segment) => new Room(segment));
    this.#counts = new LiveCounts(this.#base);
    this.#changes.clear();
    this.#searched = undefined;
  }
}
