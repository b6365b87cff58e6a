import { formatMoney, type Pence, pence, poundsToPence } from './money.ts';

/** Row 51: from so many units on, every unit costs so much, ex VAT. */
export interface VolumeBand {
  readonly fromUnits: number;
  readonly unitPrice: Pence;
}

const mostBands = 10;
/** More units than anybody buys at once; sums of them stay exact. */
export const mostUnits = 100_000;

/** Every band of a price, the ordinary price first. */
export const bandsFrom = (price: Pence, volumeBands: readonly VolumeBand[] = []): readonly VolumeBand[] => [
  { fromUnits: 1, unitPrice: price },
  ...volumeBands,
];

/** Why volume prices cannot stand beside an ordinary price; `undefined` when they can: units rise from band to band, and no price does. */
export const bandsFault = (price: Pence, volumeBands: readonly VolumeBand[]): string | undefined => {
  if (volumeBands.length > mostBands) return `Enter ${mostBands} volume prices or fewer.`;
  const bands = bandsFrom(price, volumeBands);
  for (const [at, { fromUnits, unitPrice }] of volumeBands.entries()) {
    const before = bands[at] as VolumeBand;
    if (!Number.isInteger(fromUnits) || fromUnits <= before.fromUnits || fromUnits > mostUnits)
      return `Enter volume prices by rising whole numbers of units: ${fromUnits} cannot follow ${before.fromUnits}.`;
    if (!Number.isSafeInteger(unitPrice) || unitPrice < 1) return 'Enter each volume price as an amount of money, ex VAT.';
    if (unitPrice > before.unitPrice)
      return `More units cannot cost more each: ${formatMoney(unitPrice)} from ${fromUnits} units is above ${formatMoney(before.unitPrice)}.`;
  }
  return undefined;
};

/** '; £42.00 from 50, £40.00 from 100' after an ordinary price; nothing where there are no volume prices. */
export const afterPrice = (bands: readonly VolumeBand[] = []): string =>
  bands.length === 0 ? '' : `; ${bands.map(({ fromUnits, unitPrice }) => `${formatMoney(unitPrice)} from ${fromUnits}`).join(', ')}`;

/** '50: £42.00; 100: £40.00', as a commissioner writes them. */
export const formatVolumeBands = (bands: readonly VolumeBand[]): string =>
  bands.map(({ fromUnits, unitPrice }) => `${fromUnits}: ${formatMoney(unitPrice)}`).join('; ');

/** Reads what `formatVolumeBands` writes, the pound sign and the pence left out or not; `undefined` for anything else. */
export const parseVolumeBands = (text: string): readonly VolumeBand[] | undefined => {
  const bands = text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part): VolumeBand | undefined => {
      const [, units, pounds] = /^\s*(\d{1,6})\s*:\s*£?\s*(\d[\d,]*(?:\.\d{1,2})?)\s*$/u.exec(part) ?? [];
      const unitPrice = pounds === undefined ? undefined : poundsToPence(Number(pounds.replaceAll(',', '')));
      return unitPrice === undefined ? undefined : { fromUnits: Number(units), unitPrice: pence(unitPrice) };
    });
  return bands.every((band) => band !== undefined) ? bands : undefined;
};
