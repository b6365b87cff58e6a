import type { ServiceSummary } from '../../contract/directory.ts';
import { formatDate } from '../../domain/days/local-date.ts';

type Places = Pick<ServiceSummary, 'placesFree' | 'placesAsAt'>;

/** '3 places free as at 2 March 2026'. Places are told by the provider, so that their day always goes with them. */
export const placesSentence = ({ placesFree, placesAsAt }: Places): string => {
  if (placesFree === undefined || placesAsAt === undefined) return 'Places not known: ask the provider';
  const places = placesFree === 0 ? 'No places free' : `${placesFree} ${placesFree === 1 ? 'place' : 'places'} free`;
  return `${places} as at ${formatDate(placesAsAt, 'plain')}`;
};

/** 'Can start from 12 April 2026'. Where the facts name no day, none is promised. */
export const startSentence = ({ earliestStart }: Pick<ServiceSummary, 'earliestStart'>): string =>
  earliestStart === undefined ? 'Start date: ask the provider' : `Can start from ${formatDate(earliestStart, 'plain')}`;

/** 'Quality assured, checked 3 October 2026'. Only what is listed is quality assured; a day of check that is not known is said to be so. */
export const qaSentence = ({ qaCheckedOn }: Pick<ServiceSummary, 'qaCheckedOn'>): string =>
  `Quality assured, ${qaCheckedOn === undefined ? 'day of check not known' : `checked ${formatDate(qaCheckedOn, 'plain')}`}`;

/** Why a service is among the results of a search that asks for something, without what its row says anyway. */
export const reasonsToShow = ({ why, distance }: Pick<ServiceSummary, 'why' | 'distance'>): readonly string[] => {
  const said = [distance?.toLowerCase(), 'online: no journey'];
  return why.filter((reason) => !said.includes(reason.toLowerCase()));
};
