import { aCallOff, aRequest, aService, senco } from '../call-off/call-off.fixture.ts';
import type { SubmitFacts } from '../call-off/submit-call-off.ts';
import type { Service } from '../register/service.ts';
import { askedProviders, type CandidateSearch, candidatesFor, candidatesOf, meetsSameNeed, toConsidered } from './next-candidates.ts';
import { anotherProvider } from './order.fixture.ts';

const now = '2026-11-24T10:00:00Z';
const asked = aService();
const refs = (found: ReturnType<typeof candidatesOf>) => found.map(({ listing }) => listing.service.ref);

describe('row 41: which service can take the place of another', () => {
  test.each<[string, Partial<Service>, boolean]>([
    ['one like it', {}, true],
    ['one for its need and others', { needs: ['ASD', 'SEMH'] as never }, true],
    ['one of another lot', { lotKey: 'AP-2026-2' }, false],
    ['one of another type', { type: 'tuition' as never }, false],
    ['one that is taught in another way', { deliveryMode: 'online' }, false],
    ['one for none of its needs', { needs: [] }, false],
  ])('%s', (_, told, expected) => {
    expect(meetsSameNeed(asked, aService(told))).toBe(expected);
  });

  test('for one of several needs is enough', () => {
    expect(meetsSameNeed(aService({ needs: ['SEMH', 'HI'] }), aService({ needs: ['HI'] }))).toBe(true);
  });

  test('for no need in particular, one for any', () => {
    expect(meetsSameNeed(aService({ needs: [] }), aService({ needs: [] }))).toBe(true);
  });
});

test('the providers that were asked by now, in the order in which they were, the present one last', () => {
  expect(askedProviders(aCallOff())).toEqual(['P-0001']);
  const before = { ...aCallOff(), offers: [{ providerRef: 'P-0003' }, { providerRef: 'P-0002' }] as never };
  expect(askedProviders(before)).toEqual(['P-0003', 'P-0002', 'P-0001']);
});

describe('R30: whom a request can be offered to', () => {
  const search: CandidateSearch = { now, compared: 'ex', requester: senco, isLeftOut: () => false };
  const find = (facts: readonly SubmitFacts[], told: Partial<CandidateSearch> = {}) =>
    candidatesOf(aRequest(), asked, facts, { ...search, ...told });
  const [cheap, middle, dear] = [anotherProvider(2, 7_000), anotherProvider(3, 7_500), anotherProvider(4, 9_000)];

  test('the lowest price first, whichever was found first', () => {
    expect(refs(find([dear, cheap, middle]))).toEqual(['S-00002', 'S-00003', 'S-00004']);
  });

  test('with the bases of a direct award that hold for it, in the order of the framework', () => {
    const onlyTheSchoolKnows = ['continuity', 'pupil-choice'];
    expect(find([dear, cheap]).map(({ bases }) => bases)).toEqual([['lowest-price', ...onlyTheSchoolKnows], onlyTheSchoolKnows]);
    expect(find([dear]).map(({ bases }) => bases)).toEqual([['lowest-price', 'only-match', ...onlyTheSchoolKnows]]);
  });

  test.each<[string, SubmitFacts]>([
    ['that cannot be read', { ...cheap, listing: { ...cheap.listing, service: undefined } }],
    ['of no framework', { ...cheap, listing: { ...cheap.listing, framework: undefined } }],
    [
      'of a framework that permits no direct award',
      { ...cheap, listing: { ...cheap.listing, framework: cheap.listing.framework && { ...cheap.listing.framework, permittedBases: [] } } },
    ],
    [
      'for another need',
      { ...cheap, listing: { ...cheap.listing, service: cheap.listing.service && { ...cheap.listing.service, needs: [] } } },
    ],
    ['without a price', { ...cheap, listing: { ...cheap.listing, rates: [] } }],
  ])('not a service %s', (_, facts) => {
    expect(refs(find([facts, dear]))).toEqual(['S-00004']);
  });

  test('nor one that the search leaves out', () => {
    expect(refs(find([cheap, dear], { isLeftOut: ({ ref }) => ref === 'S-00002' }))).toEqual(['S-00004']);
  });

  test('R12: nor one that may take no more pupils by the threshold of registration', () => {
    const full = {
      buyerRef: '113801',
      pupilRef: 'P-9',
      hoursPerWeek: 20,
      compulsorySchoolAge: true,
      ehcPlan: true,
      lookedAfter: false,
    } as const;
    const { startDate, endDate } = aRequest();
    const placements = [{ ...full, startDate, endDate }];
    expect(refs(find([{ ...cheap, registration: { ...cheap.registration, placements } }, dear]))).toEqual(['S-00004']);
  });

  test('the evidence names service, provider, rate and sums', () => {
    const [found] = find([cheap]);
    if (!found) throw new Error('there is one');
    expect(toConsidered(found)).toStrictEqual({
      serviceRef: 'S-00002',
      serviceName: 'Day centre',
      providerName: 'Provider 2',
      rateRef: 'R-00002',
      net: found.price.net,
      gross: found.price.gross,
    });
  });

  test('next: only a provider that was not asked before; units of a block purchase have no next', () => {
    const present = { ...aCallOff(), offers: [{ providerRef: 'P-0002' }] as never };
    expect(refs(candidatesFor(present, asked, [cheap, dear], { now, compared: 'ex' }))).toEqual(['S-00004']);
    const drawn = { ...present, request: { ...present.request, basis: undefined, blockRef: 'B-00001' } as never };
    expect(candidatesFor(drawn, asked, [cheap, dear], { now, compared: 'ex' })).toEqual([]);
  });
});
