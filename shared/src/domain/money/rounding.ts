import { type Pence, pence } from './money.ts';

// Apart from what money is: nearly every page shows an amount, and few reckon with one, so that the first screen does not load this.

/**
 * VAT on a net amount, rounded half up to the penny (half away from nought for a credit). R38.
 * The rate is in basis points: 2000 is 20 %. Throws RangeError for a rate that is not a whole number from 0 to 10,000.
 */
export function vatOf(net: Pence, rateBasisPoints: number): Pence {
  if (!Number.isInteger(rateBasisPoints) || rateBasisPoints < 0 || rateBasisPoints > 10_000) {
    throw new RangeError('A VAT rate is a whole number of basis points from 0 to 10,000.');
  }
  const size = Math.abs(net);
  // In two parts, so that the product stays exact for the largest safe amounts.
  const whole = Math.floor(size / 10_000) * rateBasisPoints;
  const rest = Math.floor(((size % 10_000) * rateBasisPoints + 5_000) / 10_000);
  return pence(Math.sign(net) * (whole + rest));
}

/**
 * A unit price times a number of units. Units come in sixteenths: a quarter of an hour is halved for one session of a day, and again where half of a missed one
 * is owed. A part of a penny is rounded half up. Throws RangeError for a negative price, and for units that are negative or not a number of sixteenths.
 */
export function timesUnits(price: Pence, units: number): Pence {
  const sixteenths = units * 16;
  if (price < 0 || sixteenths < 0 || !Number.isSafeInteger(sixteenths)) {
    throw new RangeError('Units are nought or more, in whole sixteenths, at a price that is not negative.');
  }
  const total = price * sixteenths;
  if (!Number.isSafeInteger(total)) throw new RangeError('The product is too large to be exact.');
  return pence(Math.floor((total + 8) / 16));
}

/**
 * An amount in shares that add up to it to the penny, in proportion to whole weights: each gets its whole pennies, and the pennies that are left go to the
 * largest remainders, of equal ones to the first. Throws RangeError for a negative amount, for weights that are no whole numbers from nought, for none that
 * weighs anything, and for weights whose sum is too large to be exact.
 */
export function splitPence(total: Pence, weights: readonly number[]): readonly Pence[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (total < 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0) || !(sum > 0 && Number.isSafeInteger(sum * sum)))
    throw new RangeError('An amount from nought is split by whole weights from nought, of which one at least is more.');
  // In two parts, so that each product stays exact.
  const [wholes, over] = [Math.floor(total / sum), total % sum];
  const shares = weights.map((weight) => wholes * weight + Math.floor((over * weight) / sum));
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = weights.map((weight, at) => ({ at, remainder: (over * weight) % sum })).sort((a, b) => b.remainder - a.remainder);
  const lucky = new Set(byRemainder.slice(0, left).map(({ at }) => at));
  return shares.map((share, at) => pence(share + (lucky.has(at) ? 1 : 0)));
}
