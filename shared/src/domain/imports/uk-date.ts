import type { LocalDate } from '../days/local-date.ts';

/** A day as it is typed in a British spreadsheet: 01/09/2026. */
export const formatUkDate = (date: LocalDate): string => date.split('-').reverse().join('/');
