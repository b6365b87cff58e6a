import { addDays, type LocalDate } from '../../days/local-date.ts';
import type { Rate } from '../../money/rate-card.ts';
import type { PersonKey } from '../../people/person.ts';
import type { TenderRecord } from '../record.ts';
import { type PriceLine, pricesSameThing } from './price-line.ts';
import { type PricePeriod, periodsOverlap } from './price-period.ts';

export const priceBookStatuses = ['fixed', 'in-review'] as const;
export type PriceBookStatus = (typeof priceBookStatuses)[number];

/** One price for one period. `reserved`: in an agreement that is not countersigned yet; it counts as taken, and no time frees it. */
export interface BookLine extends PriceLine, PricePeriod {
  readonly ref: string;
  readonly awardRef: string;
  readonly state: 'reserved' | 'approved';
  readonly approvedBy?: string | undefined;
}

/** A price review: what the prices of the period that follows shall be. */
export interface PriceReview {
  readonly period: PricePeriod;
  readonly reason: string;
  readonly proposed: readonly PriceLine[];
  /** Everyone who proposed: none of them approves. */
  readonly proposedBy: readonly PersonKey[];
}

/**
 * Every price of one provider under one framework, in one list item: SharePoint has no transactions, so that two prices for one thing are impossible
 * only where one conditional write decides about both. The rows of RateCards are written from it and never decide.
 */
export interface PriceBook extends TenderRecord {
  readonly status: PriceBookStatus;
  readonly providerRef: string;
  readonly frameworkRef: string;
  /** End to end, the newest last. */
  readonly periods: readonly PricePeriod[];
  readonly lines: readonly BookLine[];
  /** How many lines were ever made: a ref is never given twice. */
  readonly linesMade: number;
  readonly review?: PriceReview | undefined;
}

/** The one book of a provider under a framework. */
export const priceBookRef = (frameworkRef: string, providerRef: string): string => `PB-${frameworkRef}-${providerRef}`;

export const newestPeriod = (book: PriceBook): PricePeriod => {
  const newest = book.periods.at(-1);
  if (!newest) throw new RangeError(`${book.ref} has no price period`);
  return newest;
};

/** The first day that a price review can price. */
export const nextPeriodBegins = (book: PriceBook): LocalDate => addDays(newestPeriod(book).to, 1);

/** A line that stands where a new one wants to: the same thing priced on a day in common. */
export const standsInTheWay = (lines: readonly BookLine[], line: PriceLine, period: PricePeriod): BookLine | undefined =>
  lines.find((other) => pricesSameThing(other, line) && periodsOverlap(other, period));

/** The rows that RateCards must hold: each approved line, under the ref it keeps, so that writing it again changes nothing. */
export const ratesOf = (book: PriceBook): readonly Rate[] =>
  book.lines.flatMap((line): readonly Rate[] =>
    line.state === 'reserved'
      ? []
      : [
          {
            ref: line.ref,
            serviceRef: line.serviceRef,
            lotKey: line.lotKey,
            unit: line.unit,
            ...(line.group && { groupFrom: line.group.from, groupTo: line.group.to }),
            price: line.price,
            ...(line.volumeBands && line.volumeBands.length > 0 && { volumeBands: line.volumeBands }),
            effectiveFrom: line.from,
            effectiveTo: line.to,
            status: 'approved',
            approvedBy: line.approvedBy,
          },
        ],
  );
