import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { DirectoryFilters } from '../directory/directory-filters.ts';
import { distanceBands } from '../directory/distance-bands.ts';
import type { DeliveryMode, KeyStage, Need } from '../register/service.ts';

/**
 * Why a need was not met: nothing on the framework fits, something fits that has no place in time, or every provider that was asked declined. The first two are
 * counted when somebody searches; the last is read from requests and enquiries (`all-declined.ts`).
 */
export const unmetReasons = ['no-match', 'no-places', 'all-declined'] as const;
export type UnmetReason = (typeof unmetReasons)[number];

/** The youngest and the oldest of each band of ages that is told apart. */
const ageBands = [
  [4, 6],
  [7, 10],
  [11, 13],
  [14, 15],
  [16, 25],
] as const;

/** Ages as they are noted: a band, or for a group all bands from that of the youngest to that of the oldest, as '11 to 15'. */
export const agesNoted: readonly string[] = ageBands.flatMap(([from], first) => ageBands.slice(first).map(([, to]) => `${from} to ${to}`));

/** What was asked for and not found, or not taken: words of closed lists only, of no pupil, no person and no buyer, and nothing that was typed. */
export interface UnmetNeed {
  readonly day: LocalDate;
  readonly reason: UnmetReason;
  readonly lots: readonly string[];
  readonly needs: readonly Need[];
  readonly keyStages: readonly KeyStage[];
  readonly modes: readonly DeliveryMode[];
  /** One of `agesNoted`. */
  readonly ages?: string | undefined;
  /** What the words mean by the table of synonyms ('forest school'); words that are not in it are not kept. */
  readonly concepts: readonly string[];
  /** Where it was looked for: an outcode, never a postcode (R40). */
  readonly outcode?: string | undefined;
  /** Miles that the pupil may travel, rounded up to the end of a band of `distanceBands`, or to 200. */
  readonly within?: number | undefined;
}

/** The same with how many searches there were. */
export interface CountedNeed extends UnmetNeed {
  readonly searches: number;
}

/** What of a search says what was needed. */
export type FailedSearch = Pick<DirectoryFilters, 'lots' | 'needs' | 'keyStages' | 'modes' | 'age' | 'ageTo' | 'near' | 'radius'>;

type AgeBand = (typeof ageBands)[number];
const lastBand: AgeBand = ageBands[4];
const bandOf = (age: number): AgeBand => ageBands.find(([, to]) => age <= to) ?? lastBand;
/** Ages as they are noted: from the band of the youngest to that of the oldest. */
export const agesNotedOf = (age: number, ageTo: number): string => `${bandOf(age)[0]} to ${bandOf(ageTo)[1]}`;
const sorted = <V extends string>(values: readonly V[] | undefined): readonly V[] => [...new Set(values ?? [])].sort();

/**
 * Row 30: what is noted of a search that found nothing; `undefined` where nothing in it says a need, such as a name that was mistyped. `concepts`: what the
 * words mean. `free`: whether there would be a result if no place and no day of the start were asked for.
 */
export const unmetNeedOf = (search: FailedSearch, concepts: readonly string[], free: boolean, now: string): UnmetNeed | undefined => {
  const { age, ageTo = age, near, radius } = search;
  const need = {
    lots: sorted(search.lots),
    needs: sorted(search.needs),
    keyStages: sorted(search.keyStages),
    modes: sorted(search.modes),
    concepts: sorted(concepts),
  };
  if (age === undefined && Object.values(need).every((values) => values.length === 0)) return undefined;
  return {
    day: toLondonDate(now),
    reason: free ? 'no-places' : 'no-match',
    ...need,
    ...(age === undefined || ageTo === undefined ? {} : { ages: agesNotedOf(age, ageTo) }),
    ...(near === undefined ? {} : { outcode: near }),
    ...(radius === undefined ? {} : { within: distanceBands.find((miles) => radius <= miles) ?? 200 }),
  };
};

/** Days put together: what was asked for alike, the most often asked first. Pure. */
export const overDays = (counted: readonly CountedNeed[]): readonly Omit<CountedNeed, 'day'>[] => {
  const sums = new Map<string, Omit<CountedNeed, 'day'>>();
  for (const { day: _day, searches, ...need } of counted) {
    const key = JSON.stringify(Object.entries(need).sort(([a], [b]) => (a < b ? -1 : 1)));
    sums.set(key, { ...need, searches: (sums.get(key)?.searches ?? 0) + searches });
  }
  return [...sums.values()].sort((a, b) => b.searches - a.searches || JSON.stringify(a).localeCompare(JSON.stringify(b)));
};
