import type { CallOffRoute } from '../call-off/award-route.ts';
import { formatMoney, type Pence, penceToPounds } from '../money/money.ts';
import type { RateUnit } from '../money/rate-card.ts';
import { baselineLackWords } from './baseline-of.ts';
import type { PricedUnits, SavingRow } from './saving.ts';
import type { SpendGroup, SpendLine } from './spend.ts';
import type { SourceRow } from './value-facts.ts';

/** A cell of a table to reckon with: money in pounds; '' where there is nothing. */
type Cell = string | number;

/** Columns of a table as a file has them. */
export interface ValueColumn<Row> {
  readonly name: string;
  readonly money?: true;
  readonly of: (row: Row) => Cell;
}

const pounds = (amount: Pence | undefined): Cell => (amount === undefined ? '' : penceToPounds(amount));

/** Rows of a table by its columns. */
export const valueRows = <Row>(columns: readonly ValueColumn<Row>[], rows: readonly Row[]): readonly (readonly Cell[])[] =>
  rows.map((row) => columns.map(({ of }) => of(row)));

/** 'CallOffs 12, version 3; Baselines 4, version 1': where a figure can be looked up. */
export const sourceWords = (rows: readonly SourceRow[]): string =>
  rows.map(({ list, itemId, version }) => `${list} ${itemId}, version ${version}`).join('; ');

/** '24 days × £100.00 = £2,400.00': the arithmetic of one price. */
export const sumWords = ({ units, unit }: { readonly units: number; readonly unit: RateUnit }, { price, cost }: PricedUnits): string =>
  `${units.toLocaleString('en-GB')} ${unit}${units === 1 ? '' : 's'} × ${formatMoney(price)} = ${formatMoney(cost)}`;

/** '£2,400.00 − £1,920.00 = £480.00', the saving after the two costs. */
export const differenceWords = (from: PricedUnits, to: PricedUnits, difference: Pence): string =>
  `${formatMoney(from.cost)} − ${formatMoney(to.cost)} = ${formatMoney(difference)}`;

export const routeWords: Readonly<Record<CallOffRoute, string>> = {
  'direct-award': 'Framework price',
  'further-competition': 'Competition',
  'block-draw-down': 'Block price',
};

export const spendGroupWords: Readonly<Record<SpendGroup, string>> = {
  buyer: 'School or department',
  lot: 'Lot',
  provider: 'Provider',
  month: 'Month',
};

/** A sum as a table shows it. */
interface NamedSum {
  readonly name: string;
  readonly ordered: Pence;
  readonly invoiced: Pence;
  readonly lines: number;
}

export const spendColumns = (group: SpendGroup): readonly ValueColumn<NamedSum>[] => [
  { name: spendGroupWords[group], of: ({ name }) => name },
  { name: 'Ordered, ex VAT', money: true, of: ({ ordered }) => pounds(ordered) },
  { name: 'Invoiced, ex VAT', money: true, of: ({ invoiced }) => pounds(invoiced) },
  { name: 'Amounts', of: ({ lines }) => lines },
];

/** Every amount behind the sums, with the row that says so. */
export const spendLineColumns: readonly ValueColumn<SpendLine & { readonly lotName: string; readonly provider: string }>[] = [
  { name: 'Day', of: ({ on }) => on },
  { name: 'Ordered or invoiced', of: ({ measure }) => measure },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Lot', of: ({ lotName }) => lotName },
  { name: 'Provider', of: ({ provider }) => provider },
  { name: 'Of', of: ({ of }) => of },
  { name: 'Ex VAT', money: true, of: ({ net }) => pounds(net) },
  { name: 'List', of: ({ row }) => row.list },
  { name: 'Item', of: ({ row }) => row.itemId },
  { name: 'Version', of: ({ row }) => row.version },
];

type ToldSaving = Pick<
  SavingRow,
  | 'orderNumber'
  | 'on'
  | 'buyerName'
  | 'providerName'
  | 'serviceName'
  | 'lotName'
  | 'route'
  | 'unit'
  | 'units'
  | 'baseline'
  | 'lacks'
  | 'framework'
  | 'paid'
  | 'byFramework'
  | 'belowFramework'
  | 'saved'
  | 'lotMedian'
  | 'overMedian'
  | 'rows'
>;

/** The savings ledger: every number of the arithmetic in a cell of its own, so that a spreadsheet can do it again. */
export const savingColumns: readonly ValueColumn<ToldSaving>[] = [
  { name: 'Order', of: ({ orderNumber }) => orderNumber },
  { name: 'Day', of: ({ on }) => on },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Lot', of: ({ lotName }) => lotName },
  { name: 'Provider', of: ({ providerName }) => providerName },
  { name: 'Service', of: ({ serviceName }) => serviceName },
  { name: 'Bought at', of: ({ route }) => routeWords[route] },
  { name: 'Units', of: ({ units }) => units },
  { name: 'Per', of: ({ unit }) => unit },
  { name: 'Baseline price', money: true, of: ({ baseline }) => pounds(baseline?.price) },
  { name: 'Framework price', money: true, of: ({ framework }) => pounds(framework?.price) },
  { name: 'Price paid', money: true, of: ({ paid }) => pounds(paid.price) },
  { name: 'At the baseline', money: true, of: ({ baseline }) => pounds(baseline?.cost) },
  { name: 'At the framework price', money: true, of: ({ framework }) => pounds(framework?.cost) },
  { name: 'Paid', money: true, of: ({ paid }) => pounds(paid.cost) },
  { name: 'Saved by the framework', money: true, of: ({ byFramework }) => pounds(byFramework) },
  { name: 'Saved below the framework price', money: true, of: ({ belowFramework }) => pounds(belowFramework) },
  { name: 'Saved in all', money: true, of: ({ saved }) => pounds(saved) },
  { name: 'No saving claimed because', of: ({ lacks }) => (lacks === undefined ? '' : baselineLackWords[lacks]) },
  { name: 'Middle price of the lot', money: true, of: ({ lotMedian }) => pounds(lotMedian?.price) },
  { name: 'Prices in the lot', of: ({ lotMedian }) => lotMedian?.prices ?? '' },
  { name: 'Above the middle price', money: true, of: ({ overMedian }) => pounds(overMedian) },
  { name: 'Rows', of: ({ rows }) => sourceWords(rows) },
];

/** One framework price beside the middle one of its lot. */
interface ToldPrice {
  readonly lotName: string;
  readonly unit: RateUnit;
  readonly serviceName: string;
  readonly providerName: string;
  readonly price: Pence;
  readonly median: Pence;
  readonly overMedian: Pence;
  readonly row: SourceRow;
}

export const lotPriceColumns: readonly ValueColumn<ToldPrice>[] = [
  { name: 'Service', of: ({ serviceName }) => serviceName },
  { name: 'Provider', of: ({ providerName }) => providerName },
  { name: 'Lot', of: ({ lotName }) => lotName },
  { name: 'Per', of: ({ unit }) => unit },
  { name: 'Price ex VAT', money: true, of: ({ price }) => pounds(price) },
  { name: 'Middle price of the lot', money: true, of: ({ median }) => pounds(median) },
  { name: 'Above it', money: true, of: ({ overMedian }) => pounds(overMedian) },
  { name: 'Row', of: ({ row }) => sourceWords([row]) },
];

/** Prices of several lots as one table. */
export const pricesOfLots = <Price extends Omit<ToldPrice, 'lotName' | 'unit' | 'median'>>(
  lots: readonly { readonly lotName: string; readonly unit: RateUnit; readonly median: Pence; readonly prices: readonly Price[] }[],
): readonly (Price & Pick<ToldPrice, 'lotName' | 'unit' | 'median'>)[] =>
  lots.flatMap(({ lotName, unit, median, prices }) => prices.map((price) => ({ ...price, lotName, unit, median })));
