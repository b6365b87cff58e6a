import type { ApplicationMade, ApplicationView } from '../../contract/applications.ts';
import { type Pence, pence, poundsToPence } from '../../domain/money/money.ts';
import type { RateUnit } from '../../domain/money/rate-card.ts';
import type { FormError } from '../forms/form-error.ts';
import { fromTypedBands, type TypedBand, toTypedBands } from '../volume-bands/typed-bands.ts';

type Offer = ApplicationMade['offers'][number];

/** A price as it stands in its row. */
export interface TypedOffer {
  readonly lotKey: string;
  readonly serviceName: string;
  readonly price: string;
  readonly unit: RateUnit;
  readonly from: string;
  readonly to: string;
  readonly bands: readonly TypedBand[];
}

const pounds = (price: number): string => (price % 100 === 0 ? `${price / 100}` : (price / 100).toFixed(2));

/** A row in which nothing is typed. */
export const emptyOffer = (lotKey: string, unit: RateUnit): TypedOffer => ({
  lotKey,
  serviceName: '',
  price: '',
  unit,
  from: '',
  to: '',
  bands: [],
});

/** The price of a row, in pence; undefined where it cannot be read. */
export const priceOf = ({ price }: Pick<TypedOffer, 'price'>): Pence | undefined => {
  const typed = price.trim().replace(/^£/, '').replaceAll(',', '');
  return /^\d+(\.\d{1,2})?$/.test(typed) ? poundsToPence(Number(typed)) : undefined;
};

/** The rows of the page: what is saved, and an empty one for a lot that has none. */
export const toTypedOffers = (offers: readonly Offer[], lots: ApplicationView['round']['lots']): readonly TypedOffer[] => {
  const rows = offers.map(({ lotKey, serviceName, price, unit, group, volumeBands }) => ({
    lotKey,
    serviceName,
    price: pounds(price),
    unit,
    from: group ? String(group.from) : '',
    to: group ? String(group.to) : '',
    bands: toTypedBands(volumeBands),
  }));
  const empty = lots.filter(({ lotKey }) => !rows.some((row) => row.lotKey === lotKey));
  return [...rows, ...empty.map(({ lotKey, priceUnit }) => emptyOffer(lotKey, priceUnit))];
};

const isEmpty = ({ serviceName, price, from, to, bands }: TypedOffer): boolean =>
  [serviceName, price, from, to, ...bands.flatMap((band) => [band.from, band.price])].every((text) => text.trim() === '');

/** The offers that rows make, with what is wrong in them; rows in which nothing was typed are none. A number of the server's refusal is that of its row. */
export const fromTypedOffers = (rows: readonly TypedOffer[]) => {
  const faults: FormError[] = [];
  const offers: Offer[] = [];
  const fields: string[] = [];
  rows.forEach((row, at) => {
    if (isEmpty(row)) return;
    fields.push(`offers-${at}-serviceName`, `offers-${at}-price`, `offers-${at}-unit`, `offers-${at}-group`, `offers-${at}-volumeBands`);
    const price = priceOf(row);
    if (row.serviceName.trim() === '') faults.push({ field: `offers-${at}-serviceName`, message: 'Enter the name of the service' });
    if (price === undefined) faults.push({ field: `offers-${at}-price`, message: 'Enter a price in pounds, such as 45 or 45.50' });
    const sizes = [row.from.trim(), row.to.trim()];
    const isGroup = sizes.every((size) => /^\d{1,3}$/.test(size));
    if (!isGroup && sizes.some((size) => size !== ''))
      faults.push({ field: `offers-${at}-group`, message: 'Enter both group sizes as whole numbers, or leave both empty' });
    const { bands, fault } = fromTypedBands(price, row.bands);
    if (fault !== undefined) faults.push({ field: `offers-${at}-volumeBands`, message: fault });
    offers.push({
      lotKey: row.lotKey,
      serviceName: row.serviceName.trim(),
      unit: row.unit,
      price: price ?? pence(0),
      ...(isGroup ? { group: { from: Number(sizes[0]), to: Number(sizes[1]) } } : {}),
      ...(bands.length > 0 ? { volumeBands: bands } : {}),
    });
  });
  return { offers, faults, fields };
};
