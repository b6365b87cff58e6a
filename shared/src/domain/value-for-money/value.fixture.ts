import { aRate } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { Rate } from '../money/rate-card.ts';
import type { Baseline } from './baseline.ts';
import { factsFrom, type MoneyFacts, type ToldFact } from './kept-facts.ts';
import {
  type BlockFact,
  factOfBaseline,
  factOfRate,
  type InvoiceFact,
  type OrderFact,
  type ValueFact,
  type ValueList,
} from './value-facts.ts';

/** 24 days at the framework price of £80.00, ordered on 24 November 2026 and taught from January. */
export const anOrderFact = (told: Partial<OrderFact> = {}): OrderFact => ({
  list: 'CallOffs',
  callOffRef: 'CO-1',
  orderNumber: 'AP-000001',
  state: 'active',
  on: localDate('2026-11-24'),
  startsOn: localDate('2027-01-12'),
  buyerRef: '113800',
  buyerName: 'Stour Vale School',
  providerRef: 'P-0001',
  providerName: 'Blackmore Vale',
  serviceName: 'Day programme',
  lotKey: 'AP-2026-1',
  lotName: 'Engagement',
  route: 'direct-award',
  rateRef: 'R-00001',
  unit: 'day',
  unitPrice: pence(8_000),
  units: 24,
  net: pence(192_000),
  ...told,
});

/** 20 days of one school and 10 of another at £70.00. */
export const aBlockFact = (told: Partial<BlockFact> = {}): BlockFact => ({
  list: 'BlockPurchases',
  blockRef: 'BP-1',
  on: localDate('2026-12-11'),
  providerRef: 'P-0001',
  lotKey: 'AP-2026-1',
  ordinaryPrice: pence(8_000),
  shares: [
    { buyerRef: '113800', buyerName: 'Stour Vale School', net: pence(140_000) },
    { buyerRef: '113801', buyerName: 'Elm School', net: pence(70_000) },
  ],
  ...told,
});

/** January of the order: six days. */
export const anInvoiceFact = (told: Partial<InvoiceFact> = {}): InvoiceFact => ({
  list: 'Invoices',
  invoiceRef: 'IV-1',
  on: localDate('2027-02-01'),
  buyerRef: '113800',
  buyerName: 'Stour Vale School',
  providerRef: 'P-0001',
  providerName: 'Blackmore Vale',
  lines: [{ callOffRef: 'CO-1', net: pence(48_000) }],
  ...told,
});

/** 120 days for £12,000.00: £100.00 a day. */
export const aBaseline = (told: Partial<Baseline> = {}): Baseline => ({
  ref: 'BL-00001',
  buyerRef: '113800',
  lotKey: 'AP-2026-1',
  unit: 'day',
  year: '2017-18',
  units: 120,
  spent: pence(1_200_000),
  ...told,
});

export const baselineFact = (told: Partial<Baseline> = {}): ValueFact | undefined => factOfBaseline(aBaseline(told));
export const rateFact = (told: Partial<Rate> = {}): ValueFact | undefined => factOfRate(aRate(told));

/** Facts as rows of their lists, numbered from 1 in each, at version 1. */
export const asRows = (facts: readonly (ValueFact | undefined)[]): readonly ToldFact[] => {
  const last = new Map<ValueList, number>();
  return facts.flatMap((fact) => {
    if (!fact) return [];
    const itemId = (last.get(fact.list) ?? 0) + 1;
    last.set(fact.list, itemId);
    return [{ row: { list: fact.list, itemId, version: 1 }, fact }];
  });
};

export const valueFacts = (...facts: readonly (ValueFact | undefined)[]): MoneyFacts => factsFrom(asRows(facts));
export const schoolYear = { from: localDate('2026-09-01'), to: localDate('2027-08-31') };
