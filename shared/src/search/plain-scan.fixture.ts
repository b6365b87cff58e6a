import { packageCost } from '../domain/money/package-cost.ts';
import type { DirectoryIndex, DirectoryResult } from './directory-result.ts';
import type { ServiceDocument } from './document.ts';
import { centreOf, milesTo, type Outcodes } from './geography.ts';
import type { JudgedDocument } from './judged-document.ts';
import { FacetCounter } from './plain-facets.fixture.ts';
import { type FilterSet, failedFilters, leftOutWith } from './plain-filters.fixture.ts';
import { comparedUnit, rank } from './plain-ranking.fixture.ts';
import { activeFilters, type DirectoryQuery, FILTER_LABELS, type LocatedQuery, refuseOddPage } from './query.ts';
import { TextIndex } from './text-index.fixture.ts';
import { distanceWords, whyFound } from './why.ts';

/** The directory as plainly as it can be said, one document after the other: what a search means. Tests hold the engine against it. */
export function plainIndex(documents: readonly ServiceDocument[], outcodes: Outcodes = new Map()): DirectoryIndex {
  const texts = new TextIndex(documents);
  return { search: (query) => searchDocuments(query, documents, texts, outcodes) };
}

function searchDocuments(
  asked: DirectoryQuery,
  documents: Iterable<ServiceDocument>,
  texts: TextIndex,
  outcodes: Outcodes,
): DirectoryResult {
  const { page, pageSize } = asked;
  refuseOddPage(asked);
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
        : activeFilters(query).map((filter) => ({
            filter,
            label: FILTER_LABELS[filter],
            count: failingOnly(failing, leftOutWith(filter)),
          })),
  };
}

/** How many fail nothing beyond these filters. */
const failingOnly = (failing: ReadonlyMap<FilterSet, number>, these: FilterSet): number => {
  let count = 0;
  for (const [failed, documents] of failing) if ((failed & ~these) === 0) count += documents;
  return count;
};
