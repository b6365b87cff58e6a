import type { Place } from '@ap/shared/contract/place';
import { fromNoticePath } from '@ap/shared/contract/notice-place';
import type { HostAdapter, Surroundings } from '@ap/shared/ui/HostAdapter';
import * as React from 'react';
import { hashWith, placeInHash } from './place-in-address';

/** What the web part shows itself: it searches, drafts, and reads what a person asked for and what is told to everybody. Every other place is in the tab. */
export type PlaceHere = Extract<Place, { at: 'directory' | 'service' | 'request' | 'my-requests' | 'call-off' | 'notices' }>;

const shown: readonly string[] = ['directory', 'service', 'request', 'my-requests', 'call-off', 'notices'];

/** Events are booked and surveys answered in the tab: of what lies beside notices only they themselves are read here. */
const isOfNotices = (place: Place): boolean => place.at !== 'notices' || ['list', 'notice'].indexOf(fromNoticePath(place.path).at) >= 0;

/** Whether the web part shows this place itself. */
export const isHere = (place: Place): place is PlaceHere => shown.indexOf(place.at) >= 0 && isOfNotices(place);

interface IPlaceHere {
  readonly place: PlaceHere;
  readonly go: Surroundings['go'];
}

/**
 * Where this web part is. It keeps that to itself, because the page's address belongs to SharePoint and to the other web parts on it;
 * with `key` the page is its own, and the place stands in the fragment, so that Back, reload and bookmarks work. A place of the tab opens
 * there.
 */
export const usePlaceHere = (host: HostAdapter, first: PlaceHere, key: string | undefined): IPlaceHere => {
  const named = React.useCallback((): PlaceHere | undefined => {
    const place = key === undefined ? undefined : placeInHash(window.location.hash, key);
    return place && isHere(place) ? place : undefined;
  }, [key]);
  const [place, setPlace] = React.useState<PlaceHere>(() => named() ?? first);
  const begin = React.useRef(first);
  begin.current = first;

  React.useEffect(() => {
    if (key === undefined) return undefined;
    const follow = (): void => setPlace(named() ?? begin.current);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [key, named]);

  const go = React.useCallback<Surroundings['go']>(
    (to, how) => {
      if (!isHere(to)) return host.openExternal(host.linkTo(to));
      setPlace(to);
      if (key === undefined) return;
      const hash = hashWith(window.location.hash, key, to);
      // The state in the history is SharePoint's own, and stays.
      if (how?.replace) window.history.replaceState(window.history.state, '', hash);
      else window.location.hash = hash;
    },
    [host, key]
  );
  return { place, go };
};
