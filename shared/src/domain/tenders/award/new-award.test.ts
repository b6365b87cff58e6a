import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import type { Rate } from '../../money/rate-card.ts';
import { anOffer } from '../application/application.fixture.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { aPriceLine } from '../prices/price-book.fixture.ts';
import { ratesOf } from '../prices/price-book.ts';
import {
  anAwardThatIs,
  anEvaluation,
  aReservedBook,
  awardFacts,
  decidedAt,
  importAward,
  lotPrices,
  proposeAward,
  tryAward,
} from './award.fixture.ts';
import type { AwardFacts } from './award-command.ts';

const under = (told: Partial<AwardFacts['framework']>) => ({ framework: { ...awardFacts().framework, ...told } });
const [lot] = anEvaluation().lots;
if (!lot?.line) throw new Error('no line');
const { line } = lot;

describe('row 17: which frameworks take awards', () => {
  // The framework is live from 1 April 2027.
  const afterwards = '2027-05-01T10:00:00Z';
  test.each<[string, Partial<AwardFacts['framework']>, string, boolean, boolean]>([
    ['pending', { status: 'pending' }, '2027-01-20', true, true],
    ['in its standstill', { status: 'standstill' }, '2027-01-20', true, true],
    ['live and open to more', { status: 'live', kind: 'open' }, '2027-04-20', true, true],
    ['live and closed, decided before it was live', { status: 'live' }, '2027-03-31', true, false],
    ['live and closed, decided on its first day', { status: 'live' }, '2027-04-01', true, false],
    ['live and closed, decided after it', { status: 'live' }, '2027-04-02', false, false],
    ['being planned', { status: 'coming' }, '2027-01-20', false, false],
    ['open for applications', { status: 'open' }, '2027-01-20', false, false],
    ['cancelled', { status: 'cancelled' }, '2027-01-20', false, false],
    ['expired', { status: 'expired' }, '2027-01-20', false, false],
    ['pending but open in kind', { status: 'coming', kind: 'open' }, '2027-01-20', false, false],
  ])('%s', (_what, told, decidedOn, imports, proposes) => {
    const imported = tryAward(undefined, importAward({ decidedOn: localDate(decidedOn) }), under(told), afterwards);
    const proposal = tryAward(undefined, proposeAward(), under(told), afterwards);
    expect([imported.ok ? true : imported.code, proposal.ok ? true : proposal.code]).toEqual([
      imports || 'framework-not-taking-awards',
      proposes || 'framework-not-taking-awards',
    ]);
  });
});

test('row 17: a framework that takes no awards says why', () => {
  const detailOf = (told: Partial<AwardFacts['framework']>) => refusedTender(tryAward(undefined, proposeAward(), under(told))).detail;
  expect([detailOf({ status: 'live' }), detailOf({ status: 'open' })]).toEqual([
    'A closed framework takes no new providers once it is live.',
    'The framework is open, so nothing can be awarded.',
  ]);
});

describe('an award of a portal', () => {
  test('may have been decided today', () => {
    expect(tryAward(undefined, importAward({ decidedOn: localDate('2027-01-28') }), {}, decidedAt).ok).toBe(true);
  });

  test.each<[string, number, number, number, boolean]>([
    ['nothing for the price', 8_000, 0, 8_000, true],
    ['nothing for quality', 0, 1_000, 1_000, true],
    ['all points there are', 9_000, 1_000, 10_000, true],
    ['less than nothing for quality', -1, 1_001, 1_000, false],
    ['less than nothing for the price', 1_001, -1, 1_000, false],
    ['less than nothing in all', -2, 1, -1, false],
    ['half a hundredth for quality', 0.5, 0.5, 1, false],
    ['half a hundredth in all', 1, 0.5, 1.5, false],
    ['a hundredth over all there are', 9_001, 1_000, 10_001, false],
  ])('is taken, or not, with %s', (_what, qualityPoints, pricePoints, total, taken) => {
    const [, second] = importAward().lots;
    if (!second) throw new Error('no lot');
    const decision = tryAward(undefined, importAward({ lots: [{ lotKey: 'AP-2027-1', qualityPoints, pricePoints, total }, second] }));
    if (taken) expect(acceptedTender(decision).state.lots[0]).toStrictEqual({ lotKey: 'AP-2027-1', qualityPoints, pricePoints, total });
    else expect(refusedTender(decision)).toMatchObject({ code: 'score-not-valid', field: '/lots/0/total' });
  });

  test('names each lot once, and none that another award of the provider holds', () => {
    const [one] = importAward().lots;
    if (!one) throw new Error('no lot');
    expect(refusedTender(tryAward(undefined, importAward({ lots: [one, one] })))).toMatchObject({
      code: 'lot-not-known',
      detail: 'Lot AP-2027-1 is named twice.',
      field: '/lots/1/lotKey',
    });
    const holding = (status: 'approved' | 'rejected' | 'set-aside', ...lotKeys: readonly string[]) => ({
      otherAwards: [{ status, lotKeys }],
    });
    expect(refusedTender(tryAward(undefined, importAward(), holding('approved', 'AP-2027-3', 'AP-2027-2')))).toMatchObject({
      code: 'already-made',
      field: '/lots/1/lotKey',
    });
    expect(tryAward(undefined, importAward(), holding('approved', 'AP-2027-3')).ok).toBe(true);
    for (const status of ['rejected', 'set-aside'] as const)
      expect(tryAward(undefined, importAward(), holding(status, 'AP-2027-2')).ok).toBe(true);
  });

  test('prices its own lots, each service in one of them', () => {
    expect(refusedTender(tryAward(undefined, importAward({ prices: [] })))).toMatchObject({ code: 'prices-incomplete', field: '/prices' });
    const stray = [aPriceLine({ serviceRef: 'S-3', lotKey: 'AP-2027-3' }), ...lotPrices];
    expect(refusedTender(tryAward(undefined, importAward({ prices: stray })))).toMatchObject({
      code: 'lot-not-known',
      detail: 'Lot AP-2027-3 is not awarded here.',
      field: '/prices/0/lotKey',
    });
    const twice = [...lotPrices, aPriceLine({ serviceRef: 'S-00002', lotKey: 'AP-2027-1', unit: 'week' })];
    expect(refusedTender(tryAward(undefined, importAward({ prices: twice })))).toMatchObject({
      code: 'lot-not-known',
      detail: 'Service S-00002 is priced in two lots.',
      field: '/prices/1/lotKey',
    });
  });
});

describe('R38: no price is awarded beside a rate that is approved for the same thing', () => {
  const rate = (told: Partial<Rate> = {}): Rate => ({
    ref: 'R-00001',
    serviceRef: 'S-00001',
    lotKey: 'AP-2027-1',
    unit: 'hour',
    price: pence(3_900),
    effectiveFrom: localDate('2027-01-01'),
    effectiveTo: localDate('2027-12-31'),
    status: 'approved',
    ...told,
  });
  const small = { prices: [aPriceLine({ lotKey: 'AP-2027-1', group: { from: 1, to: 3 } }), ...lotPrices.slice(1)] };
  const withRates = (rates: readonly Rate[], told = small) => tryAward(undefined, importAward(told), { rates });

  test('whatever its group size where the rate has none, and where the sizes meet', () => {
    for (const each of [rate(), rate({ groupFrom: 3, groupTo: 5 })])
      expect(refusedTender(withRates([each]))).toMatchObject({ code: 'price-overlaps', field: '/prices/0/price' });
    expect(withRates([rate({ groupFrom: 4, groupTo: 6 })]).ok).toBe(true);
  });

  test.each<[string, Rate]>([
    ['a draft', rate({ status: 'draft' })],
    ['over before the framework is live', rate({ effectiveTo: localDate('2027-03-31') })],
    ['of another service', rate({ serviceRef: 'S-00009' })],
  ])('but a rate that is %s is in nobody’s way', (_what, each) => expect(withRates([each]).ok).toBe(true));

  test('and the rates of its own book are not in its way', () => {
    const book = aReservedBook(anAwardThatIs('proposed'));
    const lines = book.lines.map((each) => ({ ...each, state: 'approved' as const }));
    const rates = ratesOf({ ...book, lines });
    expect(refusedTender(tryAward(undefined, importAward(), { rates })).code).toBe('price-overlaps');
    expect(tryAward(undefined, importAward(), { rates, book: { ...book, lines } }).ok).toBe(true);
  });
});

describe('an award out of a round', () => {
  test.each<[string, Parameters<typeof anEvaluation>[0]]>([
    ['another lot', { lots: [{ ...lot, lotKey: 'AP-2027-2' }] }],
    ['no place in the ranking', { lots: [{ ...lot, line: undefined }] }],
    ['a total that was not reckoned', { lots: [{ ...lot, line: { ...line, total: undefined } }] }],
    ['points for the price that were not reckoned', { lots: [{ ...lot, line: { ...line, pricePoints: undefined } }] }],
    ['a lot that is only moderated', { lots: [{ ...lot, status: 'moderated' }] }],
  ])('is not proposed from an evaluation with %s', (_what, told) => {
    expect(refusedTender(tryAward(undefined, proposeAward(), { evaluation: anEvaluation(told) }))).toMatchObject({
      code: 'not-recommended',
      field: '/lotKeys/0',
    });
  });

  test('chooses lots, each of them once', () => {
    expect(refusedTender(tryAward(undefined, proposeAward({ lotKeys: [] })))).toMatchObject({ code: 'lot-not-known', field: '/lotKeys' });
    expect(refusedTender(tryAward(undefined, proposeAward({ lotKeys: ['AP-2027-1', 'AP-2027-1'] })))).toMatchObject({
      code: 'lot-not-known',
      field: '/lotKeys/1',
    });
  });

  test('takes the prices as they were offered for its lots, in any order, and no others', () => {
    const offers = [anOffer(), anOffer({ unit: 'day', price: pence(15_000) }), anOffer({ lotKey: 'AP-2027-2', price: pence(5_000) })];
    const [hour] = lotPrices;
    if (!hour) throw new Error('no price');
    const day = aPriceLine({ lotKey: 'AP-2027-1', unit: 'day', price: pence(15_000) });
    const evaluation = anEvaluation({ offers });
    const propose = (...prices: readonly (typeof day)[]) => tryAward(undefined, proposeAward({ prices }), { evaluation });
    expect(propose(day, hour).ok).toBe(true);
    expect(propose(hour, day).ok).toBe(true);
    for (const prices of [
      [hour],
      [hour, { ...day, price: pence(14_999) }],
      [hour, { ...day, group: { from: 1, to: 3 } }],
      [hour, { ...day, volumeBands: [{ fromUnits: 10, unitPrice: pence(14_000) }] }],
      [hour, day, aPriceLine({ lotKey: 'AP-2027-1', unit: 'week', price: pence(50_000) })],
    ])
      expect(refusedTender(propose(...prices))).toMatchObject({ code: 'price-not-allowed', field: '/prices' });
    expect(refusedTender(tryAward(undefined, proposeAward(), { evaluation: undefined }))).toMatchObject({ code: 'price-not-allowed' });
    // £34.00 for one or two pupils is not £4.00 for up to 23, though the figures are the same ones.
    const small = anEvaluation({ offers: [anOffer({ group: { from: 1, to: 2 }, price: pence(3_400) })] });
    const large = aPriceLine({ lotKey: 'AP-2027-1', group: { from: 1, to: 23 }, price: pence(400) });
    expect(refusedTender(tryAward(undefined, proposeAward({ prices: [large] }), { evaluation: small })).code).toBe('price-not-allowed');
  });
});

test('a price is for a service of this provider in this lot', () => {
  const [, second] = lotPrices;
  if (!second) throw new Error('no price');
  const known = awardFacts().services;
  for (const told of [{ ref: 'S-00009' }, { providerRef: 'P-0001' }, { lotKey: 'AP-2027-1' }]) {
    const services = known.map((each) => (each.ref === second.serviceRef ? { ...each, ...told } : each));
    expect(refusedTender(tryAward(undefined, importAward(), { services }))).toMatchObject({
      code: 'service-not-known',
      field: '/prices/1/serviceRef',
    });
  }
});
