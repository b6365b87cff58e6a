import * as React from 'react';
import { emptySearch, type SearchState, toSearch } from './search-state.tsx';

/** How long the filters must rest before they are asked for: several boxes ticked in a row are one search. */
const restMs = 300;

const filtersOf = (state: SearchState): string =>
  toSearch({ ...state, text: emptySearch.text, near: emptySearch.near, sort: emptySearch.sort, page: emptySearch.page });

/** Whether two searches differ by their filters alone (and so by the page, which begins again). */
const onlyFiltersDiffer = (a: SearchState, b: SearchState): boolean =>
  a.text === b.text && a.near === b.near && a.sort === b.sort && filtersOf(a) !== filtersOf(b);

/** The search to ask for: at once what was searched, sorted or paged; filters when they have come to rest. */
export const useSettled = (state: SearchState): SearchState => {
  const [settled, setSettled] = React.useState(state);
  const waits = onlyFiltersDiffer(settled, state);
  React.useEffect(() => {
    if (!waits) return setSettled(state);
    const timer = setTimeout(() => setSettled(state), restMs);
    return () => clearTimeout(timer);
  }, [state, waits]);
  return waits ? settled : state;
};
