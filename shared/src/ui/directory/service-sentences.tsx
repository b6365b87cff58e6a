import type { ServiceSummary } from '../../contract/directory.ts';
import { formatDate } from '../../domain/local-date.ts';

/** '3 places free as at 2 Mar 2026'. Places are told by the provider, so that their day always goes with them. */
export const placesSentence = ({ placesFree, placesAsAt }: Pick<ServiceSummary, 'placesFree' | 'placesAsAt'>): string => {
  if (placesFree === undefined || placesAsAt === undefined) return 'Places not known: ask the provider';
  const places = placesFree === 0 ? 'No places free' : `${placesFree} ${placesFree === 1 ? 'place' : 'places'} free`;
  return `${places} as at ${formatDate(placesAsAt, 'short')}`;
};

/** 'Quality assurance current: checked 3 Mar 2026'. Absent facts are said to be absent. */
export const qaSentence = ({ qaCheckedOn }: Pick<ServiceSummary, 'qaCheckedOn'>): string =>
  qaCheckedOn === undefined
    ? 'Quality assurance: day of check not known'
    : `Quality assurance current: checked ${formatDate(qaCheckedOn, 'short')}`;

/** Why a service is among the results of a search that asks for something, without what its row says anyway. */
export const reasonsToShow = (service: Pick<ServiceSummary, 'why' | 'distance' | 'placesFree' | 'placesAsAt'>): readonly string[] => {
  const said = [service.distance, placesSentence(service), 'Online: no journey'].map((sentence) => sentence?.toLowerCase());
  return service.why.filter((reason) => !said.includes(reason.toLowerCase()));
};
