import type { ServiceDocument } from '@ap/shared/search/document';
import type { BandName, FacetName } from '@ap/shared/search/facets';
import type { DirectoryQuery } from '@ap/shared/search/query';

/** How many results have each value of each facet; values of none are left out. */
export type FacetCounts = Readonly<Record<FacetName | BandName, Readonly<Record<string, number>>>>;

/** What every engine of the comparison answers: the same totals and facet counts, and a page of its own order. */
export interface Answer {
  readonly total: number;
  readonly facets: FacetCounts;
  readonly rows: readonly ServiceDocument[];
}

/** A search engine that is compared. */
export interface Compared {
  readonly name: string;
  readonly search: (query: DirectoryQuery) => Answer;
  /** Its index in bytes, and how an index is had from them again; absent where it has no such form. */
  readonly saved?: { readonly bytes: number; readonly load: () => void };
}

/** Builds an engine over documents; undefined, with why on standard output, where it cannot run here. */
export type MakeEngine = (documents: readonly ServiceDocument[]) => Promise<Compared | undefined>;
