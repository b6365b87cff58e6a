import type { AuditWork, MovingRecord } from '../call-off/decider.ts';
import { addMonths, localDate } from '../days/local-date.ts';
import { type Pence, pence } from '../money/money.ts';
import type { Person } from '../people/person.ts';
import type { OffFrameworkAction } from './off-framework-action.ts';

/** Why a buyer bought outside the framework: what a commissioner can do something about comes first. */
export const offFrameworkReasons = [
  'nothing-fits',
  'no-place',
  'all-declined',
  'price',
  'urgent',
  'named-elsewhere',
  'began-before',
  'other',
] as const;
export type OffFrameworkReason = (typeof offFrameworkReasons)[number];

/** Each reason as people read it. */
export const offFrameworkReasonWords: Readonly<Record<OffFrameworkReason, string>> = {
  'nothing-fits': 'Nothing on the framework fits the need',
  'no-place': 'No provider of the framework had a place in time',
  'all-declined': 'The providers that were asked declined',
  price: 'It costs less elsewhere',
  urgent: 'It could not wait for a call-off',
  'named-elsewhere': 'A plan or a tribunal names the provider',
  'began-before': 'It began before the framework',
  other: 'Something else',
};

export const offFrameworkStatuses = ['declared', 'withdrawn'] as const;
export type OffFrameworkStatus = (typeof offFrameworkStatuses)[number];

/** What a buyer says that it bought outside the framework. It is about money: nothing in it is about a pupil. */
export interface OffFrameworkText {
  /** The lot that it would have been of; left out where it fits none. */
  readonly lotKey?: string | undefined;
  /** What was bought, in a few words. */
  readonly bought: string;
  /** As its invoices name it: it need not be in the register. */
  readonly providerName: string;
  /** Ex VAT, over all its months. */
  readonly net: Pence;
  /** Its first and last month, 'YYYY-MM', both included. */
  readonly from: string;
  readonly to: string;
  readonly reason: OffFrameworkReason;
  /** Beyond the reason; asked for where that is 'other'. */
  readonly because?: string | undefined;
}

/** What a decision about a declaration asks the world to do: a line of the audit chain, and nothing else. */
export type OffFrameworkWork = AuditWork<OffFrameworkAction>;

/** Row 71: one purchase of alternative provision outside the framework, as its buyer declared it. Corrections are lines of its history. */
export interface OffFrameworkPurchase extends MovingRecord<OffFrameworkWork>, OffFrameworkText {
  readonly status: OffFrameworkStatus;
  readonly buyerRef: string;
  /** Who declared it, or corrected it last. */
  readonly declaredBy: Person;
  readonly withdrawnBecause?: string | undefined;
}

/** Every month from the first to the last, both included; none where the last is before the first. */
export const monthsFrom = (from: string, to: string): readonly string[] => {
  const months: string[] = [];
  for (let day = localDate(`${from}-01`); day.slice(0, 7) <= to; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
};

/**
 * Row 71: what a purchase cost in each of its months, ex VAT: even parts, and the pennies that are left over go to the first months. The parts are the whole to
 * the penny.
 */
export const netByMonth = ({ net, from, to }: Pick<OffFrameworkText, 'net' | 'from' | 'to'>): ReadonlyMap<string, Pence> => {
  const months = monthsFrom(from, to);
  const each = Math.floor(net / months.length);
  const over = net - each * months.length;
  return new Map(months.map((month, at) => [month, pence(each + (at < over ? 1 : 0))]));
};

/** What of a purchase falls into these months, both included, ex VAT. */
export const netBetween = (purchase: Pick<OffFrameworkText, 'net' | 'from' | 'to'>, from: string, to: string): Pence =>
  pence([...netByMonth(purchase)].reduce((sum, [month, part]) => (month >= from && month <= to ? sum + part : sum), 0));
