import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import { anOffer } from '../application/application.fixture.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { aPriceLine } from '../prices/price-book.fixture.ts';
import { applicant, evaluatorA } from '../tender.fixture.ts';
import {
  anAwardThatIs,
  anEvaluation,
  importAward,
  lotPrices,
  proposeAward,
  rejectAward,
  tryAward,
  withFramework,
} from './award.fixture.ts';
import { awardStatuses } from './award-status.ts';

describe('two ways onto the framework end in the same recorded award', () => {
  test('an award that a portal made is imported with its lots, scores, prices, notice and evidence', () => {
    const { state } = acceptedTender(tryAward(undefined, importAward()));
    expect(state).toMatchObject({
      ref: 'AW-P-0042-DN608441-AP-2027-1-AP-2027-2',
      status: 'proposed',
      source: { kind: 'portal', portal: 'ProContract', noticeId: 'DN608441' },
      lots: [{ lotKey: 'AP-2027-1', total: 8_000, place: 1 }, { lotKey: 'AP-2027-2' }],
      prices: lotPrices,
    });
  });

  test('an award out of a round takes its points from the ranking and its prices from the offer', () => {
    const { state } = acceptedTender(tryAward(undefined, proposeAward()));
    expect(state).toMatchObject({
      ref: 'AW-P-0042-RD-2027-AP-2027-1',
      status: 'proposed',
      source: { kind: 'round', roundRef: 'RD-2027', applicationRef: 'AP-RD-2027-P-0042' },
      lots: [{ lotKey: 'AP-2027-1', qualityPoints: 7_200, pricePoints: 800, total: 8_000, place: 1 }],
      evaluators: [{ objectId: evaluatorA.objectId }, {}],
    });
  });

  test('row 14: one proposal takes several lots of one application, where the ranking of each recommends it', () => {
    const [lot] = anEvaluation().lots;
    if (!lot) throw new Error('No lot');
    const day = { lotKey: 'AP-2027-2', serviceName: 'Day', unit: 'day' as const, price: pence(15_000) };
    const evaluation = anEvaluation({ lots: [lot, { ...lot, lotKey: 'AP-2027-2' }], offers: [anOffer(), day] });
    const both = proposeAward({ lotKeys: ['AP-2027-1', 'AP-2027-2'], prices: lotPrices });
    const { state } = acceptedTender(tryAward(undefined, both, { evaluation }));
    expect([state.ref, state.lots.map(({ lotKey }) => lotKey)]).toEqual([
      'AW-P-0042-RD-2027-AP-2027-1-AP-2027-2',
      ['AP-2027-1', 'AP-2027-2'],
    ]);
    const second = { ...lot, lotKey: 'AP-2027-2', status: 'not-recommended' as const };
    expect(refusedTender(tryAward(undefined, both, { evaluation: { ...evaluation, lots: [lot, second] } }))).toMatchObject({
      code: 'not-recommended',
      field: '/lotKeys/1',
    });
  });

  test('from there on nothing tells them apart', () => {
    const shape = (award: object) => Object.keys(award).sort();
    const [imported, proposed] = [anAwardThatIs('countersigned'), anAwardThatIs('countersigned', proposeAward())];
    expect(shape(proposed)).toEqual(shape(imported));
    expect(proposed.history.map(({ what }) => what).slice(1)).toEqual(imported.history.map(({ what }) => what).slice(1));
  });

  test('the same notice imported twice is the same record', () => {
    const first = acceptedTender(tryAward(undefined, importAward())).state;
    expect(refusedTender(tryAward(first, importAward())).code).toBe('already-made');
    const turned = importAward({ lots: [...importAward().lots].reverse() });
    expect(acceptedTender(tryAward(undefined, turned)).state.ref).toBe(first.ref);
  });

  test('a notice whose number has other signs is known by its letters and figures', () => {
    expect(acceptedTender(tryAward(undefined, importAward({ noticeId: 'dn 608 / 441' }))).state.ref).toBe(
      'AW-P-0042-DN-608-441-AP-2027-1-AP-2027-2',
    );
  });

  test.each<[string, Parameters<typeof importAward>[0], string, string]>([
    ['no lot', { lots: [] }, 'lot-not-known', '/lots'],
    [
      'a lot of another framework',
      { lots: [{ lotKey: 'AP-2018-1', qualityPoints: 0, pricePoints: 0, total: 0 }] },
      'lot-not-known',
      '/lots/0/lotKey',
    ],
    [
      'points that do not add up',
      { lots: [{ lotKey: 'AP-2027-1', qualityPoints: 1, pricePoints: 1, total: 3 }] },
      'score-not-valid',
      '/lots/0/total',
    ],
    [
      'more than 100 points',
      { lots: [{ lotKey: 'AP-2027-1', qualityPoints: 9_000, pricePoints: 1_001, total: 10_001 }] },
      'score-not-valid',
      '/lots/0/total',
    ],
    ['a price of nought', { prices: [aPriceLine({ lotKey: 'AP-2027-1', price: pence(0) })] }, 'price-not-allowed', '/prices/0/price'],
    ['a lot without a price', { prices: lotPrices.slice(1) }, 'prices-incomplete', '/prices'],
    [
      'a price for a lot that is not awarded',
      { prices: [...lotPrices, aPriceLine({ serviceRef: 'S-3', lotKey: 'AP-2027-3' })] },
      'lot-not-known',
      '/prices/2/lotKey',
    ],
    [
      'one service in two lots',
      { prices: [...lotPrices, aPriceLine({ lotKey: 'AP-2027-2', unit: 'week' })] },
      'lot-not-known',
      '/prices/0/lotKey',
    ],
    ['no portal', { portal: '' }, 'text-required', '/portal'],
    ['no notice', { noticeId: ' ' }, 'text-required', '/noticeId'],
    ['evidence that is no link', { evidenceUrl: 'in the cupboard' }, 'link-not-allowed', '/evidenceUrl'],
    ['no word of who scored it', { scorers: { kind: 'members', people: [] } }, 'scorers-not-told', '/scorers'],
    [
      'a scorer who is no member of the council',
      { scorers: { kind: 'members', people: [evaluatorA, applicant] } },
      'scorers-not-told',
      '/scorers/people/1',
    ],
    [
      'a scorer of another organisation beside one of ours',
      { scorers: { kind: 'members', people: [applicant, evaluatorA] } },
      'scorers-not-told',
      '/scorers/people/0',
    ],
    ['a decision of tomorrow', { decidedOn: localDate('2027-01-29') }, 'dates-not-allowed', '/decidedOn'],
  ])('an import with %s is refused', (_what, told, code, field) => {
    expect(refusedTender(tryAward(undefined, importAward(told)))).toMatchObject({ code, field });
  });

  test('a lot that is not recommended, or at another price than offered, is not proposed', () => {
    const [lot] = anEvaluation().lots;
    if (!lot?.line) throw new Error('No line');
    for (const evaluated of [
      { ...lot, status: 'not-recommended' as const },
      { ...lot, line: undefined },
      { ...lot, line: { ...lot.line, recommended: false } },
    ])
      expect(refusedTender(tryAward(undefined, proposeAward(), { evaluation: anEvaluation({ lots: [evaluated] }) }))).toMatchObject({
        code: 'not-recommended',
        field: '/lotKeys/0',
      });
    for (const offers of [[], [anOffer({ price: pence(3_999) })], [anOffer(), anOffer({ unit: 'day' })]])
      expect(refusedTender(tryAward(undefined, proposeAward(), { evaluation: anEvaluation({ offers }) })).code).toBe('price-not-allowed');
  });

  test('a lot that the provider holds by another award is not awarded again', () => {
    for (const status of awardStatuses) {
      const decision = tryAward(undefined, importAward(), { otherAwards: [{ status, lotKeys: ['AP-2027-2'] }] });
      if (status === 'rejected' || status === 'set-aside') expect(decision.ok).toBe(true);
      else expect(refusedTender(decision)).toMatchObject({ code: 'already-made', field: '/lots/1/lotKey' });
    }
  });

  test('row 17: a live framework takes awards when it is open, or when they were made before it went live', () => {
    const live = withFramework({ status: 'live' });
    expect(tryAward(undefined, importAward(), live).ok).toBe(true);
    const late = importAward({ decidedOn: localDate('2027-05-01') });
    expect(refusedTender(tryAward(undefined, late, live, '2027-05-02T10:00:00Z')).code).toBe('framework-not-taking-awards');
    expect(refusedTender(tryAward(undefined, proposeAward(), live)).code).toBe('framework-not-taking-awards');
    expect(tryAward(undefined, late, withFramework({ status: 'live', kind: 'open' }), '2027-05-02T10:00:00Z').ok).toBe(true);
    for (const status of ['coming', 'open', 'expired', 'cancelled'])
      expect(refusedTender(tryAward(undefined, importAward(), withFramework({ status }))).code).toBe('framework-not-taking-awards');
  });
});

test('an import that was typed wrong is rejected, put right and imported again, and its prices are reserved anew', () => {
  const first = anAwardThatIs('proposed');
  const rejected = acceptedTender(tryAward(first, rejectAward)).state;
  const prices = lotPrices.map((line) => ({ ...line, price: pence(line.price + 100) }));
  const again = acceptedTender(tryAward(rejected, importAward({ prices }))).state;
  expect(again).toMatchObject({ ref: first.ref, status: 'proposed', prices });
  expect(again.exclusionCheck).toBeUndefined();
  expect(refusedTender(tryAward(first, importAward({ prices }))).code).toBe('already-made');
  const proposed = acceptedTender(tryAward(undefined, proposeAward())).state;
  const lost = acceptedTender(tryAward(proposed, rejectAward)).state;
  expect(refusedTender(tryAward(lost, proposeAward())).code).toBe('already-made');
  expect(refusedTender(tryAward(lost, importAward())).code).toBe('another-record');
});
