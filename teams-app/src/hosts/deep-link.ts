import { fromPath, type Place } from '@ap/shared/contract/place';

const mark = 'ap.taken-sub-page';

/** Where a Teams link leads. `again`: Teams gave this very place before in its session, so that it may be an old one. */
export interface GivenPlace {
  readonly place: Place;
  readonly again: boolean;
}

/**
 * The place of this load's deep link. Teams can repeat the first one for as long as its session lives, whichever link was followed
 * (teams-js#3031, #2128): a repeated one is said to be so, and is not to be followed unasked.
 */
export const takeGivenPlace = (subPageId: string | undefined, sessionId: string): GivenPlace | undefined => {
  if (!subPageId?.startsWith('/')) return undefined;
  const now = `${sessionId} ${subPageId}`;
  const again = sessionStorage.getItem(mark) === now;
  sessionStorage.setItem(mark, now);
  return { place: fromPath(subPageId), again };
};
