import type { Place } from '@ap/shared/contract/place';
import type { HostAdapter, Surroundings } from '@ap/shared/ui/HostAdapter';
import * as React from 'react';

/** What the web part shows itself; every other place is in the tab. */
export type PlaceHere = Extract<Place, { at: 'directory' | 'service' }>;

const isHere = (place: Place): place is PlaceHere => place.at === 'directory' || place.at === 'service';

/**
 * Where this web part is. It keeps that to itself: the page's address belongs to SharePoint and to the other web parts on it. Going to a
 * place of the tab opens it in a new window.
 */
export const usePlaceHere = (host: HostAdapter): { readonly place: PlaceHere; readonly go: Surroundings['go'] } => {
  const [place, setPlace] = React.useState<PlaceHere>({ at: 'directory', search: '' });
  const go = React.useCallback<Surroundings['go']>(
    (to) => {
      if (isHere(to)) setPlace(to);
      else host.openExternal(host.linkTo(to));
    },
    [host]
  );
  return { place, go };
};
