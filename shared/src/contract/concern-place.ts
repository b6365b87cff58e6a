import type { Place } from './place.ts';

/** What a concern is about: a service of the directory, or a request of one's school. References are letters, digits and hyphens. */
export type ConcernAbout = { readonly serviceRef: string } | { readonly callOffRef: string };

/** A page about concerns: one's own reports, or the form that reports one. Apart from `Place`, as those of commissioners. */
export type ConcernPage = { readonly at: 'mine' } | { readonly at: 'report'; readonly about: ConcernAbout };

const pathOf = (page: ConcernPage): string => {
  if (page.at === 'mine') return '';
  const { about } = page;
  return 'serviceRef' in about ? `service/${about.serviceRef}` : `request/${about.callOffRef}`;
};

/** The place in the tab. */
export const concernPlace = (page: ConcernPage): Place => ({ at: 'concerns', path: pathOf(page) });

/** Reads the path of a place about concerns; anything unknown is one's own reports. */
export const fromConcernPath = (path: string): ConcernPage => {
  const [room, key = ''] = (path.split('?', 1)[0] ?? '').split('/');
  if (room === 'service' && key) return { at: 'report', about: { serviceRef: key } };
  if (room === 'request' && key) return { at: 'report', about: { callOffRef: key } };
  return { at: 'mine' };
};
