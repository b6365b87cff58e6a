import type { ReplyOf } from '@ap/shared/contract/endpoint';
import {
  type listLotPrices as pricesDeclared,
  type recountValue as recountDeclared,
  savingReply,
  type listSavings as savingsDeclared,
  type getSpend as spendDeclared,
} from '@ap/shared/contract/value-for-money';
import { addMonths, type LocalDate, localDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { lastDayOf } from '@ap/shared/domain/invoices/month-end';
import { addPence, pence } from '@ap/shared/domain/money/money';
import { rateUnits } from '@ap/shared/domain/money/rate-card';
import { spentIn } from '@ap/shared/domain/off-framework/declared-purchase';
import { netBetween } from '@ap/shared/domain/off-framework/off-framework-purchase';
import { lotNames } from '@ap/shared/domain/register/lot';
import { callOffShare } from '@ap/shared/domain/value-for-money/call-off-share';
import type { MoneyFacts } from '@ap/shared/domain/value-for-money/kept-facts';
import { lotPriceBook } from '@ap/shared/domain/value-for-money/lot-prices';
import { savingRows, savingSums } from '@ap/shared/domain/value-for-money/saving';
import { type SpendGroup, type SpendLine, type SpendPeriod, spendLines, spendSums } from '@ap/shared/domain/value-for-money/spend';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { shownBy } from '../http/shown-by.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';

/** What spend, savings and prices are read from. */
export type ValueNeeds = Pick<Ports, 'value' | 'offFramework' | 'buyers' | 'lots' | 'providers' | 'clock'>;

/** Months that are looked at, both included, and their days. */
interface MonthsAsked {
  readonly from: string;
  readonly to: string;
  readonly days: SpendPeriod;
}

/** The months asked for, else the twelve to this one. Refuses months that end before they begin. */
export const monthsAsked = (
  query: { readonly from?: string | undefined; readonly to?: string | undefined },
  { clock }: Pick<Ports, 'clock'>,
): MonthsAsked => {
  const to = query.to ?? toLondonDate(clock.now()).slice(0, 7);
  const from = query.from ?? addMonths(localDate(`${to}-01`), -11).slice(0, 7);
  if (from > to) throw new ProblemError('input-not-understood', 'The first month is after the last one.', { pointer: '/query/from' });
  return { from, to, days: { from: localDate(`${from}-01`), to: lastDayOf(to) as LocalDate } };
};

/** What each key of a sum is called: by the registers as they are now, else as it was called when it was written down. */
export const spendNames = async (
  { buyers, lots, providers }: ValueNeeds,
  lines: readonly SpendLine[],
): Promise<Readonly<Record<SpendGroup, (key: string) => string>>> => {
  const [allBuyers, allLots, allProviders] = await Promise.all([buyers.all(), lots.all(), providers.all()]);
  const buyerNames = new Map([
    ...lines.map(({ buyerRef, buyerName }) => [buyerRef, buyerName] as const),
    ...allBuyers.map(({ ref, name }) => [ref, name] as const),
  ]);
  const providerNames = new Map([
    ...lines.flatMap(({ providerRef, providerName }) => (providerName === undefined ? [] : [[providerRef, providerName] as const])),
    ...allProviders.map(({ ref, tradingName, legalName }) => [ref, tradingName ?? legalName] as const),
  ]);
  const lotsNamed = lotNames(allLots);
  return {
    buyer: (key) => buyerNames.get(key) ?? key,
    lot: (key) => (key === '' ? 'Lot not known' : (lotsNamed.get(key) ?? key)),
    provider: (key) => providerNames.get(key) ?? key,
    month: (key) => key,
  };
};

/** Row 69, P1: spend of some months, added up in four ways. */
export const getSpend =
  (ports: ValueNeeds) =>
  async ({ query }: Call<typeof spendDeclared>): Promise<ReplyOf<typeof spendDeclared>> => {
    const { from, to, days } = monthsAsked(query, ports);
    const lines = spendLines(await ports.value.known(), days);
    const names = await spendNames(ports, lines);
    const purchases = (await ports.offFramework.known()).map(({ state }) => state);
    const declared = spentIn(purchases, from, to).map((purchase) => netBetween(purchase, from, to));
    const sums = (group: SpendGroup) => spendSums(lines, group).map((sum) => ({ ...sum, name: names[group](sum.key) }));
    const all = (measure: SpendLine['measure']) => addPence(...lines.filter((line) => line.measure === measure).map(({ net }) => net));
    return {
      from,
      to,
      ordered: all('ordered'),
      invoiced: all('invoiced'),
      buyers: sums('buyer'),
      lots: sums('lot'),
      providers: sums('provider'),
      months: sums('month'),
      share: withoutAbsent(callOffShare(lines, declared)),
    };
  };

/** Rows 70, P3 and P6: the savings ledger of some months. */
export const listSavings =
  (ports: ValueNeeds) =>
  async ({ query }: Call<typeof savingsDeclared>): Promise<ReplyOf<typeof savingsDeclared>> => {
    const { from, to, days } = monthsAsked(query, ports);
    const rows = savingRows(await ports.value.known(), days);
    return { from, to, sums: savingSums(rows), rows: rows.map((row) => shownBy(savingReply, withoutAbsent(row))) };
  };

/** P3: each framework price of today beside the middle one of its lot. */
export const listLotPrices =
  (ports: ValueNeeds) =>
  async (_call: Call<typeof pricesDeclared>): Promise<ReplyOf<typeof pricesDeclared>> => {
    const on = toLondonDate(ports.clock.now());
    const [facts, lots] = await Promise.all([ports.value.known(), ports.lots.all()]);
    const pricesOf = lotPriceBook(facts);
    const found = lots.flatMap(({ key, name }) =>
      rateUnits.flatMap((unit) => {
        const prices = pricesOf(key, unit, on);
        return prices ? [{ lotKey: key, lotName: name, unit, ...prices }] : [];
      }),
    );
    return {
      on,
      lots: await Promise.all(
        found.map(async ({ rates, median, ...lot }) => ({
          ...lot,
          median,
          prices: await Promise.all(
            [...rates]
              .sort((a, b) => a.rate.price - b.rate.price || a.rate.serviceRef.localeCompare(b.rate.serviceRef))
              .map(async ({ rate, row }) => {
                const { service, provider } = await ports.providers.facts(rate.serviceRef, 'known');
                return {
                  serviceRef: rate.serviceRef,
                  serviceName: service?.name ?? rate.serviceRef,
                  providerName: provider ? (provider.tradingName ?? provider.legalName) : '',
                  price: rate.price,
                  overMedian: pence(rate.price - median),
                  row,
                };
              }),
          ),
        })),
      ),
    };
  };

const countsOf = ({ orders, blocks, invoices, rates, baselines }: MoneyFacts) => ({
  CallOffs: orders.length,
  BlockPurchases: blocks.length,
  Invoices: invoices.length,
  RateCards: rates.length,
  Baselines: baselines.length,
});

/** Counts everything again from nothing. That what was kept differs is a fault of the product: it is told, and in the log. */
export const recountValue =
  ({ value, log }: Pick<Ports, 'value' | 'log'>) =>
  async (_call: Call<typeof recountDeclared>): Promise<ReplyOf<typeof recountDeclared>> => {
    const { was, is } = await value.recount();
    const same = JSON.stringify(was) === JSON.stringify(is);
    if (!same) log.event('error', 'value-not-as-kept', {});
    return { same, rows: countsOf(is) };
  };
