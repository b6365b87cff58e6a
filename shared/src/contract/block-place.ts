import type { Place } from './place.ts';

/**
 * A page about block purchases. `buyerRef`: for which of a person's buyers it is shown; left out it is the first that sees it. References are letters,
 * digits and hyphens. Apart from `Place`, as those of commissioners.
 */
export type BlockPage =
  | { readonly at: 'all' }
  | { readonly at: 'new'; readonly serviceRef: string }
  | { readonly at: 'one'; readonly ref: string; readonly buyerRef?: string | undefined }
  /** The order of one buyer's share, to print. */
  | { readonly at: 'order'; readonly ref: string; readonly buyerRef: string };

const pathOf = (page: BlockPage): string => {
  switch (page.at) {
    case 'all':
      return '';
    case 'new':
      return `new/${page.serviceRef}`;
    case 'one':
      return page.buyerRef === undefined ? page.ref : `${page.ref}/${page.buyerRef}`;
    case 'order':
      return `${page.ref}/${page.buyerRef}/order`;
  }
};

/** The place in the tab. */
export const blockPlace = (page: BlockPage): Place => ({ at: 'block-purchases', path: pathOf(page) });

/** Reads the path of a place about block purchases; anything unknown is the list of all. */
export const fromBlockPath = (path: string): BlockPage => {
  const [ref = '', key, leaf] = (path.split('?', 1)[0] ?? '').split('/');
  if (ref === 'new') return key ? { at: 'new', serviceRef: key } : { at: 'all' };
  if (ref === '') return { at: 'all' };
  if (!key) return { at: 'one', ref };
  return leaf === 'order' ? { at: 'order', ref, buyerRef: key } : { at: 'one', ref, buyerRef: key };
};
