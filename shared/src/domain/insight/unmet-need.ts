import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { DeliveryMode, KeyStage, Need } from '../register/service.ts';

/**
 * Why a need was not met: nothing on the framework fits, or something fits that has no place in time. (Providers who all decline are known by their
 * orders.)
 */
export const unmetReasons = ['no-match', 'no-places'] as const;
export type UnmetReason = (typeof unmetReasons)[number];

export const ageBands = ['4 to 6', '7 to 10', '11 to 13', '14 to 15', '16 to 25'] as const;
export type AgeBand = (typeof ageBands)[number];

/** What a search asked for that found nothing: words of closed lists only, of no pupil, no person and no buyer, and nothing that was typed. */
export interface UnmetNeed {
  readonly day: LocalDate;
  readonly reason: UnmetReason;
  readonly lots: readonly string[];
  readonly needs: readonly Need[];
  readonly keyStages: readonly KeyStage[];
  readonly modes: readonly DeliveryMode[];
  readonly ages?: AgeBand | undefined;
  /** What the words mean by the table of synonyms ('forest school'); words that are not in it are not kept. */
  readonly concepts: readonly string[];
  /** Where it was looked for: an outcode, never a postcode (R40). */
  readonly outcode?: string | undefined;
  /** Miles that the pupil may travel, rounded up to 5, 10, 20, 40 or 200. */
  readonly within?: number | undefined;
}

/** The same with how many searches there were. */
export interface CountedNeed extends UnmetNeed {
  readonly searches: number;
}

/** What of a search says what was needed. */
export interface FailedSearch {
  readonly lots?: readonly string[] | undefined;
  readonly needs?: readonly Need[] | undefined;
  readonly keyStages?: readonly KeyStage[] | undefined;
  readonly modes?: readonly DeliveryMode[] | undefined;
  readonly age?: number | undefined;
  readonly near?: string | undefined;
  readonly radius?: number | undefined;
}

const ageBandOf = (age: number): AgeBand =>
  age < 7 ? '4 to 6' : age < 11 ? '7 to 10' : age < 14 ? '11 to 13' : age < 16 ? '14 to 15' : '16 to 25';
const sorted = <V extends string>(values: readonly V[] | undefined): readonly V[] => [...new Set(values ?? [])].sort();

/**
 * Row 30: what is noted of a search that found nothing; `undefined` where nothing in it says a need, such as a name that was mistyped. `concepts`: what the
 * words mean. `free`: whether there would be a result if no place and no day of the start were asked for.
 */
export const unmetNeedOf = (search: FailedSearch, concepts: readonly string[], free: boolean, now: string): UnmetNeed | undefined => {
  const { age, near, radius } = search;
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
    ...(age === undefined ? {} : { ages: ageBandOf(age) }),
    ...(near === undefined ? {} : { outcode: near }),
    ...(radius === undefined ? {} : { within: [5, 10, 20, 40].find((miles) => radius <= miles) ?? 200 }),
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
