import type { LocalDate } from '../days/local-date.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import type { OrderState } from '../orders/order.ts';
import type { MoneyFacts, Sourced } from './kept-facts.ts';
import type { BlockFact, OrderFact, SourceRow } from './value-facts.ts';

/**
 * Money is counted when it is ordered and, apart from that, when it is invoiced; the two are never added up.
 *
 * `ordered`: orders that a provider has accepted, at what is planned by now, on the day on which the order was made; and the shares of block purchases, on the day on
 * which the price was set. What draws on a block purchase is owed there and counts there only.
 * `invoiced`: invoices accepted for payment less credit notes, on the day that the paper bears. Papers for block purchases are not kept here.
 */
export const spendMeasures = ['ordered', 'invoiced'] as const;
export type SpendMeasure = (typeof spendMeasures)[number];

/** One amount with whose it is and the row that says so. Pence ex VAT; a credit is negative. */
export interface SpendLine {
  readonly measure: SpendMeasure;
  readonly on: LocalDate;
  readonly buyerRef: string;
  readonly buyerName: string;
  /** '' where the order is not in the list any more. */
  readonly lotKey: string;
  readonly providerRef: string;
  /** Absent of a block purchase, which names its provider by reference. */
  readonly providerName?: string | undefined;
  /** Number of the order, or reference of block purchase or invoice. */
  readonly of: string;
  readonly net: Pence;
  readonly row: SourceRow;
}

/** Days that are looked at, both included. */
export interface SpendPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const taken: readonly OrderState[] = ['accepted', 'active', 'paused', 'notice-given', 'ended', 'completed'];

/** Whether a provider has accepted the order, and it came to something. */
export const wasTaken = ({ state }: Pick<OrderFact, 'state'>): boolean => taken.includes(state);

const ofOrder = ({ on, buyerRef, buyerName, lotKey, providerRef, providerName, orderNumber, net, row }: Sourced<OrderFact>): SpendLine => ({
  measure: 'ordered',
  on,
  buyerRef,
  buyerName,
  lotKey,
  providerRef,
  providerName,
  of: orderNumber,
  net,
  row,
});

const ofBlock = ({ on, lotKey, providerRef, blockRef, shares, row }: Sourced<BlockFact>): readonly SpendLine[] =>
  shares.map(({ buyerRef, buyerName, net }) => ({
    measure: 'ordered',
    on,
    buyerRef,
    buyerName,
    lotKey,
    providerRef,
    of: blockRef,
    net,
    row,
  }));

/** Row 69: every amount of a period, in the order of the rows. */
export const spendLines = ({ orders, blocks, invoices }: MoneyFacts, { from, to }: SpendPeriod): readonly SpendLine[] => {
  const lots = new Map(orders.map(({ callOffRef, lotKey }) => [callOffRef, lotKey]));
  const invoiced = invoices.flatMap(({ lines, on, buyerRef, buyerName, providerRef, providerName, invoiceRef, row }) =>
    lines.map(
      ({ callOffRef, net }): SpendLine => ({
        measure: 'invoiced',
        on,
        buyerRef,
        buyerName,
        lotKey: lots.get(callOffRef) ?? '',
        providerRef,
        providerName,
        of: invoiceRef,
        net,
        row,
      }),
    ),
  );
  const ordered = orders.filter((order) => wasTaken(order) && order.route !== 'block-draw-down').map(ofOrder);
  return [...ordered, ...blocks.flatMap(ofBlock), ...invoiced].filter(({ on }) => on >= from && on <= to);
};

/** What lines can be added up by. */
export const spendGroups = ['buyer', 'lot', 'provider', 'month'] as const;
export type SpendGroup = (typeof spendGroups)[number];

const keyIn: Readonly<Record<SpendGroup, (line: SpendLine) => string>> = {
  buyer: ({ buyerRef }) => buyerRef,
  lot: ({ lotKey }) => lotKey,
  provider: ({ providerRef }) => providerRef,
  month: ({ on }) => on.slice(0, 7),
};

/** What the lines of one buyer, lot, provider or month come to, and how many they are. */
export interface SpendSum {
  readonly key: string;
  readonly ordered: Pence;
  readonly invoiced: Pence;
  readonly lines: number;
}

/** Lines added up by what each belongs to: the largest first, months in their order. Every line is in exactly one sum. */
export const spendSums = (lines: readonly SpendLine[], group: SpendGroup): readonly SpendSum[] => {
  const sums = new Map<string, SpendSum>();
  for (const line of lines) {
    const key = keyIn[group](line);
    const { ordered, invoiced, lines: count } = sums.get(key) ?? { ordered: pence(0), invoiced: pence(0), lines: 0 };
    sums.set(key, {
      key,
      ordered: line.measure === 'ordered' ? addPence(ordered, line.net) : ordered,
      invoiced: line.measure === 'invoiced' ? addPence(invoiced, line.net) : invoiced,
      lines: count + 1,
    });
  }
  return [...sums.values()].sort((a, b) =>
    group === 'month' ? a.key.localeCompare(b.key) : b.ordered - a.ordered || b.invoiced - a.invoiced || a.key.localeCompare(b.key),
  );
};
