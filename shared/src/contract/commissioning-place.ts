import type { Place } from './place.ts';

/** A page of the commissioners' area. Apart from `Place`, so that nobody else loads how their addresses are made. */
export type CommissioningPlace =
  | { readonly at: 'home' }
  | { readonly at: 'provider-changes' }
  | { readonly at: 'concerns' }
  | { readonly at: 'concern'; readonly ref: string };

const pathOf = (page: CommissioningPlace): string => {
  if (page.at === 'home') return '';
  return page.at === 'concern' ? `concerns/${encodeURIComponent(page.ref)}` : page.at;
};

/** The place in the tab, for links on pages, cards and in mails. */
export const commissioningPlace = (page: CommissioningPlace): Place => ({ at: 'commissioning', path: pathOf(page) });

/** Reads the path of a place in the area; anything unknown is its first page, so that an old link never ends in nothing. */
export const fromCommissioningPath = (path: string): CommissioningPlace => {
  const [room, key] = (path.split('?', 1)[0] ?? '').split('/');
  if (room === 'concerns') return key ? { at: 'concern', ref: key } : { at: room };
  return room === 'provider-changes' ? { at: room } : { at: 'home' };
};
