import { compareDates, type LocalDate } from '../days/local-date.ts';
import type { Framework } from './framework.ts';

export const lotStatuses = ['open', 'closed'] as const;
export type LotStatus = (typeof lotStatuses)[number];

/** One category of a framework. Lots change between frameworks, and one lot may end on its own date. */
export interface Lot {
  readonly key: string;
  readonly frameworkRef: string;
  readonly number: number;
  readonly name: string;
  readonly description?: string | undefined;
  readonly status: LotStatus;
  readonly expiresOn?: LocalDate | undefined;
}

/** The name of each lot by its key. */
export const lotNames = (lots: readonly Pick<Lot, 'key' | 'name'>[]): ReadonlyMap<string, string> =>
  new Map(lots.map(({ key, name }) => [key, name]));

/** The last day on which the lot may be called off. */
export const lotExpiry = (lot: Lot, framework: Framework): LocalDate => lot.expiresOn ?? framework.expiresOn;

export const lotIsLive = (lot: Lot, framework: Framework, on: LocalDate): boolean =>
  lot.status === 'open' && lot.frameworkRef === framework.ref && compareDates(on, lotExpiry(lot, framework)) <= 0;
