import { type Place, toPath } from '@ap/shared/ui/place';
import { productName } from '@ap/shared/ui/words';
import type { ISettings } from './settings';

/**
 * A link to a place in the tab that a colleague can open: in Teams when the app's id is set, with the signed-in page for people without
 * the app, and that page itself otherwise.
 */
export const tabLink = ({ teamsAppId, pagesAddress }: ISettings, place: Place): string => {
  const path = toPath(place);
  const page = `${pagesAddress}${path}`;
  if (teamsAppId === undefined) return page;
  const context = JSON.stringify({ subEntityId: path });
  const query = [['webUrl', page], ['label', productName], ['context', context]]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/home?${query}`;
};
