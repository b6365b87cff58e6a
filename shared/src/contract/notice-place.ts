import type { Place } from './place.ts';

/** A page about notices, events and surveys: a list, or one of them. Surveys that wait stand with the notices. Apart from `Place`, as those about enquiries. */
export type NoticePage =
  | { readonly at: 'list' }
  | { readonly at: 'notice'; readonly ref: string }
  | { readonly at: 'events' }
  | { readonly at: 'event'; readonly ref: string }
  | { readonly at: 'survey'; readonly ref: string };

const pathOf = (page: NoticePage): string => {
  switch (page.at) {
    case 'list':
      return '';
    case 'notice':
      return page.ref;
    case 'events':
      return 'events';
    case 'event':
      return `events/${page.ref}`;
    case 'survey':
      return `surveys/${page.ref}`;
  }
};

/** The place in the tab. */
export const noticePlace = (page: NoticePage): Place => ({ at: 'notices', path: pathOf(page) });

/** Reads the path of a place about notices; nothing is the list of them. */
export const fromNoticePath = (path: string): NoticePage => {
  const [first = '', ref = ''] = (path.split('?', 1)[0] ?? '').split('/');
  if (first === 'events') return ref === '' ? { at: 'events' } : { at: 'event', ref };
  if (first === 'surveys' && ref !== '') return { at: 'survey', ref };
  return first === '' ? { at: 'list' } : { at: 'notice', ref: first };
};
