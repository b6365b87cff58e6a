/** An amount of money in whole pence: never a float of pounds. May be negative (a credit). */
export type Pence = number & { readonly __brand: 'Pence' };

/** Above this a Currency column's double could no longer hold every penny with room to spare. */
const MAX_POUNDS = 10_000_000_000;

/** Whole pence as money. Throws RangeError for fractions of a penny, NaN and numbers that a double cannot hold exactly. */
export function pence(n: number): Pence {
  if (!Number.isSafeInteger(n)) throw new RangeError('An amount of money must be a whole, safe number of pence.');
  return (n === 0 ? 0 : n) as Pence;
}

/**
 * Decodes a SharePoint Currency value (a double of pounds) into exact pence.
 * Undefined for NaN, negatives, absurd amounts and more than two decimals; noise of a few units in the last place (0.1 + 0.2) is forgiven.
 */
export function poundsToPence(pounds: number): Pence | undefined {
  if (!(pounds >= 0 && pounds <= MAX_POUNDS)) return undefined;
  const exact = pounds * 100;
  const whole = Math.round(exact);
  const noise = 4 * Number.EPSILON * Math.max(1, exact);
  return Math.abs(exact - whole) <= noise ? pence(whole) : undefined;
}

/** Pence as the pounds a SharePoint Currency column keeps; `poundsToPence` gives the same pence back. */
export function penceToPounds(amount: Pence): number {
  return amount / 100;
}

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Money for people: '£1,234.50', always with pence. */
export function formatMoney(amount: Pence): string {
  return pounds.format(amount / 100);
}

/** Money for a file that a spreadsheet reads: '1234.50', '-12.05'. Pounds with two decimals, from whole pence without a fraction in between. */
export function poundsText(amount: Pence): string {
  const size = Math.abs(amount);
  return `${amount < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

/** The sum of any number of amounts; no amounts make nought. Throws RangeError when the sum is no longer exact. */
export function addPence(...amounts: readonly Pence[]): Pence {
  return pence(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}
