import type { BlockReply } from '../../contract/block-purchases.ts';
import type { PledgeOutcome, UnusedRule } from '../../domain/block-purchases/block-purchase.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { formatMoney, type Pence } from '../../domain/money/money.ts';
import type { RateUnit } from '../../domain/money/rate-card.ts';
import { countWords } from '../words.tsx';

/** A purchase as it came over the wire. */
export type BlockSeen = BlockReply['purchase'];
export type PledgeSeen = NonNullable<NonNullable<BlockSeen['own']>['pledge']>;

/** '£1,512.00 with VAT', or '£1,512.00, no VAT' where the provider charges none. */
export const totalWords = (gross: Pence, { vatBasisPoints }: { readonly vatBasisPoints: number }): string =>
  `${formatMoney(gross)}${vatBasisPoints === 0 ? ', no VAT' : ' with VAT'}`;

/** '£42.00 per day, without VAT'. */
export const priceWords = (price: Pence, unit: RateUnit): string => `${formatMoney(price)} per ${unit}, without VAT`;

/** What becomes of unused units, in a sentence that stands before anybody pledges. */
export const unusedSentences: Readonly<Record<UnusedRule, string>> = {
  pay: 'Units that nobody uses by the last day are paid for all the same.',
  lapse: 'Units that nobody uses by the last day lapse and are not paid for.',
};

/** Said before a pledge is made, and again in its approval: it cannot be undone later. */
export const nobodyLeaves =
  'After pledges close nobody joins, changes or leaves. The only way out is then to hand unused units to another buyer that takes them.';

/** How a purchase stands, in one sentence. */
export const blockStands = ({ purchase, pledgesClosed }: Pick<BlockReply, 'purchase' | 'pledgesClosed'>): string => {
  const { status, statement, unitPrice, respondBy, gathered, bought } = purchase;
  const { unit, usableFrom, usableTo, closesAt, minimumUnits } = statement;
  const count = (units: number): string => countWords(units, unit);
  switch (status) {
    case 'draft':
      return 'A draft that is not open yet. Other buyers do not see it.';
    case 'gathering':
      return pledgesClosed
        ? `Pledges closed on ${formatInstant(closesAt)}. The price is being worked out.`
        : `Open for pledges until ${formatInstant(closesAt)}.`;
    case 'lapsed':
      return gathered && gathered.approvedUnits < minimumUnits
        ? `It lapsed: ${count(gathered.approvedUnits)} were pledged and approved, and at least ${minimumUnits} were needed. Nobody owes anything.`
        : `It lapsed: fewer than ${count(minimumUnits)} were left at the price that they reached. Nobody owes anything.`;
    case 'cancelled':
      return 'It was cancelled before pledges closed. Nobody owes anything.';
    case 'closed':
      return 'Pledges are closed and the price is set. The provider is asked next.';
    case 'offered':
      return respondBy === undefined ? 'The provider has been asked.' : `The provider has until ${formatInstant(respondBy)} to answer.`;
    case 'declined':
      return 'It was declined, stopped, or not answered in time. Nobody owes anything.';
    case 'confirmed':
      return 'The provider has accepted. Each buyer gets its own order.';
    case 'drawing':
      return `In use: units can be used from ${formatDate(usableFrom)} to ${formatDate(usableTo)}.`;
    case 'exhausted':
      return `All ${count(bought?.units ?? 0)} are used. It is settled after ${formatDate(usableTo)}.`;
    case 'expired':
      return `The last day of use was ${formatDate(usableTo)}. It is settled when no order that used units still runs.`;
    case 'settled':
      return unitPrice === undefined ? 'It is settled.' : `It is settled at ${priceWords(unitPrice, unit)}.`;
  }
};

/** How a buyer's own pledge stands. */
export const pledgeStands = ({ state, decidedBy, pledgedBy }: Pick<PledgeSeen, 'state' | 'decidedBy' | 'pledgedBy'>): string => {
  switch (state) {
    case 'waiting':
      return `Pledged by ${pledgedBy}. It waits for an approver, and counts only once it is approved.`;
    case 'approved':
      return `Approved by ${decidedBy ?? 'an approver'}. It counts.`;
    case 'refused':
      return `Refused by ${decidedBy ?? 'an approver'}. It does not count; you may pledge again.`;
    case 'withdrawn':
      return 'Withdrawn. It does not count; you may pledge again.';
  }
};

/** What became of a buyer's own pledge at closing. */
export const outcomeSentences: Readonly<Record<Exclude<PledgeOutcome, 'bought'>, string>> = {
  dropped: 'The price is above the most that you would pay, so you buy nothing and owe nothing.',
  'not-approved': 'Your pledge was not approved in time, so you buy nothing and owe nothing.',
  lapsed: 'The purchase lapsed, so you buy nothing and owe nothing.',
};

/** The prices by the total that is reached: one line for each band. */
export const bandLines = ({ bands, unit }: Pick<BlockSeen['statement'], 'bands' | 'unit'>): readonly string[] =>
  bands.map(({ fromUnits, unitPrice }, at) => {
    const price = `${formatMoney(unitPrice)} per ${unit}`;
    const next = bands[at + 1]?.fromUnits;
    if (at === 0) return next === undefined ? price : `${price} below ${countWords(next, unit)}`;
    return `${price} from ${countWords(fromUnits, unit)}`;
  });

/** The name of a buyer that a purchase names; its reference where it is not known. */
export const nameIn = ({ names }: Pick<BlockReply, 'names'>, buyerRef: string): string =>
  names.find(({ ref }) => ref === buyerRef)?.name ?? buyerRef;
