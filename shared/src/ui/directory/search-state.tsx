import { isLocalDate } from '../../domain/days/local-date.ts';
import { agesFault, oldestAge, youngestAge } from '../../domain/directory/ages.ts';
import { type DirectoryFilters, type DirectorySort, directorySorts } from '../../domain/directory/directory-filters.ts';
import { planPattern } from '../../domain/money/planned-timetable.ts';
import { rateUnits } from '../../domain/money/rate-card.ts';
import { vatBases } from '../../domain/money/vat-basis.ts';
import { cutPostcodes } from '../../domain/pupils/cut-postcodes.ts';
import { type Outcode, toOutcode } from '../../domain/pupils/outcode.ts';
import { deliveryModes, keyStages, needs } from '../../domain/register/service.ts';

type Always = 'text' | 'lots' | 'keyStages' | 'needs' | 'modes';
/** Every filter is stated, be it by `undefined`. */
type Filters = { readonly [F in Always]: NonNullable<DirectoryFilters[F]> } & {
  readonly [F in Exclude<keyof DirectoryFilters, Always | 'near'>]: DirectoryFilters[F] | undefined;
};

/** Everything that a search of the directory asks. Prices only together with their unit: an hour is no day. */
export interface SearchState extends Filters {
  readonly near: Outcode | undefined;
  /** The planned timetable, as `planText` writes it. */
  readonly plan: string | undefined;
  readonly sort: DirectorySort;
  readonly page: number;
}

/** Reads a query string. What is not understood is left out, and a full postcode is cut: an old or mistyped link still searches. */
export const fromSearch = (search: string): SearchState => {
  const query = new URLSearchParams(search);
  const several = (name: string): readonly string[] => [...new Set((query.get(name) ?? '').split(',').filter((word) => word !== ''))];
  const whole = (name: string, minimum: number, maximum: number): number | undefined => {
    const text = query.get(name) ?? '';
    const value = Number(text);
    return /^\d{1,9}$/.test(text) && value >= minimum && value <= maximum ? value : undefined;
  };
  const startBy = query.get('startBy') ?? '';
  const plan = query.get('plan') ?? '';
  const ages = { age: whole('age', youngestAge, oldestAge), ageTo: whole('ageTo', youngestAge, oldestAge) };
  const unit = rateUnits.find((known) => known === query.get('unit'));
  return {
    text: tidyText(query.get('text') ?? ''),
    near: toOutcode(query.get('near') ?? ''),
    radius: whole('radius', 1, 200),
    lots: several('lots').filter((key) => /^[A-Za-z0-9-]{1,64}$/.test(key)),
    keyStages: keyStages.filter((known) => several('keyStages').includes(known)),
    age: ages.age,
    ageTo: ages.ageTo === ages.age || agesFault(ages) !== undefined ? undefined : ages.ageTo,
    needs: needs.filter((known) => several('needs').includes(known)),
    modes: deliveryModes.filter((known) => several('modes').includes(known)),
    unit,
    vat: vatBases.find((known) => known === query.get('vat')),
    priceFrom: unit && whole('priceFrom', 0, 1_000_000),
    priceTo: unit && whole('priceTo', 0, 1_000_000),
    placesFree: whole('placesFree', 1, 50),
    startBy: isLocalDate(startBy) ? startBy : undefined,
    plan: planPattern.test(plan) ? plan : undefined,
    sort: directorySorts.find((known) => known === query.get('sort')) ?? 'best',
    page: whole('page', 1, 10_000) ?? 1,
  };
};

/** At most 100 characters with no full postcode in them; repeated until cutting changes nothing more. */
const tidyText = (text: string): string => {
  const tidy = cutPostcodes(text.replace(/\s+/g, ' ').trim().slice(0, 100)).trim();
  return tidy === text ? tidy : tidyText(tidy);
};

export const emptySearch: SearchState = fromSearch('');

/** What the API is asked: only what is set, under the contract's names. */
export const toQuery = (state: SearchState): Record<string, string> => {
  const asked: Record<string, string | number | undefined> = {
    ...state,
    lots: state.lots.join(','),
    keyStages: state.keyStages.join(','),
    needs: state.needs.join(','),
    modes: state.modes.join(','),
    sort: state.sort === 'best' ? undefined : state.sort,
    page: state.page === 1 ? undefined : state.page,
  };
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, `${value}`]])),
  );
};

/** The same as a query string that a person can read: 'text=mentoring&near=DT1&needs=SEMH,ASC'. */
export const toSearch = (state: SearchState): string => new URLSearchParams(toQuery(state)).toString().replaceAll('%2C', ',');

/** A changed search. Anything but a change of page begins again at page 1. */
export const changeSearch = (state: SearchState, patch: Partial<SearchState>): SearchState => {
  const changed = { ...state, page: 1, ...patch };
  return fromSearch(toSearch(changed));
};

/** How many filters narrow a search. */
export const countFilters = ({ needs, keyStages, modes, lots, age, radius, unit, placesFree, startBy }: SearchState): number =>
  [...needs, ...keyStages, ...modes, ...lots, age, radius, unit, placesFree, startBy].filter((value) => value !== undefined).length;
