import { formatMoney, type Pence } from './money.ts';

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
