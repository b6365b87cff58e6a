import { addPence, type Pence, pence } from '../money/money.ts';
import { splitPence, vatOf } from '../money/rounding.ts';

interface Taxed {
  readonly net: Pence;
  readonly vatBasisPoints: number;
}

/** The most that the lines of one paper come to, ex VAT: the split of its VAT stays exact. */
export const mostOnInvoice = pence(90_000_000);

/**
 * The VAT of a paper as shares of its lines, which add up to it to the penny: in proportion to the VAT that each owes by the rate frozen with its order, or,
 * where none owes any, to what each charges; where none charges anything, in equal parts.
 */
export const splitVat = (vat: Pence, lines: readonly Taxed[]): readonly Pence[] => {
  const owed = lines.map(({ net, vatBasisPoints }) => vatOf(net, vatBasisPoints));
  const weights = [owed, lines.map(({ net }) => net)].find((each) => each.some((weight) => weight > 0)) ?? lines.map(() => 1);
  return lines.length === 0 ? [] : splitPence(vat, weights);
};

/** R38: the VAT of lines at the rates frozen with their orders: counted once on the sum at each rate. */
export const expectedVat = (lines: readonly Taxed[]): Pence => {
  const rates = [...new Set(lines.map(({ vatBasisPoints }) => vatBasisPoints))];
  return addPence(
    ...rates.map((rate) => vatOf(addPence(...lines.filter(({ vatBasisPoints }) => vatBasisPoints === rate).map(({ net }) => net)), rate)),
  );
};

/** Whether VAT is what the lines owe. A provider may round each line or the sum, up or down: a penny a line lies between those. */
export const vatMatches = (vat: Pence, lines: readonly Taxed[]): boolean => Math.abs(vat - expectedVat(lines)) <= lines.length;
