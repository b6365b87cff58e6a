import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import { type Person, personKey } from '../../people/person.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { awardApprover, commissioner, evaluatorA, evaluatorB } from '../tender.fixture.ts';
import {
  aCheck,
  afterStandstill,
  anAwardThatIs,
  anEvaluation,
  approve,
  aReservedBook,
  awardFacts,
  countersign,
  importAward,
  proposeAward,
  rejectAward,
  send,
  tryAward,
} from './award.fixture.ts';
import { whoMayDecide } from './decide-award.ts';

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
    expect(acceptedTender(tryAward(excluded, rejectAward)).state.status).toBe('rejected');
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
    expect(refusedTender(tryAward(checked, { ...rejectAward, ...by(person) })).code).toBe(code);
  });

  test('none of those who are said to have scored it on the portal decides; its history says who they are', () => {
    expect(checked.history[0]).toMatchObject({ comment: 'Scored there by Eva Purbeck, Evan Stour' });
    expect(whoMayDecide(checked, [awardApprover, evaluatorA, evaluatorB, commissioner])).toEqual([awardApprover]);
  });

  test('that none of the council scored it is said, and then any award approver but who brought it in decides', () => {
    const told = importAward({ scorers: { kind: 'none-of-ours' } });
    const imported = acceptedTender(tryAward(undefined, told)).state;
    expect(imported.history[0]).toMatchObject({ comment: "None of the council's members scored it there" });
    expect(imported.evaluators).toEqual([]);
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
