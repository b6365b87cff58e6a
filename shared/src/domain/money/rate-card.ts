import { compareDates, type LocalDate } from '../days/local-date.ts';
import { formatVolumeBands } from './band-words.ts';
import { formatMoney, type Pence } from './money.ts';
import type { VolumeBand } from './volume-bands.ts';

export const rateUnits = ['hour', 'session', 'day', 'week'] as const;
/** Each code is its own word: a price is 'per hour'. */
export type RateUnit = (typeof rateUnits)[number];

export const rateUnitLabels: Readonly<Record<RateUnit, string>> = {
  hour: 'Per hour',
  session: 'Per session (half a day)',
  day: 'Per day',
  week: 'Per week',
};

/** '£45.00 per hour, ex VAT': a framework price as a school reads it, on a page, a card or in speech (R39). */
export const priceSentence = ({ price, unit }: { readonly price: Pence; readonly unit: RateUnit }): string =>
  `${formatMoney(price)} per ${unit}, ex VAT`;

export const rateStatuses = ['draft', 'approved', 'superseded'] as const;
export type RateStatus = (typeof rateStatuses)[number];

/** One price of one service for one period. Prices are held ex VAT in whole pence (R38). A session is a half day. */
export interface Rate {
  readonly ref: string;
  readonly serviceRef: string;
  readonly lotKey: string;
  readonly unit: RateUnit;
  /** For how many pupils at once the price holds; every size when empty. */
  readonly groupFrom?: number | undefined;
  readonly groupTo?: number | undefined;
  readonly price: Pence;
  /** Row 51: what a unit costs when more are bought together. Only a block purchase is priced by them. */
  readonly volumeBands?: readonly VolumeBand[] | undefined;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate;
  readonly status: RateStatus;
  readonly approvedBy?: string | undefined;
}

const covers = (rate: Rate, on: LocalDate): boolean => compareDates(rate.effectiveFrom, on) <= 0 && compareDates(on, rate.effectiveTo) <= 0;

/** The approved rates of a service on a day. More than one means that the card is in error: such a service has no price. */
export const ratesOn = (rates: readonly Rate[], serviceRef: string, on: LocalDate): readonly Rate[] =>
  rates.filter((rate) => rate.serviceRef === serviceRef && rate.status === 'approved' && covers(rate, on));

/** The one approved rate of a service on a day; `undefined` when there is none or when two overlap. */
export const liveRate = (rates: readonly Rate[], serviceRef: string, on: LocalDate): Rate | undefined => {
  const found = ratesOn(rates, serviceRef, on);
  return found.length === 1 ? found[0] : undefined;
};

/** The text whose hash proves later that an order was priced from this very rate. */
export const rateContent = (rate: Rate): string => {
  const content = [rate.ref, rate.serviceRef, rate.lotKey, rate.unit, rate.price, rate.effectiveFrom, rate.effectiveTo];
  // Without a group or bands the text is what it was before there were any: hashes of earlier orders stay true.
  const grouped = rate.groupFrom === undefined ? content : [...content, rate.groupFrom, rate.groupTo];
  return (rate.volumeBands === undefined ? grouped : [...grouped, formatVolumeBands(rate.volumeBands)]).join('|');
};
