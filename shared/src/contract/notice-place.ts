import type { Place } from './place.ts';

/** A page about notices: the list, or one of them. Apart from `Place`, as those about enquiries. */
export type NoticePage = { readonly at: 'list' } | { readonly at: 'notice'; readonly ref: string };

/** The place in the tab. */
export const noticePlace = (page: NoticePage): Place => ({ at: 'notices', path: page.at === 'list' ? '' : page.ref });

/** Reads the path of a place about notices; nothing is the list. */
export const fromNoticePath = (path: string): NoticePage => {
  const [ref = ''] = (path.split('?', 1)[0] ?? '').split('/');
  return ref === '' ? { at: 'list' } : { at: 'notice', ref };
};
