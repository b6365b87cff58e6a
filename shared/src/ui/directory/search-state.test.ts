import fc from 'fast-check';
import { directoryQuery } from '../../contract/directory.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { directorySorts } from '../../domain/directory/directory-filters.ts';
import { rateUnits } from '../../domain/money/rate-card.ts';
import { vatBases } from '../../domain/money/vat-basis.ts';
import { toOutcode } from '../../domain/pupils/outcode.ts';
import { deliveryModes, keyStages, needs } from '../../domain/register/service.ts';
import { activeFilters } from './active-filters.tsx';
import { readTyped } from './cut-postcode.tsx';
import { changeSearch, countFilters, emptySearch, fromSearch, type SearchState, toQuery, toSearch } from './search-state.tsx';

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const outcode = fc.constantFrom('DT1', 'DT11', 'BH16', 'SP7', 'W1A').map((text) => toOutcode(text));

const anySearch: fc.Arbitrary<SearchState> = fc
  .record({
    text: fc.constantFrom('', 'mentoring', 'school refuser', 'maths & English', 'a,b', "Sam's farm", '50% online', 'naïve café'),
    near: optional(outcode),
    radius: optional(fc.integer({ min: 1, max: 200 })),
    lots: fc.uniqueArray(fc.constantFrom('lot-1', 'lot-2', 'AP-2026-3')),
    keyStages: fc.subarray([...keyStages]),
    age: optional(fc.integer({ min: 4, max: 25 })),
    ageTo: optional(fc.integer({ min: 4, max: 25 })),
    needs: fc.subarray([...needs]),
    modes: fc.subarray([...deliveryModes]),
    unit: optional(fc.constantFrom(...rateUnits)),
    vat: optional(fc.constantFrom(...vatBases)),
    priceFrom: optional(fc.integer({ min: 0, max: 1_000_000 })),
    priceTo: optional(fc.integer({ min: 0, max: 1_000_000 })),
    placesFree: optional(fc.integer({ min: 1, max: 50 })),
    startBy: optional(fc.constantFrom('2027-01-04', '2027-04-12').map(localDate)),
    plan: optional(fc.constantFrom('2d-both-5h-12w', '1d-am-2.5h-52w')),
    sort: fc.constantFrom(...directorySorts),
    page: fc.integer({ min: 1, max: 10_000 }),
  })
  .map((state) => (state.unit === undefined ? { ...state, priceFrom: undefined, priceTo: undefined } : state))
  .map((state) => ((state.ageTo ?? 0) > (state.age ?? state.ageTo ?? 0) ? state : { ...state, ageTo: undefined }));

const postcode = fc.constantFrom('DT11 8BG', 'dt118bg', 'BH16  5AA', 'SP7 8AA', 'W1A 1AA');

describe('the search in the address', () => {
  it('E14: can be shared and bookmarked: it comes back as it was written, for every filter', () => {
    fc.assert(fc.property(anySearch, (state) => expect(fromSearch(toSearch(state))).toEqual(state)));
  });

  it('counts as many filters as there are to take away', () => {
    fc.assert(fc.property(anySearch, (state) => expect(activeFilters(state, String)).toHaveLength(countFilters(state))));
  });

  it('is what the API takes', () => {
    fc.assert(fc.property(anySearch, (state) => expect(directoryQuery.safeParse(toQuery(state)).success).toBe(true)));
  });

  it('reads plainly', () => {
    expect(toSearch({ ...emptySearch, text: 'mentoring', near: toOutcode('DT1'), needs: ['SEMH', 'ASC'] })).toBe(
      'text=mentoring&near=DT1&needs=SEMH,ASC',
    );
  });

  it.each(['ageTo=14', 'age=14&ageTo=11', 'age=13&ageTo=13', 'age=13&ageTo=26'])(
    'leaves out an oldest age that makes no group: %s',
    (search) => {
      expect(fromSearch(search).ageTo).toBeUndefined();
    },
  );

  it('makes something of any text', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(fromSearch(toSearch(fromSearch(text)))).toEqual(fromSearch(text))));
  });

  it('E11: begins at page 1 again after any change but a change of page', () => {
    fc.assert(
      fc.property(anySearch, (state) => {
        expect(changeSearch(state, { needs: ['SEMH'] }).page).toBe(1);
        expect(changeSearch(state, { sort: 'name' }).page).toBe(1);
        expect(changeSearch(state, { page: 7 })).toEqual({ ...state, page: 7 });
      }),
    );
  });
});

describe('a full postcode', () => {
  const holdsPostcode = /[A-Z]{1,2}\d[A-Z\d]?[\s+]*\d[A-Z]{2}/i;

  it('is cut from every part of an address', () => {
    fc.assert(
      fc.property(postcode, fc.constantFrom('text', 'near', 'q'), (typed, name) => {
        const kept = toSearch(fromSearch(new URLSearchParams({ [name]: `${name === 'near' ? '' : 'tutor '}${typed}` }).toString()));
        expect(kept).not.toMatch(holdsPostcode);
      }),
    );
  });

  it('typed as the words becomes the place', () => {
    expect(readTyped(' dt11 8bg ', '')).toEqual({ text: '', near: 'DT11' });
    expect(readTyped('mentoring', 'dt118bg')).toEqual({ text: 'mentoring', near: 'DT11' });
    expect(readTyped('mentoring', 'Dorchester').nearError).toBe('Enter a postcode or the first part of one, such as DT1');
  });
});
