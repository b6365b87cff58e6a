import { type PersonId, parsePersonKey, personKey } from '../person-key.ts';

export const areas = ['tab', 'channel', 'chat', 'activity', 'mail', 'lists'] as const;
export type Area = (typeof areas)[number];

/** Other clients of Microsoft 365 that show a personal tab, as they name themselves to it. The window behaves as Teams all the same. */
export const otherClients = ['Outlook', 'OutlookWin32', 'Office'] as const;
export type OtherClient = (typeof otherClients)[number];

/** What the window shows, as its own address says it: a link of this shape is the stand-in's deep link. */
export interface WindowAddress {
  readonly person: PersonId | undefined;
  readonly area: Area;
  readonly subPage: string | undefined;
  /** The client that the tab is told; Teams without it. */
  readonly client?: OtherClient | undefined;
}

/** Reads `?as=<tenantId>/<objectId>&area=chat&subPage=/requests/CO-1&client=Outlook`; what is missing or unknown is the tab at its start. */
export const readAddress = (search: string): WindowAddress => {
  const query = new URLSearchParams(search);
  return {
    person: parsePersonKey(query.get('as')),
    area: areas.find((area) => area === query.get('area')) ?? 'tab',
    subPage: query.get('subPage') || undefined,
    client: otherClients.find((client) => client === query.get('client')),
  };
};

/** The query of an address, with its question mark. The slashes stay readable. */
export const writeAddress = ({ person, area, subPage, client }: WindowAddress): string => {
  const parts = [
    ...(person ? [`as=${personKey(person)}`] : []),
    ...(area === 'tab' ? [] : [`area=${area}`]),
    ...(area === 'tab' && subPage !== undefined ? [`subPage=${encodeURIComponent(subPage).replaceAll('%2F', '/')}`] : []),
    ...(client === undefined ? [] : [`client=${client}`]),
  ];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
};
