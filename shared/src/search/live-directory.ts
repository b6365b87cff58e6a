import { ContentHash, canonicalJson } from './content-hash.ts';
import { type DirectoryIndex, searchDocuments } from './directory-index.ts';
import type { ServiceDocument } from './document.ts';
import type { Outcodes } from './geography.ts';
import { openSnapshot, sealSnapshot } from './sealed-snapshot.ts';
import { TextIndex } from './text-index.ts';

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

/** A live directory over documents; of two with one `serviceRef` the later counts. */
export function liveDirectory(documents: readonly ServiceDocument[], outcodes: Outcodes): LiveDirectory {
  const kept = new Map<string, ServiceDocument>();
  const texts = new TextIndex([]);
  const contents = new ContentHash();
  const remove = (ref: string): void => {
    const document = kept.get(ref);
    if (document === undefined) return;
    kept.delete(ref);
    texts.remove(document);
    contents.remove(document);
  };
  const put = (document: ServiceDocument): void => {
    remove(document.serviceRef);
    kept.set(document.serviceRef, document);
    texts.put(document);
    contents.put(document);
  };
  for (const document of documents) put(document);
  return {
    search: (query) => searchDocuments(query, kept.values(), texts, outcodes),
    changed: (upserts, removedRefs) => {
      for (const ref of removedRefs) remove(ref);
      for (const document of upserts) put(document);
    },
    hash: () => contents.text(),
    size: () => kept.size,
    toSnapshot: () => {
      const rows = [...kept.values()].sort((a, b) => (a.serviceRef < b.serviceRef ? -1 : 1)).map(canonicalJson);
      return sealSnapshot([new TextEncoder().encode(`[${rows.join(',')}]`)]);
    },
  };
}

/** The directory that `toSnapshot` wrote. Throws SnapshotRefused when the bytes are of another format or not as they were written. */
export function fromSnapshot(bytes: Uint8Array, outcodes: Outcodes): LiveDirectory {
  const [rows] = openSnapshot(bytes);
  return liveDirectory(JSON.parse(new TextDecoder().decode(rows)) as ServiceDocument[], outcodes);
}
