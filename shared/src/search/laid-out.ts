import { ContentHash } from './content-hash.ts';
import type { ServiceDocument } from './document.ts';
import { inOrder } from './engine/layout.ts';
import { type PackedRows, unpackRows } from './engine/packed-rows.ts';
import { Segment } from './engine/segment.ts';
import type { Outcodes } from './geography.ts';

/** A base as it was laid out: the hash of its contents, and the parts of each of its segments. */
export interface LaidOut {
  readonly hash: string;
  readonly segments: readonly (readonly ArrayBufferView[])[];
}

/** Lays rows out where nobody waits for it, such as in another thread (`layOutRows` does the work). Where it fails, the base is laid out here. */
export type LayOutElsewhere = (rows: PackedRows) => Promise<LaidOut>;

/** A segment numbers its documents in 16 bits. */
export const LARGEST = 65_536;

/** Documents in segments of neighbours, and what they come to. */
export function baseOf(documents: readonly ServiceDocument[], outcodes: Outcodes, largest: number) {
  const unique = [...new Map(documents.map((document) => [document.serviceRef, document])).values()];
  const contents = new ContentHash();
  for (const document of unique) contents.put(document);
  return { segments: layOut(unique, outcodes, largest), contents };
}

export function layOut(documents: readonly ServiceDocument[], outcodes: Outcodes, largest: number): readonly Segment[] {
  const count = Math.ceil(documents.length / largest);
  if (count <= 1) return documents.length === 0 ? [] : [Segment.over(documents, outcodes)];
  const ordered = inOrder(documents, outcodes);
  const each = Math.ceil(ordered.length / count);
  return Array.from({ length: count }, (_, index) => Segment.over(ordered.slice(index * each, (index + 1) * each), outcodes));
}

/** What is laid out elsewhere, and is in bytes that can be handed on. */
export function layOutRows(rows: PackedRows, outcodes: Outcodes, largest = LARGEST): LaidOut {
  const { segments, contents } = baseOf(unpackRows(rows), outcodes, largest);
  return { hash: contents.text(), segments: segments.map(({ parts }) => parts) };
}
