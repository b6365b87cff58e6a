import fc from 'fast-check';
import { localDate } from '../domain/days/local-date.ts';
import { leftOut } from '../domain/directory/filter-names.ts';
import { pence } from '../domain/money/money.ts';
import { distanceMiles } from '../domain/pupils/outcode.ts';
import { buildIndex, type DirectoryResult } from './directory-index.ts';
import { aQuery, aService, outcodes, someDocuments, someQuery } from './document.fixture.ts';
import type { ServiceDocument } from './document.ts';
import { type FacetName, facetNames } from './facets.ts';
import type { DirectoryQuery } from './query.ts';

const refs = (result: DirectoryResult) => result.items.map(({ serviceRef }) => serviceRef);

/** All pages of a query, one after the other. */
function everyPage(index: ReturnType<typeof buildIndex>, query: DirectoryQuery): readonly string[] {
  const first = index.search(query);
  const pages = Math.ceil(first.total / query.pageSize);
  return Array.from({ length: pages }, (_, page) => refs(index.search({ ...query, page: page + 1 }))).flat();
}

/** The filters said again, plainly, one document at a time. Text is asked of an index that holds this document alone. */
function matches(document: ServiceDocument, query: DirectoryQuery): boolean {
  const any = (chosen: readonly string[] | undefined, values: readonly string[]) =>
    !chosen?.length || values.some((value) => chosen.includes(value));
  const origin = query.near === undefined ? undefined : outcodes.get(query.near);
  const place = document.outcode === undefined ? undefined : outcodes.get(document.outcode);
  const miles = origin && place ? distanceMiles(origin, place) : Number.POSITIVE_INFINITY;
  const comes = document.deliveryMode === 'home' || document.deliveryMode === 'community' || document.deliveryMode === 'on-site';
  const radius = query.radius;
  const price = query.vat === 'inc' ? document.priceIncVat : document.price;
  return (
    any(query.lots, [document.lotKey]) &&
    any(query.keyStages, document.keyStages) &&
    any(query.needs, document.needs) &&
    any(query.modes, [document.deliveryMode]) &&
    (query.unit === undefined || query.unit === document.unit) &&
    (query.age === undefined || ((query.ageTo ?? query.age) >= document.ageFrom && query.age <= document.ageTo)) &&
    (query.placesFree === undefined || (document.placesFree !== undefined && document.placesFree >= query.placesFree)) &&
    (query.startBy === undefined || (document.earliestStart !== undefined && document.earliestStart <= query.startBy)) &&
    price >= (query.priceFrom ?? 0) &&
    price <= (query.priceTo ?? Number.MAX_SAFE_INTEGER) &&
    (radius === undefined ||
      query.near === undefined ||
      document.deliveryMode === 'online' ||
      miles <= (comes ? (document.travelRadiusMiles ?? radius) : radius))
  );
}

describe('whatever is searched for in whatever directory', () => {
  test('exactly what passes every filter is found, each once over all pages', () => {
    fc.assert(
      fc.property(someDocuments, someQuery, (documents, query) => {
        const index = buildIndex(documents, outcodes);
        const found = everyPage(index, query);
        const withText = new Set(everyPage(index, aQuery({ text: query.text, pageSize: 50 })));
        const expected = documents.filter((document) => withText.has(document.serviceRef) && matches(document, query));
        expect([...found].sort()).toEqual(expected.map(({ serviceRef }) => serviceRef).sort());
        expect(index.search(query).total).toBe(expected.length);
      }),
    );
  });

  test('each facet counts as if its own filter were not set, and lists every value there is', () => {
    const valuesOf = (document: ServiceDocument): Record<FacetName, readonly string[]> => ({
      lots: [document.lotKey],
      keyStages: document.keyStages,
      needs: document.needs,
      modes: [document.deliveryMode],
      units: [document.unit],
    });
    fc.assert(
      fc.property(someDocuments, someQuery, (documents, query) => {
        const index = buildIndex(documents, outcodes);
        const { facets } = index.search(query);
        for (const name of facetNames) {
          const open = new Set(everyPage(index, { ...query, [name === 'units' ? 'unit' : name]: undefined, pageSize: 50 }));
          const there = new Set(documents.flatMap((document) => valuesOf(document)[name]));
          expect(facets[name].map(({ value }) => value)).toEqual(expect.arrayContaining([...there]));
          for (const { value, count } of facets[name]) {
            const naive = documents.filter((document) => open.has(document.serviceRef) && valuesOf(document)[name].includes(value));
            expect({ name, value, count }).toEqual({ name, value, count: naive.length });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('bands of places and of starts count what a filter at their value would find, whatever that filter is set to', () => {
    fc.assert(
      fc.property(someDocuments, someQuery, (documents, query) => {
        const index = buildIndex(documents, outcodes);
        const { facets } = index.search(query);
        expect(facets.places.map(({ value }) => value)).toEqual(expect.arrayContaining(['1', '2', '5', `${query.placesFree ?? 1}`]));
        for (const { value, count } of facets.places) {
          const found = everyPage(index, { ...query, placesFree: Number(value), pageSize: 50 });
          expect({ value, count }).toEqual({ value, count: found.length });
        }
        for (const { value, count } of facets.starts) {
          const found = everyPage(index, { ...query, startBy: localDate(value), pageSize: 50 });
          expect({ value, count }).toEqual({ value, count: found.length });
        }
        expect(facets.starts).toHaveLength(new Set([...(query.startDays ?? []), ...(query.startBy ? [query.startBy] : [])]).size);
      }),
      { numRuns: 40 },
    );
  });

  test('the order is the same for the same seed, whatever the order of arrival and the size of a page', () => {
    fc.assert(
      fc.property(someDocuments, someQuery, fc.integer({ min: 1, max: 50 }), (documents, query, pageSize) => {
        const order = everyPage(buildIndex(documents, outcodes), query);
        expect(everyPage(buildIndex([...documents].reverse(), outcodes), { ...query, pageSize })).toEqual(order);
      }),
    );
  });

  test('a range of prices is left out with its unit: a price of an hour does not compare with one of a day', () => {
    const index = buildIndex([aService({ serviceRef: 'S-a', unit: 'day', price: pence(9_000) })], outcodes);
    const { without } = index.search(aQuery({ unit: 'hour', priceFrom: 1_000, priceTo: 5_000 }));
    expect(without).toEqual([
      { filter: 'unit', label: 'the unit of price', count: 1 },
      { filter: 'price', label: 'the price range', count: 0 },
    ]);
  });

  test('when nothing is found, each filter says how many there would be without it', () => {
    fc.assert(
      fc.property(someDocuments, someQuery, (documents, query) => {
        const index = buildIndex(documents, outcodes);
        const { total, without } = index.search(query);
        if (total > 0) return expect(without).toEqual([]);
        for (const { filter, count } of without) expect(index.search({ ...query, ...leftOut[filter] }).total).toBe(count);
        return undefined;
      }),
    );
  });
});

describe('the directory', () => {
  const garage = aService({
    serviceRef: 'S-1',
    name: 'Motor vehicle workshop',
    keyStages: ['KS4'],
    needs: ['EXCLUSION-RISK'],
    lotKey: 'AP-3',
    lotName: 'Employability',
  });
  const forest = aService({
    serviceRef: 'S-2',
    name: 'Forest school',
    outcode: 'SP8',
    needs: ['SEMH', 'EBSA'],
    unit: 'session',
    price: pence(4_500),
  });
  const tutor = aService({
    serviceRef: 'S-3',
    name: 'Home tuition',
    deliveryMode: 'home',
    travelRadiusMiles: 15,
    outcode: 'DT6',
    unit: 'hour',
    price: pence(4_200),
  });
  const online = aService({
    serviceRef: 'S-4',
    name: 'Online maths',
    deliveryMode: 'online',
    outcode: undefined,
    unit: 'hour',
    price: pence(3_000),
  });
  const index = buildIndex([garage, forest, tutor, online], outcodes);

  test('an empty query finds everything', () => {
    expect(index.search(aQuery()).total).toBe(4);
    expect(index.search(aQuery({ text: '  !? ' })).total).toBe(4);
  });

  test('facets bear names that people read, in a fixed order', () => {
    expect(index.search(aQuery({ lots: ['AP-3'] })).facets).toMatchObject({
      lots: [
        { value: 'AP-1', label: 'Engagement & Reengagement', count: 3 },
        { value: 'AP-3', label: 'Employability', count: 1 },
      ],
      keyStages: [
        { value: 'KS3', label: 'Key stage 3', count: 0 },
        { value: 'KS4', label: 'Key stage 4', count: 1 },
      ],
      units: [
        { value: 'hour', label: 'Per hour', count: 0 },
        { value: 'session', label: 'Per session (half a day)', count: 0 },
        { value: 'day', label: 'Per day', count: 1 },
      ],
    });
  });

  test('a provider that comes to the pupil is found as far as it travels, an online one everywhere', () => {
    const within = (near: string, radius: number) => refs(index.search(aQuery({ near, radius, sort: 'name' })));
    expect(within('DT1', 5)).toEqual(['S-3', 'S-4']); // Bridport is about 14 miles away, and the tutor travels 15
    expect(within('SP8', 5)).toEqual(['S-2', 'S-4']);
    expect(within('DT11', 1)).toEqual(['S-1', 'S-4']);
    expect(within('AB10', 50)).toEqual(['S-4']); // an outcode that is not on the map: nothing is claimed to be near it
  });

  test('by distance, the nearest comes first and what has no distance last', () => {
    const result = index.search(aQuery({ near: 'DT11', sort: 'distance' }));
    expect(refs(result)).toEqual(['S-1', 'S-2', 'S-3', 'S-4']);
    expect(result.items.map(({ distance }) => distance)).toEqual([
      'in the same area (DT11)',
      'about 13 miles',
      'about 27 miles',
      undefined,
    ]);
  });

  test('R39: by price, one unit is compared ex VAT and the others follow, which is said', () => {
    const result = index.search(aQuery({ sort: 'price' }));
    expect(refs(result)).toEqual(['S-4', 'S-3', 'S-2', 'S-1']);
    expect(result.items.map(({ why }) => why.filter((line) => line.startsWith('Priced')))).toEqual([
      [],
      [],
      ['Priced per session, so listed after prices per hour'],
      ['Priced per day, so listed after prices per hour'],
    ]);
    expect(refs(index.search(aQuery({ sort: 'price', unit: 'session' })))).toEqual(['S-2']);
  });

  test('R39: by price with VAT, the order and the range are those of what is paid', () => {
    const twin = (ref: string, net: number, inc: number) =>
      aService({ serviceRef: ref, unit: 'hour', price: pence(net), priceIncVat: pence(inc) });
    const directory = buildIndex([twin('S-vat', 4_500, 5_400), twin('S-none', 5_000, 5_000)]);
    const found = (query: Partial<DirectoryQuery>) => refs(directory.search(aQuery({ sort: 'price', ...query })));
    expect(found({})).toEqual(['S-vat', 'S-none']);
    expect(found({ vat: 'inc' })).toEqual(['S-none', 'S-vat']);
    expect(found({ vat: 'ex', priceTo: 4_600 })).toEqual(['S-vat']);
    expect(found({ vat: 'inc', priceTo: 5_100 })).toEqual(['S-none']);
  });

  test('each result says why it is there', () => {
    const why = (query: Partial<DirectoryQuery>) => index.search(aQuery(query)).items[0]?.why;
    expect(why({ text: 'mechanics' })).toEqual(['Matches "motor vehicle" (you typed "mechanics")']);
    expect(why({ text: 'forrest' })).toEqual(['Matches "forest" (you typed "forrest")']);
    expect(why({ needs: ['EBSA'], near: 'SP8' })).toEqual(['Meets Emotionally based school avoidance (EBSA)', 'In the same area (SP8)']);
    expect(why({ text: 'tuition', near: 'DT1' })).toEqual(['Matches "tuition"', 'Comes to the pupil: travels up to 15 miles']);
    expect(why({ text: 'tuition', near: 'SP8' })).toEqual([
      'Matches "tuition"',
      'Based about 30 miles away, but travels only up to 15 miles',
    ]);
    expect(why({ text: 'maths' })).toEqual(['Matches "maths"', 'Online: no journey']);
  });

  test('row 34: a planned timetable is priced at each result, in the unit of its price', () => {
    const timetable = { daysPerWeek: 2, sessions: 'both', hoursPerDay: 5, weeks: 12 } as const;
    const standard = aService({
      serviceRef: 'S-5',
      unit: 'week',
      price: pence(9_000),
      vatTreatment: 'standard-rated',
      hoursPerWeekMax: 10,
    });
    const few = aService({ serviceRef: 'S-6', unit: 'hour', price: pence(100), hoursPerWeekMax: 6 });
    const planned = buildIndex([garage, forest, online, standard, few], outcodes);
    const { items } = planned.search(aQuery({ sort: 'package', timetable }));
    expect(items.map(({ serviceRef, packageCost }) => [serviceRef, packageCost])).toEqual([
      ['S-5', { units: 12, net: 108_000, gross: 129_600 }],
      ['S-1', { units: 24, net: 192_000, gross: 192_000 }],
      ['S-2', { units: 48, net: 216_000, gross: 216_000 }],
      ['S-4', { units: 120, net: 360_000, gross: 360_000 }],
      ['S-6', undefined],
    ]);
    expect(items.map(({ why }) => why.at(-1))).toEqual([
      'Your plan is 12 weeks: £1,080.00 ex VAT',
      'Your plan is 24 days: £1,920.00 ex VAT',
      'Your plan is 48 sessions: £2,160.00 ex VAT',
      'Your plan is 120 hours: £3,600.00 ex VAT',
      'Offered for at most 6 hours a week: less than you plan',
    ]);
    expect(planned.search(aQuery({ sort: 'package', timetable, vat: 'inc' })).items[0]?.why.at(-1)).toBe(
      'Your plan is 12 weeks: £1,296.00 inc VAT',
    );
    expect(planned.search(aQuery()).items.every(({ packageCost }) => packageCost === undefined)).toBe(true);
  });

  test('by the earliest start, what is near comes before what is far, and what names no day comes last', () => {
    const starting = (ref: string, outcode: string, day: string | undefined) =>
      aService({ serviceRef: ref, outcode, earliestStart: day === undefined ? undefined : localDate(day) });
    const soon = buildIndex(
      [
        starting('S-far-now', 'SP8', '2026-11-24'),
        starting('S-near-later', 'DT1', '2027-01-04'),
        starting('S-next-soon', 'DT2', '2026-12-01'),
        starting('S-near-soon', 'DT1', '2026-12-01'),
        starting('S-near-unknown', 'DT1', undefined),
      ],
      outcodes,
    );
    const found = (query: Partial<DirectoryQuery>) => soon.search(aQuery({ sort: 'earliest', ...query }));
    expect(new Set(refs(found({ near: 'DT1' })).slice(0, 2))).toEqual(new Set(['S-next-soon', 'S-near-soon']));
    expect(refs(found({ near: 'DT1' })).slice(2)).toEqual(['S-near-later', 'S-far-now', 'S-near-unknown']);
    expect(refs(found({ near: 'DT1', radius: 50 }))[0]).toBe('S-far-now');
    expect(refs(found({}))[0]).toBe('S-far-now');
    expect(found({}).items.map(({ why }) => why)).toEqual([
      ['Can start from 24 November 2026'],
      ['Can start from 1 December 2026'],
      ['Can start from 1 December 2026'],
      ['Can start from 4 January 2027'],
      ['No first day is known, so listed last'],
    ]);
  });

  test('who can take a pupil: by the places that are told free, and by a day; what is not told is not claimed', () => {
    const told = (ref: string, facts: Partial<ServiceDocument>) => aService({ serviceRef: ref, name: ref, ...facts });
    const open = buildIndex([
      told('S-full', { placesFree: 0, placesAsAt: localDate('2026-11-02') }),
      told('S-one', { placesFree: 1, placesAsAt: localDate('2026-11-02'), earliestStart: localDate('2026-12-01') }),
      told('S-two', { placesFree: 2, earliestStart: localDate('2027-01-04') }),
      told('S-untold', {}),
    ]);
    const found = (query: Partial<DirectoryQuery>) => open.search(aQuery({ sort: 'name', ...query }));
    expect(refs(found({ placesFree: 1 }))).toEqual(['S-one', 'S-two']);
    expect(refs(found({ placesFree: 2 }))).toEqual(['S-two']);
    expect(refs(found({ startBy: localDate('2026-12-31') }))).toEqual(['S-one']);
    expect(found({ placesFree: 1 }).items.map(({ why }) => why)).toEqual([['1 place free as at 2 November 2026'], ['2 places free']]);
    expect(found({ placesFree: 9, startBy: localDate('2026-12-31') }).without).toEqual([
      { filter: 'places', label: 'the places free', count: 1 },
      { filter: 'start', label: 'the day of the start', count: 0 },
    ]);
  });

  test('the ages of a group: what serves any of them matches', () => {
    const ages = (ref: string, ageFrom: number, ageTo: number) => aService({ serviceRef: ref, name: ref, ageFrom, ageTo });
    const some = buildIndex([ages('S-a', 5, 10), ages('S-b', 11, 14), ages('S-c', 14, 16)]);
    expect(refs(some.search(aQuery({ sort: 'name', age: 10, ageTo: 13 })))).toEqual(['S-a', 'S-b']);
    expect(refs(some.search(aQuery({ sort: 'name', age: 14 })))).toEqual(['S-b', 'S-c']);
    expect(some.search(aQuery({ sort: 'name', age: 14 })).items[0]?.why).toEqual(['For ages 11 to 14']);
  });

  test('nothing found: what to leave out is counted', () => {
    const { total, without } = index.search(aQuery({ text: 'forest', lots: ['AP-3'], age: 12 }));
    expect(total).toBe(0);
    expect(without).toEqual([
      { filter: 'text', label: 'the words', count: 1 },
      { filter: 'lots', label: 'the lot', count: 1 },
      { filter: 'age', label: 'the age', count: 0 },
    ]);
  });

  test.each([[{ page: 0 }], [{ page: 1.5 }], [{ pageSize: 0 }], [{ pageSize: 51 }]])('%p is no page', (told) => {
    expect(() => index.search(aQuery(told))).toThrow(RangeError);
  });

  test('a page past the last is empty, and still tells the total', () => {
    expect(index.search(aQuery({ page: 9 }))).toMatchObject({ total: 4, items: [] });
  });
});
