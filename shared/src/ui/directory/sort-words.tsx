import type { DirectorySort } from '../../domain/directory/directory-filters.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';

/** What each order is called. Without `vat` nothing is said of VAT: it is then as buyers of the person's type compare. */
export const sortWords = (vat: VatBasis | undefined): Readonly<Record<DirectorySort, string>> => {
  const basis = vat === undefined ? '' : `, ${vat} VAT`;
  return {
    best: 'Best match',
    distance: 'Nearest first',
    earliest: 'Earliest start near you',
    price: `Lowest price first${basis}`,
    package: `Lowest cost of your timetable${basis}`,
    fair: 'By lot, drawn each day',
    name: 'Name, A to Z',
  };
};
