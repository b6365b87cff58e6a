import fc from 'fast-check';
import { aProvider } from '../../call-off/call-off.fixture.ts';
import { localDate } from '../../days/local-date.ts';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { pence } from '../../money/money.ts';
import { type Person, personKey, samePerson } from '../../people/person.ts';
import { anOffer } from '../application/application.fixture.ts';
import { someTerms } from '../framework/framework.fixture.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import { aPriceLine } from '../prices/price-book.fixture.ts';
import { applicant, awardApprover, commissioner, evaluatorA, evaluatorB, given, secondCommissioner } from '../tender.fixture.ts';
import {
  aCheck,
  afterStandstill,
  anAwardThatIs,
  anEvaluation,
  approve,
  aReservedBook,
  awardFacts,
  beginStandstill,
  countersign,
  decidedAt,
  importAward,
  lotPrices,
  noticeDay,
  proposeAward,
  send,
  signature,
  tryAward,
} from './award.fixture.ts';
import { awardMachine } from './award-machine.ts';
import { awardStatuses } from './award-status.ts';
import { carriedOut } from './carried-out.fixture.ts';
import { decideAward, whoMayDecide } from './decide-award.ts';

const framework = (told: object) => ({ framework: { ...awardFacts().framework, ...told } });
const reject = { ...given(awardApprover), kind: 'reject-award', reason: 'The evidence does not match.' } as const;
const setAside = { ...given(commissioner), kind: 'set-aside-award', reason: 'Challenged in the standstill.' } as const;

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
    const live = framework({ status: 'live' });
    expect(tryAward(undefined, importAward(), live).ok).toBe(true);
    const late = importAward({ decidedOn: localDate('2027-05-01') });
    expect(refusedTender(tryAward(undefined, late, live, '2027-05-02T10:00:00Z')).code).toBe('framework-not-taking-awards');
    expect(refusedTender(tryAward(undefined, proposeAward(), live)).code).toBe('framework-not-taking-awards');
    expect(tryAward(undefined, late, framework({ status: 'live', kind: 'open' }), '2027-05-02T10:00:00Z').ok).toBe(true);
    for (const status of ['coming', 'open', 'expired', 'cancelled'])
      expect(refusedTender(tryAward(undefined, importAward(), framework({ status }))).code).toBe('framework-not-taking-awards');
  });
});

test('an import that was typed wrong is rejected, put right and imported again, and its prices are reserved anew', () => {
  const first = anAwardThatIs('proposed');
  const rejected = acceptedTender(tryAward(first, reject)).state;
  const prices = lotPrices.map((line) => ({ ...line, price: pence(line.price + 100) }));
  const again = acceptedTender(tryAward(rejected, importAward({ prices }))).state;
  expect(again).toMatchObject({ ref: first.ref, status: 'proposed', prices });
  expect(again.exclusionCheck).toBeUndefined();
  expect(refusedTender(tryAward(first, importAward({ prices }))).code).toBe('already-made');
  const proposed = acceptedTender(tryAward(undefined, proposeAward())).state;
  const lost = acceptedTender(tryAward(proposed, reject)).state;
  expect(refusedTender(tryAward(lost, proposeAward())).code).toBe('already-made');
  expect(refusedTender(tryAward(lost, importAward())).code).toBe('another-record');
});

test("a price is for the provider's own service in its own lot, when it is awarded and when it is countersigned", () => {
  const [first, second] = awardFacts().services;
  if (!first || !second) throw new Error('No services');
  for (const other of [
    { ...first, providerRef: 'P-0001' },
    { ...first, lotKey: 'AP-2027-2' },
  ]) {
    const services = [other, second];
    expect(refusedTender(tryAward(undefined, importAward(), { services }))).toMatchObject({
      code: 'service-not-known',
      field: '/prices/0/serviceRef',
    });
    expect(refusedTender(tryAward(undefined, proposeAward(), { services })).code).toBe('service-not-known');
    const signed = anAwardThatIs('signed');
    expect(refusedTender(tryAward(signed, countersign(), { services, book: aReservedBook(signed) }, afterStandstill)).code).toBe(
      'service-not-known',
    );
  }
});

test('a price overlaps no rate that came into the list by hand, when it is awarded, sent or countersigned', () => {
  const byHand = {
    ref: 'R-00042',
    serviceRef: 'S-00001',
    lotKey: 'AP-2027-1',
    unit: 'hour' as const,
    price: pence(3_900),
    effectiveFrom: localDate('2026-09-01'),
    effectiveTo: localDate('2027-04-01'),
    status: 'approved' as const,
  };
  const [standing, signed] = [anAwardThatIs('standstill'), anAwardThatIs('signed')];
  const overlaps = { code: 'price-overlaps', detail: expect.stringContaining('R-00042'), field: '/prices/0/price' };
  for (const refused of [
    tryAward(undefined, importAward(), { rates: [byHand] }),
    tryAward(undefined, proposeAward(), { rates: [byHand] }),
    tryAward(standing, send(), { rates: [byHand], book: aReservedBook(standing) }, afterStandstill),
    tryAward(signed, countersign(), { rates: [byHand], book: aReservedBook(signed) }, afterStandstill),
  ])
    expect(refusedTender(refused)).toMatchObject(overlaps);
  for (const other of [
    { ...byHand, effectiveTo: localDate('2027-03-31') },
    { ...byHand, status: 'draft' as const },
    { ...byHand, unit: 'week' as const },
    { ...byHand, serviceRef: 'S-00003' },
    { ...byHand, ref: aReservedBook(signed).lines[0]?.ref ?? '' },
  ])
    expect(tryAward(signed, countersign(), { rates: [other], book: aReservedBook(signed) }, afterStandstill).ok).toBe(true);
});

describe('R37: exclusion grounds and the debarment list are checked before the award', () => {
  const proposed = anAwardThatIs('proposed');

  test('R37: nobody approves an award that was not checked, or whose provider is excluded', () => {
    expect(refusedTender(tryAward(proposed, approve())).code).toBe('exclusion-not-checked');
    const excluded = acceptedTender(tryAward(proposed, aCheck({ outcome: 'excluded', reason: 'On the debarment list.' }))).state;
    expect(refusedTender(tryAward(excluded, approve())).code).toBe('provider-excluded');
    expect(acceptedTender(tryAward(excluded, reject)).state.status).toBe('rejected');
    const cleaned = acceptedTender(
      tryAward(proposed, aCheck({ outcome: 'self-cleaned', reason: 'Insolvency of 2019, paid in full.' })),
    ).state;
    expect(tryAward(cleaned, approve()).ok).toBe(true);
  });

  test('R37: the check says who looked and when; then every approver is asked who neither scored nor proposed it', () => {
    const { state, effects } = acceptedTender(tryAward(proposed, aCheck()));
    expect(state.exclusionCheck).toMatchObject({ outcome: 'clear', debarmentListCheckedOn: '2027-01-27', checkedBy: 'Cora Winfrith' });
    expect(effects).toMatchObject([{ kind: 'record-audit' }, { kind: 'ask-award-approval', to: personKey(awardApprover) }]);
    const excluded = tryAward(proposed, aCheck({ outcome: 'excluded', reason: 'On the debarment list.' }));
    expect(acceptedTender(excluded).effects.map(({ kind }) => kind)).toEqual(['record-audit']);
    for (const status of ['signed', 'countersigned'] as const)
      expect(acceptedTender(tryAward(anAwardThatIs(status), aCheck())).effects).toHaveLength(1);
  });

  test.each([
    ['a reason where it is not clear', { outcome: 'self-cleaned' } as const, 'text-required', '/reason'],
    ['a day that has come', { debarmentListCheckedOn: localDate('2027-01-29') }, 'dates-not-allowed', '/debarmentListCheckedOn'],
    ['a day within 30 days', { debarmentListCheckedOn: localDate('2026-12-28') }, 'dates-not-allowed', '/debarmentListCheckedOn'],
  ])('R37: the check needs %s', (_what, told, code, field) => {
    expect(refusedTender(tryAward(proposed, aCheck(told)))).toMatchObject({ code, field });
  });

  test.each(['2026-12-29', '2027-01-28'])('R37: a look at the list on %s still holds on 28 January', (day) => {
    expect(tryAward(proposed, aCheck({ debarmentListCheckedOn: localDate(day) })).ok).toBe(true);
  });

  test('R37: it is made again when it is older than 30 days at approval or at countersignature', () => {
    const checked = acceptedTender(tryAward(proposed, aCheck())).state;
    expect(tryAward(checked, approve(), {}, '2027-02-26T10:00:00Z').ok).toBe(true);
    expect(refusedTender(tryAward(checked, approve(), {}, '2027-02-27T10:00:00Z')).code).toBe('exclusion-not-checked');
    const signed = anAwardThatIs('signed');
    const book = aReservedBook(signed);
    expect(refusedTender(tryAward(signed, countersign(), { book }, '2027-02-27T10:00:00Z')).code).toBe('exclusion-not-checked');
  });
});

describe('nobody decides about an award that they scored or put forward', () => {
  const checked = acceptedTender(tryAward(anAwardThatIs('proposed'), aCheck())).state;
  const by = (person: Person) => ({ id: `by ${person.name}`, by: person });

  test.each([
    ['an evaluator', evaluatorA, 'evaluator-cannot-approve'],
    ['an evaluator in capitals', { ...evaluatorA, objectId: evaluatorA.objectId.toUpperCase() }, 'evaluator-cannot-approve'],
    ['whoever put it forward', commissioner, 'proposer-cannot-approve'],
  ])('%s neither approves nor rejects', (_who, person, code) => {
    expect(refusedTender(tryAward(checked, { ...approve(), ...by(person) })).code).toBe(code);
    expect(refusedTender(tryAward(checked, { ...reject, ...by(person) })).code).toBe(code);
  });

  test('none of those who are said to have scored it on the portal decides; its history says who they are', () => {
    expect(checked.history[0]).toMatchObject({ comment: 'Scored there by Eva Purbeck, Evan Stour' });
    expect(whoMayDecide(checked, [awardApprover, evaluatorA, evaluatorB, commissioner])).toEqual([awardApprover]);
  });

  test('that none of the council scored it is said, and then any award approver but who brought it in decides', () => {
    const told = importAward({ scorers: { kind: 'none-of-ours' } });
    const imported = acceptedTender(tryAward(undefined, told)).state;
    expect(imported.history[0]).toMatchObject({ comment: "None of the council's members scored it there" });
    expect(whoMayDecide(imported, [awardApprover, evaluatorA, commissioner])).toEqual([awardApprover, evaluatorA]);
  });

  test('a lot that was withdrawn while its award waited is not approved', () => {
    const ready = acceptedTender(tryAward(acceptedTender(tryAward(undefined, proposeAward())).state, aCheck())).state;
    const [lot] = anEvaluation().lots;
    const evaluation = anEvaluation({ lots: lot ? [{ ...lot, status: 'withdrawn' }] : [] });
    expect(refusedTender(tryAward(ready, approve(), { evaluation })).code).toBe('not-recommended');
    expect(tryAward(checked, approve(), { evaluation: undefined }).ok).toBe(true);
  });

  test('an evaluator of a round is known from their score sheet', () => {
    const proposed = acceptedTender(tryAward(undefined, proposeAward())).state;
    const ready = acceptedTender(tryAward(proposed, aCheck())).state;
    expect(refusedTender(tryAward(ready, { ...approve(), ...by(evaluatorA) })).code).toBe('evaluator-cannot-approve');
    expect(tryAward(ready, approve()).ok).toBe(true);
  });
});

describe('R32: nothing is sent or signed in the standstill', () => {
  const standing = anAwardThatIs('standstill');
  const book = aReservedBook(standing);

  test('R32: it begins with the published notice and lasts as the framework says', () => {
    expect(standing.standstill).toEqual({ noticePublishedOn: '2027-02-01', workingDays: 8, lastDay: '2027-02-10' });
    expect(refusedTender(tryAward(anAwardThatIs('approved'), beginStandstill(), {}, decidedAt)).code).toBe('dates-not-allowed');
    const none = framework({ terms: someTerms({ standstillWorkingDays: 0 }) });
    const { state } = acceptedTender(tryAward(anAwardThatIs('approved'), beginStandstill(), none, noticeDay));
    expect(state.standstill?.lastDay).toBeUndefined();
    expect(tryAward(state, send('2027-02-01'), { book }, noticeDay).ok).toBe(true);
  });

  test('R32: those who applied to the same round are told, for the standstill is theirs', () => {
    const told = (approved: Parameters<typeof tryAward>[0]) =>
      acceptedTender(tryAward(approved, beginStandstill(), {}, noticeDay)).effects.flatMap((effect) =>
        effect.kind === 'tell' ? [effect.audience] : [],
      );
    expect(told(anAwardThatIs('approved', proposeAward()))).toEqual(['provider', 'all-applicants']);
    expect(told(anAwardThatIs('approved'))).toEqual(['provider']);
  });

  test('R32: the agreement goes out the day after its last day, and not before', () => {
    expect(refusedTender(tryAward(standing, send('2027-02-10'), { book }, afterStandstill))).toMatchObject({
      code: 'standstill-not-over',
      detail: 'The standstill lasts until the end of Wednesday 10 February 2027. Nothing is sent or signed before.',
      field: '/sentOn',
    });
    expect(tryAward(standing, send('2027-02-11'), { book }, afterStandstill).ok).toBe(true);
    expect(refusedTender(tryAward(standing, send('2027-02-12'), { book }, afterStandstill)).code).toBe('dates-not-allowed');
  });

  test('R32: commissioners are told once that it is over, and not on its last day', () => {
    const over = { ...given(commissioner), kind: 'note-standstill-over' } as const;
    expect(refusedTender(tryAward(standing, over, {}, '2027-02-10T23:00:00Z')).code).toBe('standstill-not-over');
    const { state, effects } = acceptedTender(tryAward(standing, over, {}, '2027-02-11T00:00:00Z'));
    expect(state).toMatchObject({ status: 'standstill', standstillOver: true });
    expect(effects).toMatchObject([{ action: 'award-standstill-over' }, { kind: 'tell', audience: 'commissioners' }]);
    expect(refusedTender(tryAward(state, { ...over, id: 'again' }, {}, afterStandstill)).code).toBe('already-made');
  });

  test('an award that is challenged is set aside, and its prices are free again; a countersigned one is not', () => {
    for (const status of ['approved', 'standstill', 'agreement-sent', 'signed'] as const) {
      const { state, effects } = acceptedTender(tryAward(anAwardThatIs(status), setAside));
      expect(state.status).toBe('set-aside');
      expect(effects).toMatchObject([
        {},
        { kind: 'release-prices', bookRef: 'PB-AP-2027-P-0042' },
        { kind: 'note-outcomes' },
        { kind: 'tell' },
      ]);
    }
    for (const status of ['proposed', 'countersigned'] as const)
      expect(refusedTender(tryAward(anAwardThatIs(status), setAside)).code).toBe('not-in-this-state');
  });
});

describe('the agreement', () => {
  test('does not go out before its prices are reserved, as they were awarded', () => {
    const standing = anAwardThatIs('standstill');
    const dearer = aReservedBook({ ...standing, prices: standing.prices.map((line) => ({ ...line, price: pence(line.price + 1) })) });
    for (const book of [undefined, dearer])
      expect(refusedTender(tryAward(standing, send(), { book }, afterStandstill)).code).toBe('prices-not-reserved');
  });

  test.each([
    ['before it was sent', signature('2027-02-10'), 'dates-not-allowed', '/signedOn'],
    ['tomorrow', signature('2027-02-12'), 'dates-not-allowed', '/signedOn'],
    ['by nobody', { ...signature(), signatory: { name: '', position: 'Director' } }, 'text-required', '/signatory/name'],
    ['without a copy', { ...signature(), signedUrl: '' }, 'link-not-allowed', '/signedUrl'],
  ])('is not signed %s', (_what, command, code, field) => {
    expect(refusedTender(tryAward(anAwardThatIs('agreement-sent'), command, {}, afterStandstill))).toMatchObject({ code, field });
  });

  test('is countersigned while the framework lasts, and then its lots and prices are to be entered: one step, one record of it', () => {
    const signed = anAwardThatIs('signed');
    const book = aReservedBook(signed);
    expect(refusedTender(tryAward(signed, countersign(), { book, ...framework({ status: 'cancelled' }) }, afterStandstill)).code).toBe(
      'framework-not-taking-awards',
    );
    expect(refusedTender(tryAward(signed, countersign(), {}, afterStandstill)).code).toBe('prices-not-reserved');
    for (const provider of [undefined, aProvider({ status: 'removed' })])
      expect(refusedTender(tryAward(signed, countersign(), { book, provider }, afterStandstill)).code).toBe('provider-not-known');
    const { state, effects } = acceptedTender(tryAward(signed, countersign(), { book }, afterStandstill));
    expect(state).toMatchObject({ status: 'countersigned', agreement: { countersignedOn: '2027-02-11' } });
    expect(effects.map(({ kind }) => kind)).toEqual([
      'record-audit',
      'confirm-prices',
      'admit-provider',
      'enter-services',
      'confirm-in-force',
      'tell',
    ]);
  });
});

const by = fc.constantFrom(commissioner, awardApprover, awardApprover, secondCommissioner, evaluatorA);
const text = fc.constantFrom('', 'Because.', 'Because.');
const done = carriedOut();
const reserved = aReservedBook(anAwardThatIs('proposed'));
const day = fc.constantFrom('2027-02-01', '2027-02-11', '2027-02-11', '2027-02-11').map(localDate);

test('whatever commands come, an award keeps to its table: nothing is signed that was not approved by somebody else and stood still', () => {
  expect(Object.keys(awardMachine.states)).toEqual([...awardStatuses]);
  const asks = holdsForAllStories(
    awardMachine,
    decideAward,
    {
      commands: {
        'import-award': fc.constantFrom(importAward(), importAward(), importAward({ lots: [] })),
        'propose-award': fc.constantFrom(proposeAward(), proposeAward({ lotKeys: ['AP-2027-2'] })),
        'record-exclusion-check': fc.record({
          by,
          outcome: fc.constantFrom('clear' as const, 'clear' as const, 'self-cleaned' as const, 'excluded' as const),
          debarmentListCheckedOn: fc.constantFrom('2027-01-20', '2027-01-27', '2027-02-01').map(localDate),
          reason: text,
        }),
        'approve-award': fc.record({ by, comment: text }),
        'reject-award': fc.record({ by, reason: fc.constantFrom('', '', 'No.') }),
        'begin-standstill': fc.record({ by, noticePublishedOn: fc.constantFrom('2027-02-01', '2027-02-01', '2027-02-12').map(localDate) }),
        'note-standstill-over': fc.record({ by }),
        'send-agreement': fc.record({
          by,
          documentUrl: fc.constantFrom('https://council.example/a', 'https://council.example/a', 'https://council.example/a', 'a'),
          sentOn: day,
        }),
        'record-signature': fc.record({
          by,
          signedOn: day,
          signatory: fc.constant({ name: 'Ada', position: 'Director' }),
          signedUrl: fc.constant('https://council.example/b'),
        }),
        countersign: fc.record({ by }),
        'confirm-in-force': fc.record({ by }),
        'set-aside-award': fc.record({ by, reason: fc.constantFrom('', '', '', '', '', 'Challenged.') }),
      },
      facts: fc
        .record({
          roles: anyRoles,
          isCarriedOut: fc.boolean(),
          status: fc.constantFrom('pending' as const, 'standstill' as const, 'standstill' as const, 'expired' as const),
        })
        .map(({ roles, isCarriedOut, status }) => {
          const facts = awardFacts({ roles, book: reserved, ...framework({ status }) });
          return isCarriedOut ? { ...facts, ...done, book: reserved } : facts;
        }),
      now: fc.constantFrom(noticeDay, afterStandstill, afterStandstill, afterStandstill),
    },
    {
      holds: (state, before) => {
        if (['agreement-sent', 'signed', 'countersigned', 'in-force'].includes(state.status)) {
          expect(state.exclusionCheck).toBeDefined();
          expect((state.agreement?.sentOn ?? '') > (state.standstill?.lastDay ?? '9')).toBe(true);
        }
        if (state.status === 'countersigned' && before?.status === 'signed') expect(state.exclusionCheck?.outcome).not.toBe('excluded');
        const approved = state.history.find(({ what }) => what === 'Approved');
        if (approved) expect([commissioner.name, evaluatorA.name]).not.toContain(approved.by);
      },
      numRuns: 100,
      maxCommands: 80,
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'record-exclusion-check': ['ask-award-approval'],
    'approve-award': ['note-outcomes', 'refresh-award-cards', 'tell commissioners'],
    'reject-award': ['note-outcomes', 'refresh-award-cards', 'tell commissioners'],
    'begin-standstill': ['tell all-applicants', 'tell provider'],
    'note-standstill-over': ['tell commissioners'],
    'send-agreement': ['send-agreement'],
    'record-signature': ['tell commissioners'],
    countersign: ['admit-provider', 'confirm-in-force', 'confirm-prices', 'enter-services', 'tell provider'],
    'confirm-in-force': ['tell commissioners'],
    'set-aside-award': ['note-outcomes', 'release-prices', 'tell provider'],
  });
});

test('in force means that the lists say so', () => {
  const countersigned = anAwardThatIs('countersigned');
  const confirm = { ...given(commissioner), kind: 'confirm-in-force' } as const;
  expect(refusedTender(tryAward(countersigned, confirm, { ...done, rates: done.rates.slice(1) })).code).toBe('writes-not-done');
  expect(refusedTender(tryAward(countersigned, confirm, { ...done, provider: { ...done.provider, lotKeys: ['AP-2027-1'] } })).code).toBe(
    'writes-not-done',
  );
  expect(refusedTender(tryAward(countersigned, confirm, { ...done, provider: { ...done.provider, status: 'prospective' } })).code).toBe(
    'writes-not-done',
  );
  expect(refusedTender(tryAward(countersigned, confirm, { ...done, provider: undefined })).code).toBe('writes-not-done');
  expect(acceptedTender(tryAward(countersigned, confirm, done)).state.status).toBe('in-force');
  expect(samePerson(countersigned.proposedBy, commissioner)).toBe(true);
});
