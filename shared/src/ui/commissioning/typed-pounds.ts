import { type Pence, poundsToPence } from '../../domain/money/money.ts';

/** A price as typed, in pounds with or without their sign and commas: '£1,045.50' is 104,550 pence. undefined where it is none from £0.01 to £100,000.00. */
export const penceOf = (typed: string): Pence | undefined => {
  const text = typed.trim().replace(/^£/, '').replaceAll(',', '');
  const price = /^\d+(\.\d{1,2})?$/.test(text) ? poundsToPence(Number(text)) : undefined;
  return price !== undefined && price > 0 && price <= 10_000_000 ? price : undefined;
};
