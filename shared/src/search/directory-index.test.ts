import fc from 'fast-check';
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
    (query.age === undefined || (query.age >= document.ageFrom && query.age <= document.ageTo)) &&
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

  test('the order is the same for the same seed, whatever the order of arrival and the size of a page', () => {
    fc.assert(
      fc.property(someDocuments, someQuery, fc.integer({ min: 1, max: 50 }), (documents, query, pageSize) => {
        const order = everyPage(buildIndex(documents, outcodes), query);
        expect(everyPage(buildIndex([...documents].reverse(), outcodes), { ...query, pageSize })).toEqual(order);
      }),
    );
  });

  test('when nothing is found, each filter says how many there would be without it', () => {
    const alone: Record<string, Partial<DirectoryQuery>> = {
      text: { text: undefined },
      lots: { lots: undefined },
      age: { age: undefined },
      keyStages: { keyStages: undefined },
      needs: { needs: undefined },
      modes: { modes: undefined },
      unit: { unit: undefined },
      price: { priceFrom: undefined, priceTo: undefined },
      distance: { radius: undefined },
    };
    fc.assert(
      fc.property(someDocuments, someQuery, (documents, query) => {
        const index = buildIndex(documents, outcodes);
        const { total, without } = index.search(query);
        if (total > 0) return expect(without).toEqual([]);
        for (const { filter, count } of without) expect(index.search({ ...query, ...alone[filter] }).total).toBe(count);
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
