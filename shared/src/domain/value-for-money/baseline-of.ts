import type { Pence } from '../money/money.ts';
import { baselineKey, baselinePrice } from './baseline.ts';
import { grouped } from './grouped.ts';
import type { MoneyFacts } from './kept-facts.ts';
import type { OrderFact, SourceRow } from './value-facts.ts';

/** Why an order has no baseline: none is kept for its buyer and lot; one of another unit only; two that contradict each other. */
export const baselineLacks = ['none', 'other-unit', 'two'] as const;
export type BaselineLack = (typeof baselineLacks)[number];

export const baselineLackWords: Readonly<Record<BaselineLack, string>> = {
  none: 'No baseline of this buyer for this lot',
  'other-unit': 'The baseline is of another unit',
  two: 'Two baselines of this buyer, lot and unit: neither counts',
};

/** The baseline of an order, or why it has none. */
export interface BaselineChosen {
  readonly baseline?: { readonly price: Pence; readonly row: SourceRow } | undefined;
  readonly lacks?: BaselineLack | undefined;
}

/** Looks up the one baseline of an order's buyer, lot and unit. Nothing is guessed from others: without one no saving is claimed. */
export const baselinesBy = ({
  baselines,
}: Pick<MoneyFacts, 'baselines'>): ((order: Pick<OrderFact, 'buyerRef' | 'lotKey' | 'unit'>) => BaselineChosen) => {
  const byKey = grouped(baselines, ({ baseline }) => baselineKey(baseline));
  const lots = new Set(baselines.map(({ baseline }) => `${baseline.buyerRef} ${baseline.lotKey}`));
  return (order) => {
    const [one, another] = byKey.get(baselineKey(order)) ?? [];
    if (one && !another) return { baseline: { price: baselinePrice(one.baseline), row: one.row } };
    if (one) return { lacks: 'two' };
    return { lacks: lots.has(`${order.buyerRef} ${order.lotKey}`) ? 'other-unit' : 'none' };
  };
};
