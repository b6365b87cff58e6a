import { formatMoney, pence, poundsToPence } from './money.ts';
import type { VolumeBand } from './volume-bands.ts';

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
