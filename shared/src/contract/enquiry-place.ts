import type { Place } from './place.ts';

/** A page about enquiries: the list, one of them, or the form that asks, beginning with a service. Apart from `Place`, as those about concerns. */
export type EnquiryPage =
  | { readonly at: 'list' }
  | { readonly at: 'enquiry'; readonly ref: string }
  | { readonly at: 'ask'; readonly serviceRef: string };

const pathOf = (page: EnquiryPage): string => {
  if (page.at === 'list') return '';
  return page.at === 'ask' ? `ask/${page.serviceRef}` : page.ref;
};

/** The place in the tab. */
export const enquiryPlace = (page: EnquiryPage): Place => ({ at: 'enquiries', path: pathOf(page) });

/** Reads the path of a place about enquiries; nothing is the list. */
export const fromEnquiryPath = (path: string): EnquiryPage => {
  const [room = '', key = ''] = (path.split('?', 1)[0] ?? '').split('/');
  if (room === 'ask' && key) return { at: 'ask', serviceRef: key };
  return room === '' ? { at: 'list' } : { at: 'enquiry', ref: room };
};
