import { fromPath, type Place, toPath } from '@ap/shared/contract/place';
import * as React from 'react';
import { useBrowserLocation, useSearch } from 'wouter/use-browser-location';
import { nextState } from './hosts/history-depth.ts';

/** The place that the address names, and how to go to another. Kept in the browser's history, without a hash. */
export const usePlace = (): { readonly place: Place; readonly go: (place: Place, how?: { replace?: boolean }) => void } => {
  const [path, navigate] = useBrowserLocation();
  // With its question mark, unlike the search of wouter's own entry.
  const search = useSearch();
  const place = React.useMemo(() => fromPath(`${path}${search}`), [path, search]);
  const go = React.useCallback(
    (to: Place, how: { replace?: boolean } = {}) => {
      const replace = how.replace === true;
      navigate(toPath(to), { replace, state: nextState(window.history.state, replace) });
      if (!how.replace) window.scrollTo({ top: 0 });
    },
    [navigate],
  );
  return { place, go };
};
