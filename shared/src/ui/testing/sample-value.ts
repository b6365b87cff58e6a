import type { ReplyOf } from '../../contract/endpoint.ts';
import type { getSpend, listLotPrices, listSavings } from '../../contract/value-for-money.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { addPence, pence } from '../../domain/money/money.ts';
import { callOffShare } from '../../domain/value-for-money/call-off-share.ts';
import { lotPriceBook } from '../../domain/value-for-money/lot-prices.ts';
import { savingRows, savingSums } from '../../domain/value-for-money/saving.ts';
import { type SpendGroup, spendLines, spendSums } from '../../domain/value-for-money/spend.ts';
import {
  aBlockFact,
  anInvoiceFact,
  anOrderFact,
  baselineFact,
  rateFact,
  schoolYear,
  valueFacts,
} from '../../domain/value-for-money/value.fixture.ts';

/** Three orders, one of each way to buy, a block purchase, an invoice, a baseline and two prices. */
const facts = valueFacts(
  anOrderFact(),
  anOrderFact({
    callOffRef: 'CO-2',
    orderNumber: 'AP-000002',
    on: localDate('2027-01-05'),
    buyerRef: '113801',
    buyerName: 'Elm School',
    route: 'further-competition',
    unitPrice: pence(7_550),
    net: pence(181_200),
  }),
  anOrderFact({
    callOffRef: 'CO-3',
    orderNumber: 'AP-000003',
    on: localDate('2027-02-01'),
    route: 'block-draw-down',
    blockRef: 'BP-1',
    unitPrice: pence(7_000),
    units: 4.5,
    net: pence(31_500),
  }),
  aBlockFact(),
  anInvoiceFact(),
  baselineFact(),
  rateFact(),
  rateFact({ ref: 'R-2', serviceRef: 'S-00002', price: pence(9_000) }),
);
const period = { from: '2026-09', to: '2027-08' };
const lines = spendLines(facts, schoolYear);
const rows = savingRows(facts, schoolYear);
const names: Readonly<Record<string, string>> = {
  '113800': 'Stour Vale School',
  '113801': 'Elm School',
  'AP-2026-1': 'Engagement',
  'P-0001': 'Blackmore Vale',
};
const sums = (group: SpendGroup) => spendSums(lines, group).map((sum) => ({ ...sum, name: names[sum.key] ?? sum.key }));
const all = (measure: 'ordered' | 'invoiced') => addPence(...lines.flatMap((line) => (line.measure === measure ? line.net : [])));

export const sampleSpend: ReplyOf<typeof getSpend> = {
  ...period,
  ordered: all('ordered'),
  invoiced: all('invoiced'),
  buyers: sums('buyer'),
  lots: sums('lot'),
  providers: sums('provider'),
  months: sums('month'),
  share: callOffShare(lines, [pence(67_800)]) as ReplyOf<typeof getSpend>['share'],
};

export const noSpend: ReplyOf<typeof getSpend> = {
  ...period,
  ordered: pence(0),
  invoiced: pence(0),
  buyers: [],
  lots: [],
  providers: [],
  months: [],
  share: { throughFramework: pence(0), declared: pence(0), declarations: 0 },
};

export const sampleSavings: ReplyOf<typeof listSavings> = {
  ...period,
  sums: savingSums(rows),
  rows: rows as ReplyOf<typeof listSavings>['rows'],
};
export const noSavings: ReplyOf<typeof listSavings> = { ...period, sums: savingSums([]), rows: [] };

const lot = lotPriceBook(facts)('AP-2026-1', 'day', localDate('2027-03-01'));
export const sampleLotPrices: ReplyOf<typeof listLotPrices> = {
  on: localDate('2027-03-01'),
  lots: lot
    ? [
        {
          lotKey: 'AP-2026-1',
          lotName: 'Engagement',
          unit: 'day',
          median: lot.median,
          prices: lot.rates.map(({ rate, row }) => ({
            serviceRef: rate.serviceRef,
            serviceName: rate.serviceRef === 'S-00001' ? 'Day programme' : 'Forest learning',
            providerName: rate.serviceRef === 'S-00001' ? 'Blackmore Vale' : 'Hollow Oak',
            price: rate.price,
            overMedian: pence(rate.price - lot.median),
            row,
          })),
        },
      ]
    : [],
};
