import type { CallOffRoute } from '../call-off/award-route.ts';
import type { LocalDate } from '../days/local-date.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import type { RateUnit } from '../money/rate-card.ts';
import { timesUnits } from '../money/rounding.ts';
import { type BaselineChosen, type BaselineLack, baselinesBy } from './baseline-of.ts';
import type { MoneyFacts, Sourced } from './kept-facts.ts';
import { lotPriceBook } from './lot-prices.ts';
import { type SpendPeriod, wasTaken } from './spend.ts';
import type { OrderFact, SourceRow } from './value-facts.ts';

/** A price per unit and what the units of an order come to at it, ex VAT. */
export interface PricedUnits {
  readonly price: Pence;
  readonly cost: Pence;
}

/** One order in the savings ledger: its units at three prices, and the differences. Pence ex VAT. A saving below nought says that it cost more. */
export interface SavingRow {
  readonly callOffRef: string;
  readonly orderNumber: string;
  readonly on: LocalDate;
  readonly buyerRef: string;
  readonly buyerName: string;
  readonly providerRef: string;
  readonly providerName: string;
  readonly serviceName: string;
  readonly lotKey: string;
  readonly lotName: string;
  readonly route: CallOffRoute;
  readonly unit: RateUnit;
  readonly units: number;
  /** What the buyer paid before the framework; absent where it is not known, and then no saving against it is claimed. */
  readonly baseline?: PricedUnits | undefined;
  /** Why there is no baseline. */
  readonly lacks?: BaselineLack | undefined;
  /** The price of the service by itself; absent where the register does not hold it any more. */
  readonly framework?: PricedUnits | undefined;
  /** What is paid: the framework price, what was quoted below it, or the price of a block purchase. */
  readonly paid: PricedUnits;
  /** Baseline less framework. */
  readonly byFramework?: Pence | undefined;
  /** Framework less paid: what a competition or buying in a block came to. */
  readonly belowFramework?: Pence | undefined;
  /** Baseline less paid. */
  readonly saved?: Pence | undefined;
  /** The middle price of the lot for this unit on the first planned day, over so many prices. */
  readonly lotMedian?: { readonly price: Pence; readonly prices: number } | undefined;
  /** The framework price of a unit less that; below nought it is cheaper than the middle. */
  readonly overMedian?: Pence | undefined;
  /** The rows that say all this, the order's first. The prices behind the median are those of RateCards. */
  readonly rows: readonly SourceRow[];
}

const less = (a: Pence | undefined, b: Pence | undefined): Pence | undefined =>
  a === undefined || b === undefined ? undefined : pence(a - b);

/** What a unit costs by itself, and the row that says so. */
interface FoundPrice {
  readonly price: Pence;
  readonly row: SourceRow;
}

const frameworkPrices = ({ blocks, rates }: MoneyFacts): ((order: Sourced<OrderFact>) => FoundPrice | undefined) => {
  const ordinary = new Map(blocks.map(({ blockRef, ordinaryPrice, row }) => [blockRef, { price: ordinaryPrice, row }]));
  const rated = new Map(rates.map(({ rate, row }) => [rate.ref, { price: rate.price, row }]));
  return ({ route, blockRef, rateRef, unitPrice, row }) => {
    switch (route) {
      case 'direct-award':
        // Frozen with the order: what became of the price since does not matter.
        return { price: unitPrice, row };
      case 'block-draw-down':
        return ordinary.get(blockRef ?? '');
      case 'further-competition':
        return rated.get(rateRef);
    }
  };
};

/** Rows 70, P3 and P6: each order of a period that a provider has accepted, the newest first. */
export const savingRows = (facts: MoneyFacts, { from, to }: SpendPeriod): readonly SavingRow[] => {
  const frameworkPriceOf = frameworkPrices(facts);
  const baselineOf = baselinesBy(facts);
  const pricesOf = lotPriceBook(facts);
  const rowOf = (order: Sourced<OrderFact>): SavingRow => {
    const { callOffRef, orderNumber, on, buyerRef, buyerName, providerRef, providerName, serviceName, lotKey, lotName, route } = order;
    const { unit, units, unitPrice, net } = order;
    const at = ({ price }: { readonly price: Pence }): PricedUnits => ({ price, cost: timesUnits(price, units) });
    const chosen: BaselineChosen = baselineOf(order);
    const found = frameworkPriceOf(order);
    const baseline = chosen.baseline && at(chosen.baseline);
    const framework = found && at(found);
    const lot = pricesOf(lotKey, unit, order.startsOn);
    const sources = [order.row, chosen.baseline?.row, found?.row === order.row ? undefined : found?.row];
    return {
      callOffRef,
      orderNumber,
      on,
      buyerRef,
      buyerName,
      providerRef,
      providerName,
      serviceName,
      lotKey,
      lotName,
      route,
      unit,
      units,
      baseline,
      lacks: chosen.lacks,
      framework,
      paid: { price: unitPrice, cost: net },
      byFramework: less(baseline?.cost, framework?.cost),
      belowFramework: less(framework?.cost, net),
      saved: less(baseline?.cost, net),
      lotMedian: lot && { price: lot.median, prices: lot.rates.length },
      overMedian: less(framework?.price, lot?.median),
      rows: sources.flatMap((row) => row ?? []),
    };
  };
  return facts.orders
    .filter((order) => wasTaken(order) && order.on >= from && order.on <= to)
    .map(rowOf)
    .reverse();
};

/** What orders come to together. A saving against a baseline is claimed only of those that have one: `paidWithBaseline` is what they cost. */
export interface SavingSums {
  readonly orders: number;
  readonly paid: Pence;
  readonly withBaseline: number;
  readonly baseline: Pence;
  readonly paidWithBaseline: Pence;
  /** `baseline` less `paidWithBaseline`. */
  readonly saved: Pence;
  /** Orders whose framework price is known, what they cost at it, and what less was paid by competition and in blocks. */
  readonly withFramework: number;
  readonly framework: Pence;
  readonly belowFramework: Pence;
}

export const savingSums = (rows: readonly SavingRow[]): SavingSums => {
  const sum = (part: (row: SavingRow) => Pence | undefined): Pence => addPence(...rows.flatMap((row) => part(row) ?? []));
  return {
    orders: rows.length,
    paid: sum(({ paid }) => paid.cost),
    withBaseline: rows.filter(({ baseline }) => baseline !== undefined).length,
    baseline: sum(({ baseline }) => baseline?.cost),
    paidWithBaseline: sum(({ baseline, paid }) => baseline && paid.cost),
    saved: sum(({ saved }) => saved),
    withFramework: rows.filter(({ framework }) => framework !== undefined).length,
    framework: sum(({ framework }) => framework?.cost),
    belowFramework: sum(({ belowFramework }) => belowFramework),
  };
};
