import type { BodyOf } from '../../contract/endpoint.ts';
import type { SavedSearchReply, saveSearch } from '../../contract/saved-searches.ts';
import { planSentence, readPlan } from '../../domain/money/planned-timetable.ts';
import { activeFilters } from '../directory/active-filters.tsx';
import { emptySearch, type SearchState } from '../directory/search-state.tsx';
import { sortWords } from '../directory/sort-words.tsx';

type Body = BodyOf<typeof saveSearch>;
/** What a saved search says, whether it is about to be saved or was. */
export type Kept = Pick<SavedSearchReply, 'filters' | 'plan' | 'sort'>;

/** What of a search is saved: its filters, its timetable and its order, and no page. */
export const toBody = ({ page: _page, plan, sort, ...filters }: SearchState): Body => ({
  filters: Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  ),
  ...(plan === undefined ? {} : { plan }),
  ...(sort === emptySearch.sort ? {} : { sort }),
});

/** The search that was saved, as the directory opens it. */
export const toState = ({ filters, plan, sort = emptySearch.sort }: Kept): SearchState => ({
  ...emptySearch,
  ...(filters as Partial<SearchState>),
  plan,
  sort,
});

/** '"mentoring"; Autism (ASC); Within 10 miles; near DT1; 12 weeks, 2 days a week, 5 hours a day; Nearest first'. */
export const searchSentence = (kept: Kept, lotName: (key: string) => string): string => {
  const state = toState(kept);
  const planned = state.plan === undefined ? undefined : readPlan(state.plan);
  const parts = [
    ...(state.text === '' ? [] : [`"${state.text}"`]),
    ...activeFilters(state, lotName).map(({ label }) => label),
    ...(state.near === undefined ? [] : [`near ${state.near}`]),
    ...(planned ? [planSentence(planned)] : []),
    ...(state.sort === emptySearch.sort ? [] : [sortWords(state.vat)[state.sort]]),
  ];
  return parts.length === 0 ? 'Everything in the directory' : parts.join('; ');
};
