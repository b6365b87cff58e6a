import fc from 'fast-check';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { theProduct } from '../../people/person.ts';
import { aDraft, aSubmitted, someAnswers } from '../application/application.fixture.ts';
import { awardStatuses } from '../award/award-status.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import { awardApprover, commissioner, evaluatorA, evaluatorB, given, lead } from '../tender.fixture.ts';
import { decideLotApplication } from './decide-lot-application.ts';
import {
  afterClose,
  aLotApplication,
  allScored,
  aModerated,
  anEntered,
  aScore,
  assigned,
  cleared,
  closedRound,
  lotFacts,
  submittedSheet,
  tryLot,
  trySheet,
  twoSheets,
} from './evaluation.fixture.ts';
import { isDecided, lotApplicationStatuses } from './lot-application.ts';
import { lotApplicationMachine } from './lot-application-machine.ts';
import type { RankedLine } from './rank-lot.ts';

const enter = { ...given(theProduct), kind: 'enter-lot', lotKey: 'AP-2027-1' } as const;
const moderate = (marks = allScored(4)) => ({ ...given(lead), kind: 'moderate', marks }) as const;
const line = (recommended: boolean): RankedLine => ({
  ref: aLotApplication().ref,
  failings: [],
  qualitySum: 400,
  qualityPoints: 7_200,
  price: aLotApplication().price,
  pricePoints: 1_000,
  total: 8_200,
  place: 1,
  recommended,
});

describe('an application enters the evaluation of each lot', () => {
  test('with the price that is compared and the questions that it fails by itself', () => {
    expect(aLotApplication()).toMatchObject({ status: 'in-evaluation', providerRef: 'P-0042', price: 4_000, failedBy: [] });
    const application = { ...anEntered(), answers: { ...someAnswers, insured: { kind: 'yes-no', answer: 'no' } as const } };
    expect(aLotApplication({ application }).failedBy).toEqual(['insured']);
  });

  test('only when it applies for the lot and was submitted', () => {
    expect(refusedTender(tryLot(undefined, { ...enter, lotKey: 'AP-2027-2' })).code).toBe('lot-not-known');
    for (const application of [aDraft(), aSubmitted()])
      expect(refusedTender(tryLot(undefined, enter, { application })).code).toBe('lot-not-known');
  });
});

describe('row 13: moderation', () => {
  test('row 13: needs two evaluators without a conflict', () => {
    const conflicted = acceptedTender(
      trySheet(assigned(evaluatorB), { ...given(evaluatorB), kind: 'declare-interest', conflict: true, statement: 'They employ my son.' }),
    ).state;
    const sheets = [submittedSheet(evaluatorA, allScored(4)), conflicted];
    expect(refusedTender(tryLot(aLotApplication(), moderate(), { sheets }))).toMatchObject({
      code: 'not-enough-evaluators',
      detail: 'At least 2 evaluators without a conflict must score it. There is one.',
    });
    expect(refusedTender(tryLot(aLotApplication(), moderate(), { sheets: [] })).detail).toContain('There are none.');
  });

  test('row 13: waits until all scores are in, and says whose are not', () => {
    const sheets = [...twoSheets(), cleared(lead)];
    expect(refusedTender(tryLot(aLotApplication(), moderate(), { sheets }))).toMatchObject({
      code: 'scores-not-in',
      detail: 'Scores stay sealed until all are in. Still to come: Leda Corfe.',
    });
  });

  test('row 13: an agreed mark needs a comment where the evaluators do not all say just that', () => {
    const silent = allScored(4, '');
    expect(tryLot(aLotApplication(), moderate(silent)).ok).toBe(true);
    const differing = [submittedSheet(evaluatorA, allScored(4)), submittedSheet(evaluatorB, { ...allScored(4), impact: aScore(2) })];
    expect(refusedTender(tryLot(aLotApplication(), moderate(silent), { sheets: differing }))).toMatchObject({
      code: 'text-required',
      field: '/marks/impact/comment',
    });
    const agreed = { ...silent, impact: aScore(3, 'Evidence for one year of two.') };
    expect(tryLot(aLotApplication(), moderate(agreed), { sheets: differing }).ok).toBe(true);
    // Both said four: five is nobody's score.
    expect(refusedTender(tryLot(aLotApplication(), moderate({ ...silent, impact: aScore(5, '') }))).field).toBe('/marks/impact/comment');
  });

  test('row 13: marks every question, and no other', () => {
    const { impact: _left, ...others } = allScored(4);
    expect(refusedTender(tryLot(aLotApplication(), moderate(others)))).toMatchObject({ code: 'scores-not-in', field: '/marks/impact' });
    expect(refusedTender(tryLot(aLotApplication(), moderate({ ...allScored(4), insured: aScore(4) })))).toMatchObject({
      field: '/marks/insured',
    });
  });

  test('row 13: keeps who scored it and who agreed the marks, so that none of them approves the award', () => {
    expect(aModerated().moderation?.evaluators.map(({ objectId }) => objectId)).toEqual([
      evaluatorA.objectId,
      evaluatorB.objectId,
      commissioner.objectId,
    ]);
  });

  test('row 13: and whoever declared a conflict of interest', () => {
    const conflicted = acceptedTender(
      trySheet(assigned(awardApprover), {
        ...given(awardApprover),
        kind: 'declare-interest',
        conflict: true,
        statement: 'They employ my son.',
      }),
    ).state;
    const moderated = acceptedTender(tryLot(aLotApplication(), moderate(), { sheets: [...twoSheets(), conflicted] })).state;
    expect(moderated.moderation?.evaluators.map(({ objectId }) => objectId)).toContain(awardApprover.objectId);
  });
});

describe('what was ranked and awarded comes back to it', () => {
  const note = { ...given(theProduct), kind: 'note-ranking' } as const;
  const recommended = acceptedTender(tryLot(aModerated(), note, { ranked: line(true) })).state;

  test('as recommended or not, when the ranking is recorded', () => {
    expect(refusedTender(tryLot(aModerated(), note)).code).toBe('not-ranked');
    expect(recommended.status).toBe('recommended');
    expect(acceptedTender(tryLot(aModerated(), note, { ranked: line(false) })).state.status).toBe('not-recommended');
    const clear = { ...given(theProduct), kind: 'clear-ranking' } as const;
    expect(refusedTender(tryLot(recommended, clear, { ranked: line(true) })).code).toBe('not-yet');
    expect(acceptedTender(tryLot(recommended, clear)).state.status).toBe('moderated');
  });

  test.each(awardStatuses)('as the award decides (%s)', (award) => {
    const decision = tryLot(recommended, { ...given(theProduct), kind: 'note-award' }, { award });
    if (award === 'proposed') expect(refusedTender(decision).code).toBe('not-yet');
    else expect(acceptedTender(decision).state.status).toBe(award === 'rejected' || award === 'set-aside' ? 'rejected' : 'approved');
  });

  test('and one that was approved is lost when the award is set aside', () => {
    const note_ = { ...given(theProduct), kind: 'note-award' } as const;
    const approved = acceptedTender(tryLot(recommended, note_, { award: 'approved' })).state;
    expect(refusedTender(tryLot(approved, { ...note_, id: 'again' }, { award: 'standstill' })).code).toBe('already-made');
    expect(acceptedTender(tryLot(approved, { ...note_, id: 'lost' }, { award: 'set-aside' })).state.status).toBe('rejected');
  });

  test('and it can be withdrawn until the award is approved', () => {
    const withdraw = { ...given(lead), kind: 'withdraw-lot', reason: 'They wrote that they withdraw.' } as const;
    expect(acceptedTender(tryLot(recommended, withdraw, { award: 'proposed' })).state.status).toBe('withdrawn');
    expect(refusedTender(tryLot(recommended, withdraw, { award: 'standstill' })).detail).toBe(
      'The award is approved. Set the award aside instead.',
    );
  });

  test('then nobody has to decide about it', () => {
    expect(lotApplicationStatuses.filter((status) => !isDecided(status))).toEqual(['in-evaluation', 'moderated', 'recommended']);
  });
});

const by = fc.constant(lead);
const facts = lotFacts();
const oneSheet = twoSheets().slice(1);

test('whatever commands come, an application for a lot keeps to its table', () => {
  expect(Object.keys(lotApplicationMachine.states)).toEqual([...lotApplicationStatuses]);
  const asks = holdsForAllStories(
    lotApplicationMachine,
    decideLotApplication,
    {
      commands: {
        'enter-lot': fc.record({ by, lotKey: fc.constantFrom('AP-2027-1', 'AP-2027-1', 'AP-2027-2') }),
        moderate: fc.record({ by, marks: fc.constantFrom(allScored(4), allScored(4), allScored(3), {}) }),
        'note-ranking': fc.record({ by }),
        'clear-ranking': fc.record({ by }),
        'note-award': fc.record({ by }),
        'withdraw-lot': fc.record({ by, reason: fc.constantFrom('', '', '', 'They withdrew.') }),
      },
      facts: fc.record({
        roles: anyRoles,
        round: fc.constant(closedRound()),
        application: fc.constant(facts.application),
        sheets: fc.constantFrom(facts.sheets, facts.sheets, oneSheet),
        ranked: fc.constantFrom(undefined, line(true), line(true), line(false)),
        award: fc.constantFrom(undefined, ...awardStatuses),
      }),
      now: fc.constant(afterClose),
    },
    {
      holds: (state) => {
        if (state.status !== 'in-evaluation' && state.status !== 'withdrawn')
          expect(state.moderation?.evaluators.length).toBeGreaterThanOrEqual(2);
      },
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'note-award': ['tell applicant'],
    'withdraw-lot': ['tell panel'],
  });
});
