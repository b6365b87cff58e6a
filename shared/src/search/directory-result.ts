import type { FilterName } from '../domain/directory/filter-names.ts';
import type { PackageCost } from '../domain/money/package-cost.ts';
import type { ServiceDocument } from './document.ts';
import type { Facets } from './facets.ts';
import type { DirectoryQuery } from './query.ts';

/** One row of results: what is kept of the service, and what the query makes of it. */
export interface DirectoryItem extends ServiceDocument {
  /** How far it is, in words: absent online and where a place is not known. */
  readonly distance: string | undefined;
  /** What the planned timetable costs: absent without one, and where the service is not offered for so many hours a week. */
  readonly packageCost: PackageCost | undefined;
  /** Why it is here, in short lines. */
  readonly why: readonly string[];
}

/** How many results there would be without one of the query's filters. */
export interface Without {
  readonly filter: FilterName;
  readonly label: string;
  readonly count: number;
}

export interface DirectoryResult {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly items: readonly DirectoryItem[];
  readonly facets: Facets;
  /** Filled when nothing was found: one entry for each filter in use. */
  readonly without: readonly Without[];
}

/** The searchable directory, in memory. */
export interface DirectoryIndex {
  readonly search: (query: DirectoryQuery) => DirectoryResult;
}
