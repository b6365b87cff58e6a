import { isLocalDate, type LocalDate } from '../domain/days/local-date.ts';
import type { Place } from './place.ts';

/**
 * A page about block purchases. `buyerRef`: for which of a person's buyers it is shown; left out it is the first that sees it. References are letters,
 * digits and hyphens. Apart from `Place`, as those of commissioners.
 */
export type BlockPage =
  | { readonly at: 'all' }
  /** `first`: days of use and units that its form begins with. */
  | { readonly at: 'new'; readonly serviceRef: string; readonly first?: FirstPlan | undefined }
  | { readonly at: 'one'; readonly ref: string; readonly buyerRef?: string | undefined }
  /** The order of one buyer's share, to print. */
  | { readonly at: 'order'; readonly ref: string; readonly buyerRef: string };

/** What the form of a new purchase begins with. */
export interface FirstPlan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Nought where it is not known. */
  readonly units: number;
}

const pathOf = (page: BlockPage): string => {
  switch (page.at) {
    case 'all':
      return '';
    case 'new':
      return page.first === undefined
        ? `new/${page.serviceRef}`
        : `new/${page.serviceRef}?from=${page.first.from}&to=${page.first.to}&units=${page.first.units}`;
    case 'one':
      return page.buyerRef === undefined ? page.ref : `${page.ref}/${page.buyerRef}`;
    case 'order':
      return `${page.ref}/${page.buyerRef}/order`;
  }
};

/** The place in the tab. */
export const blockPlace = (page: BlockPage): Place => ({ at: 'block-purchases', path: pathOf(page) });

const firstPlanOf = (search: string): FirstPlan | undefined => {
  const query = new URLSearchParams(search);
  const [from, to, units] = [query.get('from'), query.get('to'), query.get('units') ?? ''];
  return isLocalDate(from) && isLocalDate(to) && /^\d{1,6}$/.test(units) ? { from, to, units: Number(units) } : undefined;
};

/** Reads the path of a place about block purchases; anything unknown is the list of all. */
export const fromBlockPath = (path: string): BlockPage => {
  const [pages = '', search = ''] = path.split('?', 2);
  const [ref = '', key, leaf] = pages.split('/');
  if (ref === 'new') {
    const first = firstPlanOf(search);
    return key ? { at: 'new', serviceRef: key, ...(first ? { first } : {}) } : { at: 'all' };
  }
  if (ref === '') return { at: 'all' };
  if (!key) return { at: 'one', ref };
  return leaf === 'order' ? { at: 'order', ref, buyerRef: key } : { at: 'one', ref, buyerRef: key };
};
