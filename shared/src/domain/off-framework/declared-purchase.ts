import { type Pence, penceToPounds } from '../money/money.ts';
import { monthWords } from './off-framework-limits.ts';
import { netBetween, type OffFrameworkPurchase, type OffFrameworkReason, offFrameworkReasonWords } from './off-framework-purchase.ts';

/** What counts as spent outside the framework: of whom, in which lot, how much ex VAT, over which months. */
export type DeclaredSpend = Pick<OffFrameworkPurchase, 'buyerRef' | 'lotKey' | 'net' | 'from' | 'to' | 'status'>;

/** What of some declarations touches these months, both 'YYYY-MM' and included, without what was withdrawn. */
export const spentIn = <D extends DeclaredSpend>(declared: readonly D[], from: string, to: string): readonly D[] =>
  declared.filter((each) => each.status === 'declared' && each.from <= to && each.to >= from);

/** A declaration as commissioners read it; not who made it. */
export interface DeclaredPurchase
  extends Pick<
    OffFrameworkPurchase,
    'ref' | 'buyerRef' | 'lotKey' | 'bought' | 'providerName' | 'net' | 'from' | 'to' | 'reason' | 'because'
  > {
  readonly buyerName: string;
  readonly lotName?: string | undefined;
  /** What of it falls into the months that are looked at, ex VAT. */
  readonly within: Pence;
}

/** The lot by which what fits none is asked for. */
export const noLot = 'none';
const noLotWords = 'Fits no lot';

/** What narrows declarations; an empty text or none narrows nothing. */
export interface DeclaredFilter {
  readonly buyer?: string | undefined;
  /** A key, or `noLot`. */
  readonly lot?: string | undefined;
  readonly reason?: OffFrameworkReason | '' | undefined;
}

/** The declarations that pass a filter, as they came. */
export const narrowedPurchases = <D extends Pick<DeclaredPurchase, 'buyerRef' | 'lotKey' | 'reason'>>(
  purchases: readonly D[],
  { buyer, lot, reason }: DeclaredFilter,
): readonly D[] =>
  purchases.filter(
    ({ buyerRef, lotKey = noLot, reason: why }) =>
      (!buyer || buyer === buyerRef) && (!lot || lot === lotKey) && (!reason || reason === why),
  );

/** Whatever lasted longest into the present first; of those that end alike the dearest. */
export const lastFirst = <D extends Pick<DeclaredPurchase, 'to' | 'net' | 'ref'>>(purchases: readonly D[]): readonly D[] =>
  [...purchases].sort((a, b) => b.to.localeCompare(a.to) || b.net - a.net || a.ref.localeCompare(b.ref));

/** The lot in words. */
export const lotWords = ({ lotName, lotKey }: Pick<DeclaredPurchase, 'lotName' | 'lotKey'>): string => lotName ?? lotKey ?? noLotWords;

/** Its months in words: 'January 2027', or 'January 2027 to March 2027'. */
export const periodWords = ({ from, to }: Pick<DeclaredPurchase, 'from' | 'to'>): string =>
  from === to ? monthWords(from) : `${monthWords(from)} to ${monthWords(to)}`;

/** The reason in words, with what was added to it. */
export const reasonWords = ({ reason, because }: Pick<DeclaredPurchase, 'reason' | 'because'>): string =>
  because === undefined ? offFrameworkReasonWords[reason] : `${offFrameworkReasonWords[reason]}: ${because}`;

/** A declaration with what of it falls into these months. */
export const declaredIn = <P extends DeclaredSpend>(purchase: P, from: string, to: string): P & { readonly within: Pence } => ({
  ...purchase,
  within: netBetween(purchase, from, to),
});

/** Columns of a table or a file of declarations; money in pounds, ex VAT. */
export const declaredColumns: readonly {
  readonly name: string;
  readonly money?: true;
  readonly of: (purchase: DeclaredPurchase) => string | number;
}[] = [
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Lot', of: lotWords },
  { name: 'What', of: ({ bought }) => bought },
  { name: 'Provider', of: ({ providerName }) => providerName },
  { name: 'First month', of: ({ from }) => from },
  { name: 'Last month', of: ({ to }) => to },
  { name: 'In all, ex VAT', money: true, of: ({ net }) => penceToPounds(net) },
  { name: 'In these months, ex VAT', money: true, of: ({ within }) => penceToPounds(within) },
  { name: 'Reason', of: ({ reason }) => offFrameworkReasonWords[reason] },
  { name: 'Why', of: ({ because = '' }) => because },
  { name: 'Declaration', of: ({ ref }) => ref },
];

/** Declarations as rows of `declaredColumns`. */
export const declaredRows = (purchases: readonly DeclaredPurchase[]): readonly (readonly (string | number)[])[] =>
  purchases.map((purchase) => declaredColumns.map(({ of }) => of(purchase)));
