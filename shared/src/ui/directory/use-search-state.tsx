import * as React from 'react';
import { useSurroundings } from '../HostAdapter.tsx';
import { useLastSearch } from './LastSearch.tsx';
import { changeSearch, emptySearch, fromSearch, type SearchState, toSearch } from './search-state.tsx';

interface UsedSearch {
  readonly state: SearchState;
  /** Changes the search in place: Back leaves the directory, not the last filter. */
  readonly change: (patch: Partial<SearchState>) => void;
  /** Drops every filter, keeping the words, the place and the order. */
  readonly clear: () => void;
}

/** The search of this page, kept nowhere but in its address. An address with a full postcode in it is replaced by one without. */
export const useSearchState = (): UsedSearch => {
  const { place, go } = useSurroundings();
  const search = place.at === 'directory' ? place.search : undefined;
  const state = React.useMemo(() => fromSearch(search ?? ''), [search]);
  const goTo = React.useCallback((next: SearchState) => go({ at: 'directory', search: toSearch(next) }, { replace: true }), [go]);
  const last = useLastSearch();
  React.useEffect(() => {
    last.current = toSearch(state);
  }, [last, state]);
  React.useEffect(() => {
    if (search !== undefined && search !== toSearch(state)) goTo(state);
  }, [search, state, goTo]);
  return {
    state,
    change: (patch) => goTo(changeSearch(state, patch)),
    clear: () => goTo({ ...emptySearch, text: state.text, near: state.near, sort: state.sort, vat: state.vat }),
  };
};
