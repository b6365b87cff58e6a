import type { HistoryEntry } from '../call-off/call-off.ts';
import { type LocalDate, localDate, toLondonDate } from '../days/local-date.ts';

/** References of what the council keeps whatever its age. */
export type HeldRefs = readonly string[];

/** The days of what happened to a record. */
export const changes = (history: readonly Pick<HistoryEntry, 'at'>[]): readonly LocalDate[] => history.map(({ at }) => toLondonDate(at));

/** The latest of some days. Of what no row tells a day, it is long ago, and the caller says why it stays. */
export const latest = (...days: readonly LocalDate[]): LocalDate => [...days].sort().at(-1) ?? localDate('1970-01-01');

/** Why a record stays on which others rest that are still kept. */
export const whyRestedOn = (others: readonly string[]): string | undefined =>
  others.length === 0 ? undefined : `${others[0]}${others.length === 1 ? ' rests' : ` and ${others.length - 1} more rest`} on it.`;
