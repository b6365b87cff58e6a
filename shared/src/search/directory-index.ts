import { type PackageCost, packageCost } from '../domain/money/package-cost.ts';
import type { ServiceDocument } from './document.ts';
import { FacetCounter, type Facets } from './facets.ts';
import { failedFilters, filterSetOf, type JudgedDocument } from './filters.ts';
import { centreOf, milesTo, type Outcodes } from './geography.ts';
import { activeFilters, type DirectoryQuery, type FilterName, type LocatedQuery } from './query.ts';
import { comparedUnit, rank } from './ranking.ts';
import { TextIndex } from './text-index.ts';
import { distanceWords, whyFound } from './why.ts';

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

const FILTER_LABELS: Readonly<Record<FilterName, string>> = {
  text: 'the words',
  lots: 'the lot',
  age: 'the age',
  keyStages: 'the key stage',
  needs: 'the need',
  modes: 'where it takes place',
  unit: 'the unit of price',
  price: 'the price range',
  distance: 'the distance',
  places: 'the places free',
  start: 'the day of the start',
};

/**
 * Builds the directory over documents, one of each `serviceRef`. `outcodes` gives places to documents and queries that name only an outcode.
 * Nothing is decided about who is listed: give it listed services only.
 */
export function buildIndex(documents: readonly ServiceDocument[], outcodes: Outcodes = new Map()): DirectoryIndex {
  const texts = new TextIndex(documents);
  return { search: (query) => searchDocuments(query, documents, texts, outcodes) };
}

/** Answers from documents one by one. Throws RangeError for a page below 1 and a page size outside 1 to 50. */
export function searchDocuments(
  asked: DirectoryQuery,
  documents: Iterable<ServiceDocument>,
  texts: TextIndex,
  outcodes: Outcodes,
): DirectoryResult {
  const { page, pageSize } = asked;
  if (!Number.isInteger(page) || page < 1) throw new RangeError('Pages count from 1.');
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 50) throw new RangeError('A page holds 1 to 50 results.');
  const query: LocatedQuery = { ...asked, origin: centreOf(asked.near, outcodes) };
  const hits = texts.search(query.text ?? '');
  const facets = new FacetCounter(query);
  const found: JudgedDocument[] = [];
  /** How many fail just these filters, for the answers to 'and without it?'. */
  const failing = new Map<number, number>();
  for (const document of documents) {
    const candidate: JudgedDocument = { document, miles: milesTo(document, query.origin, outcodes), text: hits?.get(document.serviceRef) };
    const failed = failedFilters(candidate, query, hits !== undefined);
    facets.add(document, failed);
    if (failed === 0) found.push(candidate);
    else failing.set(failed, (failing.get(failed) ?? 0) + 1);
  }
  const unit = comparedUnit(found, query);
  const rows = rank(found, query).slice((page - 1) * pageSize, page * pageSize);
  return {
    total: found.length,
    page,
    pageSize,
    items: rows.map((row) => ({
      ...row.document,
      distance: distanceWords(row, query),
      packageCost: query.timetable && packageCost(query.timetable, row.document),
      why: whyFound(row, query, unit),
    })),
    facets: facets.result(),
    without:
      found.length > 0
        ? []
        : activeFilters(query).map((filter) => ({ filter, label: FILTER_LABELS[filter], count: failing.get(filterSetOf(filter)) ?? 0 })),
  };
}
