import { formatVolumeBands } from '../../money/band-words.ts';
import { formatMoney, type Pence, pence } from '../../money/money.ts';
import { type RateUnit, rateUnitLabels } from '../../money/rate-card.ts';
import { bandsFault, type VolumeBand } from '../../money/volume-bands.ts';
import { type Refusal, refused } from '../../refusal.ts';

/** For how many pupils at once a price holds; both ends belong to it. */
export interface GroupSize {
  readonly from: number;
  readonly to: number;
}

/** One price of one service, ex VAT (R38). Without a group it holds for every size. */
export interface PriceLine {
  readonly serviceRef: string;
  readonly lotKey: string;
  readonly unit: RateUnit;
  readonly group?: GroupSize | undefined;
  readonly price: Pence;
  /** Row 51: what a unit costs when more are bought together; no price rises with the number. */
  readonly volumeBands?: readonly VolumeBand[] | undefined;
}

/** More than this for one unit is a slip of the keyboard. */
export const dearestPrice: Pence = pence(10_000_000);
const largestGroup = 100;

/** Why a price cannot stand; `undefined` when it can. */
export const priceFault = (
  { price, group, volumeBands = [] }: Pick<PriceLine, 'price' | 'group' | 'volumeBands'>,
  field: string,
): Refusal | undefined => {
  if (!Number.isSafeInteger(price) || price < 1 || price > dearestPrice)
    return refused(
      'price-not-allowed',
      `Enter a price from ${formatMoney(pence(1))} to ${formatMoney(dearestPrice)}, ex VAT.`,
      `${field}/price`,
    );
  const isGroup =
    group === undefined ||
    (Number.isInteger(group.from) && Number.isInteger(group.to) && 1 <= group.from && group.from <= group.to && group.to <= largestGroup);
  if (!isGroup) return refused('number-not-allowed', `Enter a group of 1 to ${largestGroup} pupils, smallest first.`, `${field}/group`);
  const bands = bandsFault(price, volumeBands);
  return bands === undefined ? undefined : refused('price-not-allowed', bands, `${field}/volumeBands`);
};

/** Whether two prices have the same volume prices. */
export const sameBands = (a: Pick<PriceLine, 'volumeBands'>, b: Pick<PriceLine, 'volumeBands'>): boolean =>
  formatVolumeBands(a.volumeBands ?? []) === formatVolumeBands(b.volumeBands ?? []);

const everySize: GroupSize = { from: 1, to: largestGroup };

/** Whether two prices would stand for the same thing: one service, one unit, a group size in common. */
export const pricesSameThing = (a: PriceLine, b: PriceLine): boolean => {
  const [one, other] = [a.group ?? everySize, b.group ?? everySize];
  return a.serviceRef === b.serviceRef && a.unit === b.unit && one.from <= other.to && other.from <= one.to;
};

/** Two lines of one list that price the same thing; `undefined` when there are none. */
export const pricedTwice = <L extends PriceLine>(lines: readonly L[]): readonly [L, L] | undefined => {
  for (const [at, line] of lines.entries()) {
    const other = lines.slice(at + 1).find((later) => pricesSameThing(line, later));
    if (other) return [line, other];
  }
  return undefined;
};

/** 'S-00001, per hour, 1 to 3 pupils' */
export const pricedThing = ({ serviceRef, unit, group }: PriceLine): string => {
  const size = group && `, ${group.from === group.to ? '' : `${group.from} to `}${group.to} pupil${group.to === 1 ? '' : 's'}`;
  return `${serviceRef}, ${rateUnitLabels[unit].toLowerCase()}${size ?? ''}`;
};

/** Why a list of prices cannot stand: one is wrong, or two price the same thing. */
export const pricesFault = (lines: readonly PriceLine[], field: string): Refusal | undefined => {
  if (lines.length === 0) return refused('prices-incomplete', 'Enter at least one price.', field);
  for (const [at, line] of lines.entries()) {
    const fault = priceFault(line, `${field}/${at}`);
    if (fault) return fault;
  }
  const twice = pricedTwice(lines);
  return (
    twice &&
    refused('price-overlaps', `Two prices are given for ${pricedThing(twice[0])}. Keep one.`, `${field}/${lines.indexOf(twice[1])}`)
  );
};
