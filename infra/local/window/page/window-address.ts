import { type PersonId, parsePersonKey, personKey } from '../person-key.ts';

export const areas = ['tab', 'channel', 'chat', 'activity', 'mail', 'lists'] as const;
export type Area = (typeof areas)[number];

/** What the window shows, as its own address says it: a link of this shape is the stand-in's deep link. */
export interface WindowAddress {
  readonly person: PersonId | undefined;
  readonly area: Area;
  readonly subPage: string | undefined;
}

/** Reads `?as=<tenantId>/<objectId>&area=chat&subPage=/requests/CO-1`; what is missing or unknown is the tab at its start. */
export const readAddress = (search: string): WindowAddress => {
  const query = new URLSearchParams(search);
  return {
    person: parsePersonKey(query.get('as')),
    area: areas.find((area) => area === query.get('area')) ?? 'tab',
    subPage: query.get('subPage') || undefined,
  };
};

/** The query of an address, with its question mark. The slashes stay readable. */
export const writeAddress = ({ person, area, subPage }: WindowAddress): string => {
  const parts = [
    ...(person ? [`as=${personKey(person)}`] : []),
    ...(area === 'tab' ? [] : [`area=${area}`]),
    ...(area === 'tab' && subPage !== undefined ? [`subPage=${encodeURIComponent(subPage).replaceAll('%2F', '/')}`] : []),
  ];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
};
