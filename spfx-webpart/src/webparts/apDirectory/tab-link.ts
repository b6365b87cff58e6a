import type { Place } from '@ap/shared/contract/place';
import { placeLink } from '@ap/shared/contract/place-link';
import type { ISettings } from './settings';

/** A link to a place in the tab that a colleague can open: in Teams when the app's id is set, the signed-in page otherwise. */
export const tabLink = ({ teamsAppId, pagesAddress }: ISettings, place: Place): string =>
  placeLink({ pages: pagesAddress, teamsAppId }, place);
