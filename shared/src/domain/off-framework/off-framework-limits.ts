import { MONTHS } from '../days/local-date.ts';
import { ofGrownUps, type PupilIdentity } from '../pupils/screen-free-text.ts';

export const longestBought = 120;
export const longestProviderName = 120;
export const longestBecause = 1_000;
/** A purchase that lasts longer is declared in two: nobody can say what it costs so far ahead. */
export const mostMonths = 24;
/** How many months back a purchase may have begun, so long as its accounts are kept; and how many ahead it may end. */
export const monthsBack = 72;
export const monthsAhead = 24;

/** A provider is called after people and places; what was bought, and why, is not. */
export const providerNameMayHold: readonly PupilIdentity[] = ofGrownUps;

/** 'January 2027' of '2027-01'. */
export const monthWords = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
