import { poundsToPence } from '../../domain/money/money.ts';

/** Pounds as typed ('45', '45.50', '£1,200') in pence; undefined when nothing was typed, 'wrong' when it is no amount up to £10,000. */
export const readPounds = (typed: string): number | undefined | 'wrong' => {
  const text = typed.trim().replace(/^£/, '').replaceAll(',', '');
  if (text === '') return undefined;
  if (!/^\d+(\.\d{1,2})?$/.test(text)) return 'wrong';
  const amount = poundsToPence(Number(text));
  return amount !== undefined && amount <= 1_000_000 ? amount : 'wrong';
};

/** Pence as they stand in the field: '45' or '45.50'. */
export const writePounds = (amount: number | undefined): string => {
  if (amount === undefined) return '';
  return amount % 100 === 0 ? `${amount / 100}` : (amount / 100).toFixed(2);
};
