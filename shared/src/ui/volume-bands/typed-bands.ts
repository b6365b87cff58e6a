import { formatMoney, type Pence, pence, poundsToPence } from '../../domain/money/money.ts';
import { bandsFault, bandsFrom, type VolumeBand } from '../../domain/money/volume-bands.ts';

/** A volume price as it stands in its row (row 51). */
export interface TypedBand {
  readonly from: string;
  readonly price: string;
}

export const noBand: TypedBand = { from: '', price: '' };

export const toTypedBands = (bands: readonly VolumeBand[] = []): readonly TypedBand[] =>
  bands.map(({ fromUnits, unitPrice }) => ({ from: String(fromUnits), price: (unitPrice / 100).toFixed(2) }));

const poundsOf = (typed: string): Pence | undefined => {
  const text = typed.trim().replace(/^£/, '').replaceAll(',', '');
  const price = /^\d+(\.\d{1,2})?$/.test(text) ? poundsToPence(Number(text)) : undefined;
  return price === undefined ? undefined : pence(price);
};

/** Volume prices as typed beside an ordinary price: what they are, or why they cannot stand. Rows in which nothing was typed are none. */
export const fromTypedBands = (
  price: Pence | undefined,
  typed: readonly TypedBand[],
): { readonly bands: readonly VolumeBand[]; readonly fault?: string } => {
  const rows = typed.filter((row) => [row.from, row.price].some((text) => text.trim() !== ''));
  const bands: VolumeBand[] = [];
  for (const row of rows) {
    const unitPrice = poundsOf(row.price);
    if (!/^\d{1,6}$/.test(row.from.trim()) || unitPrice === undefined)
      return {
        bands: [],
        fault: 'Enter from how many units each volume price holds, and the price of a unit in pounds, such as 50 and 42.00',
      };
    bands.push({ fromUnits: Number(row.from), unitPrice });
  }
  const fault = price === undefined || bands.length === 0 ? undefined : bandsFault(price, bands);
  return fault === undefined ? { bands } : { bands, fault };
};

/** '1 to 49: £45.00 each. 50 to 99: £42.00 each. 100 or more: £40.00 each.', or what is wrong; nothing while there is nothing to say. */
export const bandsSentence = (price: Pence | undefined, typed: readonly TypedBand[]): string => {
  if (price === undefined || typed.some(({ from, price: each }) => from.trim() === '' || each.trim() === '')) return '';
  const { bands, fault } = fromTypedBands(price, typed);
  if (fault !== undefined) return fault;
  if (bands.length === 0) return '';
  const all = bandsFrom(price, bands);
  return all
    .map(({ fromUnits, unitPrice }, at) => {
      const next = all[at + 1]?.fromUnits;
      const range = next === undefined ? `${fromUnits} or more` : next - 1 === fromUnits ? `${fromUnits}` : `${fromUnits} to ${next - 1}`;
      return `${range}: ${formatMoney(unitPrice)} each.`;
    })
    .join(' ');
};
