import { type Pence, poundsToPence } from '../money/money.ts';
import type { Cell } from './sheet.ts';

export type ReadPrice = { readonly ok: true; readonly price: Pence } | { readonly ok: false; readonly sentence: string };

/** £100,000 for one unit is a slip of the decimal point. */
const mostPence = 10_000_000;

/** A price in pounds, ex VAT: 45, '45.00', '£1,200.50'. A comma never parts pence: whether '45,00' is 45 or 4,500 pounds is not guessed. */
export const readPrice = (cell: Exclude<Cell, undefined>): ReadPrice => {
  const pounds = typeof cell === 'number' ? cell : typeof cell === 'string' ? numberIn(cell) : undefined;
  if (pounds === undefined) return { ok: false, sentence: 'Enter pounds and pence with a point, such as 45.00.' };
  const price = poundsToPence(pounds);
  if (price === undefined)
    return {
      ok: false,
      sentence: pounds < 0 ? 'Enter a price above 0.' : 'A price has whole pence: enter at most two figures after the point.',
    };
  if (price === 0) return { ok: false, sentence: 'Enter a price above 0.' };
  if (price > mostPence) return { ok: false, sentence: 'Enter a price of at most 100,000.00: check the decimal point.' };
  return { ok: true, price };
};

const numberIn = (text: string): number | undefined => {
  const plain = text.trim().replace(/^£\s*/u, '');
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(plain) ? Number(plain.replaceAll(',', '')) : undefined;
};
