import type { BodyOf } from '../../contract/endpoint.ts';
import type { SavedSearchReply, saveSearch } from '../../contract/saved-searches.ts';
import { activeFilters } from '../directory/active-filters.tsx';
import { emptySearch, type SearchState } from '../directory/search-state.tsx';

/** What of a search is saved: its filters, no page, no order and no timetable. */
export const toFilters = (state: SearchState): BodyOf<typeof saveSearch>['filters'] => {
  const { page: _page, sort: _sort, plan: _plan, ...filters } = state;
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
};

/** The search that was saved, as the directory opens it. */
export const toState = (filters: SavedSearchReply['filters']): SearchState => ({ ...emptySearch, ...(filters as Partial<SearchState>) });

/** '"mentoring"; Autism (ASC); Within 10 miles; near DT1'. */
export const filtersSentence = (filters: SavedSearchReply['filters']): string => {
  const state = toState(filters);
  const parts = [
    ...(state.text === '' ? [] : [`"${state.text}"`]),
    ...activeFilters(state, (key) => `Lot ${key}`).map(({ label }) => label),
    ...(state.near === undefined ? [] : [`near ${state.near}`]),
  ];
  return parts.length === 0 ? 'Everything in the directory' : parts.join('; ');
};
