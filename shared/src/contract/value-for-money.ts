import * as z from 'zod/mini';
import { callOffRoutes } from '../domain/call-off/award-route.ts';
import type { Pence } from '../domain/money/money.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { baselineLacks } from '../domain/value-for-money/baseline-of.ts';
import { valueLists } from '../domain/value-for-money/value-facts.ts';
import { endpoint, type Told } from './endpoint.ts';
import { fileShape } from './file-shape.ts';
import { localDateShape } from './values.ts';

/** A month as 'YYYY-MM'. */
const monthShape = z.string().check(z.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, 'Enter a month such as 2027-01'));

/** Whole pence of many orders together, ex VAT; below nought for what was given back or cost more. */
const sumShape = z.int() as unknown as z.ZodMiniType<Pence, number>;

/** The row of a list behind a figure. */
const sourceRowReply = z.object({ list: z.enum(valueLists), itemId: z.int(), version: z.int() });

/** Twelve months to this one, where they are left out. */
const months = z.object({ from: z.optional(monthShape), to: z.optional(monthShape) });
const period = { from: monthShape, to: monthShape } as const;

const spendSumReply = z.object({ key: z.string(), name: z.string(), ordered: sumShape, invoiced: sumShape, lines: z.int() });
export type SpendSumReply = Told<z.infer<typeof spendSumReply>>;

const spendReply = z.object({
  ...period,
  ordered: sumShape,
  invoiced: sumShape,
  buyers: z.array(spendSumReply),
  lots: z.array(spendSumReply),
  providers: z.array(spendSumReply),
  months: z.array(spendSumReply),
  share: z.object({ throughFramework: sumShape, declared: sumShape, declarations: z.int(), perMille: z.optional(z.int()) }),
});
export type SpendReply = Told<z.infer<typeof spendReply>>;

const pricedReply = z.object({ price: sumShape, cost: sumShape });

export const savingReply = z.object({
  callOffRef: z.string(),
  orderNumber: z.string(),
  on: localDateShape,
  buyerRef: z.string(),
  buyerName: z.string(),
  providerName: z.string(),
  serviceName: z.string(),
  lotName: z.string(),
  route: z.enum(callOffRoutes),
  unit: z.enum(rateUnits),
  units: z.number(),
  baseline: z.optional(pricedReply),
  lacks: z.optional(z.enum(baselineLacks)),
  framework: z.optional(pricedReply),
  paid: pricedReply,
  byFramework: z.optional(sumShape),
  belowFramework: z.optional(sumShape),
  saved: z.optional(sumShape),
  lotMedian: z.optional(z.object({ price: sumShape, prices: z.int() })),
  overMedian: z.optional(sumShape),
  rows: z.array(sourceRowReply),
});
export type SavingReply = Told<z.infer<typeof savingReply>>;

const savingSumsReply = z.object({
  orders: z.int(),
  paid: sumShape,
  withBaseline: z.int(),
  baseline: sumShape,
  paidWithBaseline: sumShape,
  saved: sumShape,
  withFramework: z.int(),
  framework: sumShape,
  belowFramework: sumShape,
});

const lotPriceReply = z.object({
  lotKey: z.string(),
  lotName: z.string(),
  unit: z.enum(rateUnits),
  median: sumShape,
  prices: z.array(
    z.object({
      serviceRef: z.string(),
      serviceName: z.string(),
      providerName: z.string(),
      price: sumShape,
      overMedian: sumShape,
      row: sourceRowReply,
    }),
  ),
});
export type LotPriceReply = Told<z.infer<typeof lotPriceReply>>;

export const getSpend = endpoint({
  name: 'getSpend',
  summary:
    'What was ordered and what was invoiced by buyer, lot, provider and month, ex VAT, and how much of the spend went through the framework',
  method: 'GET',
  path: '/value/spend',
  roles: ['commissioner'],
  query: months,
  reply: spendReply,
});

export const listSavings = endpoint({
  name: 'listSavings',
  summary: 'The savings ledger: each order at its baseline, its framework price and what is paid, with the rows of the lists that say so',
  method: 'GET',
  path: '/value/savings',
  roles: ['commissioner'],
  query: months,
  reply: z.object({ ...period, sums: savingSumsReply, rows: z.array(savingReply) }),
});

export const listLotPrices = endpoint({
  name: 'listLotPrices',
  summary: 'The framework prices of today beside the middle price of their lot for the same unit, ex VAT',
  method: 'GET',
  path: '/value/lot-prices',
  roles: ['commissioner'],
  reply: z.object({ on: localDateShape, lots: z.array(lotPriceReply) }),
});

export const getValueFile = endpoint({
  name: 'getValueFile',
  summary: 'The same as a workbook: the sums of spend and every amount behind them, the savings ledger, and the prices of today',
  method: 'GET',
  path: '/value/workbook',
  roles: ['commissioner'],
  query: months,
  reply: fileShape,
});

export const recountValue = endpoint({
  name: 'recountValue',
  summary: 'Counts all figures again from the lists, from nothing, and tells whether they are those that were kept',
  method: 'POST',
  path: '/value/recount',
  roles: ['commissioner'],
  reply: z.object({ same: z.boolean(), rows: z.record(z.enum(valueLists), z.int()) }),
});

export const valueApi = { getSpend, listSavings, listLotPrices, getValueFile, recountValue } as const;
