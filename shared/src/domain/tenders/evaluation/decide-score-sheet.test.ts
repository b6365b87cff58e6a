import fc from 'fast-check';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import { judgedFor } from '../round/question.ts';
import { someQuestions } from '../round/round.fixture.ts';
import { evaluatorA, evaluatorB, given, lead } from '../tender.fixture.ts';
import { decideScoreSheet } from './decide-score-sheet.ts';
import {
  afterClose,
  allScored,
  aScore,
  assigned,
  cleared,
  judged,
  lotRef,
  scored,
  submittedSheet,
  trySheet,
} from './evaluation.fixture.ts';
import { lotApplicationStatuses } from './lot-application.ts';
import { sameMark, scoreMeanings } from './mark.ts';
import { scoreSheetRef, scoreSheetStatuses } from './score-sheet.ts';
import { scoreSheetMachine } from './score-sheet-machine.ts';
import { areScoresIn, seenBy } from './sealed-scores.ts';

const save = (marks = allScored(4), by = evaluatorA) => ({ ...given(by), kind: 'save-scores', marks }) as const;
const declare = (conflict: boolean, statement?: string, by = evaluatorA) =>
  ({ ...given(by), kind: 'declare-interest', conflict, statement }) as const;
const submit = { ...given(evaluatorA), kind: 'submit-scores' } as const;

describe('row 13: interests before scores', () => {
  test('row 13: nobody scores before they declared their interests', () => {
    expect(refusedTender(trySheet(assigned(evaluatorA), save()))).toMatchObject({
      code: 'not-in-this-state',
      detail: 'You cannot save scores: the score sheet is waiting for the declaration of interests.',
    });
  });

  test('row 13: a conflict says what it is and ends the sheet, even when it shows after scoring has begun', () => {
    expect(refusedTender(trySheet(assigned(evaluatorA), declare(true)))).toMatchObject({ code: 'text-required', field: '/statement' });
    for (const present of [assigned(evaluatorA), scored(evaluatorA, allScored(5))]) {
      const { state } = acceptedTender(trySheet(present, declare(true, 'My sister is a director there.')));
      expect(state).toMatchObject({ status: 'conflicted', marks: {}, interest: { conflict: true, declaredAt: afterClose } });
    }
  });

  test('row 13: what is said without a conflict is kept as it was said, and looked at all the same; nothing is kept of silence', () => {
    const interestAfter = (statement?: string) => acceptedTender(trySheet(assigned(evaluatorA), declare(false, statement))).state.interest;
    const none = { conflict: false, declaredAt: afterClose };
    expect([interestAfter('I met them at a fair.'), interestAfter('')]).toStrictEqual([
      { ...none, statement: 'I met them at a fair.' },
      none,
    ]);
    expect(refusedTender(trySheet(assigned(evaluatorA), declare(false, 'He was born on 3 April 2014.')))).toMatchObject({
      code: 'text-names-a-pupil',
      field: '/statement',
    });
  });

  test('row 13: only the evaluator declares and scores', () => {
    expect(refusedTender(trySheet(assigned(evaluatorA), declare(false, undefined, evaluatorB)))).toMatchObject({ code: 'not-your-sheet' });
    expect(refusedTender(trySheet(cleared(evaluatorA), save(allScored(4), lead)))).toMatchObject({
      code: 'not-your-sheet',
      detail: 'Only Eva Purbeck can fill in this score sheet.',
    });
  });
});

describe('scores', () => {
  test.each([
    ['a half', { impact: aScore(3.5) }, 'score-not-valid', '/marks/impact'],
    ['more than five', { impact: aScore(6) }, 'score-not-valid', '/marks/impact'],
    ['less than nought', { impact: aScore(-1) }, 'score-not-valid', '/marks/impact'],
    ['one without a comment', { impact: aScore(4, ' ') }, 'text-required', '/marks/impact/comment'],
    [
      'a pass where a score is asked',
      { impact: { kind: 'pass-or-fail', pass: true, comment: 'Yes.' } as const },
      'score-not-valid',
      '/marks/impact',
    ],
    ['one of a question that nobody judges', { insured: aScore(5) }, 'score-not-valid', '/marks/insured'],
  ])('are not %s', (_what, marks, code, field) => {
    expect(refusedTender(trySheet(cleared(evaluatorA), save(marks)))).toMatchObject({ code, field });
  });

  test('are from nought to five, each with a meaning', () => {
    for (const [score] of scoreMeanings.entries()) expect(trySheet(cleared(evaluatorA), save(allScored(score))).ok).toBe(true);
    expect(scoreMeanings).toHaveLength(6);
  });

  test('of a question that is passed or failed say which', () => {
    const registered = judgedFor(someQuestions, 'AP-2027-2');
    const passed = { therapists: { kind: 'pass-or-fail', pass: true, comment: 'On the register.' } } as const;
    expect(trySheet(cleared(evaluatorA), save(passed), { judged: registered }).ok).toBe(true);
    expect(refusedTender(trySheet(cleared(evaluatorA), save({ therapists: aScore(5) }), { judged: registered }))).toMatchObject({
      code: 'score-not-valid',
      detail: 'Say whether this answer passes.',
    });
  });

  test.each([
    [aScore(4), aScore(4, 'For another reason.'), true],
    [aScore(4), aScore(3), false],
    [
      { kind: 'pass-or-fail', pass: true, comment: 'Yes.' } as const,
      { kind: 'pass-or-fail', pass: true, comment: 'Indeed.' } as const,
      true,
    ],
    [
      { kind: 'pass-or-fail', pass: true, comment: 'Yes.' } as const,
      { kind: 'pass-or-fail', pass: false, comment: 'Yes.' } as const,
      false,
    ],
    [aScore(1), { kind: 'pass-or-fail', pass: true, comment: 'Yes.' } as const, false],
    [{ kind: 'pass-or-fail', pass: true, comment: 'Yes.' } as const, aScore(1), false],
  ])('agree when they say the same, whatever the reason (%#)', (one, other, isSame) => {
    expect(sameMark(one, other)).toBe(isSame);
  });

  test('are submitted whole, and locked', () => {
    const { impact: _left, ...others } = allScored(4);
    expect(refusedTender(trySheet(scored(evaluatorA, others), submit))).toMatchObject({ code: 'scores-not-in', field: '/marks/impact' });
    const locked = submittedSheet(evaluatorA, allScored(4));
    expect(refusedTender(trySheet(locked, save(allScored(5)))).detail).toBe(
      'You cannot save scores: the score sheet is submitted and locked.',
    );
  });

  test('come too late once the application is moderated or withdrawn', () => {
    for (const lotApplication of lotApplicationStatuses.filter((status) => status !== 'in-evaluation'))
      expect(refusedTender(trySheet(scored(evaluatorA, allScored(4)), submit, { lotApplication })).code).toBe('not-in-this-state');
  });

  test('of an evaluator who was stood down go with them', () => {
    const command = { ...given(lead), kind: 'stand-down-evaluator', reason: 'Left the council.' } as const;
    expect(acceptedTender(trySheet(scored(evaluatorA, allScored(1)), command)).state).toMatchObject({ status: 'stood-down', marks: {} });
  });
});

describe('row 13: scores are sealed until all are in', () => {
  const waiting = [submittedSheet(evaluatorA, allScored(1, 'Far too vague.')), cleared(evaluatorB)];

  test('row 13: until then everybody sees their own and how far the others are, nothing of what they think', () => {
    const seen = seenBy(waiting, evaluatorB);
    expect(seen).toEqual([
      { sealed: true, evaluator: 'Eva Purbeck', status: 'submitted' },
      { sealed: false, sheet: waiting[1] },
    ]);
    for (const viewer of [evaluatorB, lead]) expect(JSON.stringify(seenBy(waiting, viewer))).not.toContain('Far too vague');
    expect(JSON.stringify(seenBy(waiting, evaluatorA))).toContain('Far too vague');
  });

  test('row 13: then all are open, and one who had a conflict is not waited for', () => {
    const all = [...waiting.slice(0, 1), submittedSheet(evaluatorB, allScored(4)), assigned(lead)];
    expect(areScoresIn(all)).toBe(false);
    const conflicted = acceptedTender(trySheet(assigned(lead), declare(true, 'I chair their board.', lead))).state;
    expect(areScoresIn([...all.slice(0, 2), conflicted])).toBe(true);
    expect(seenBy(all.slice(0, 2), lead).every(({ sealed }) => !sealed)).toBe(true);
  });

  test('row 13: one evaluator alone opens nothing', () => {
    expect(areScoresIn([submittedSheet(evaluatorA, allScored(4))])).toBe(false);
    expect(areScoresIn([])).toBe(false);
  });
});

const by = fc.constantFrom(evaluatorA, evaluatorA, evaluatorA, evaluatorB);
const text = fc.constantFrom('', 'Enough said.');

test('whatever commands come, a score sheet keeps to its table, and what is locked stays as it was', () => {
  expect(Object.keys(scoreSheetMachine.states)).toEqual([...scoreSheetStatuses]);
  const asks = holdsForAllStories(
    scoreSheetMachine,
    decideScoreSheet,
    {
      commands: {
        'assign-evaluator': fc.record({ by, lotApplicationRef: fc.constant(lotRef), evaluator: fc.constant(evaluatorA) }),
        'declare-interest': fc.record({ by, conflict: fc.constantFrom(false, false, true), statement: text }),
        'save-scores': fc.record({ by, marks: fc.constantFrom(allScored(4), allScored(2), { impact: aScore(5) }, { impact: aScore(9) }) }),
        'submit-scores': fc.record({ by }),
        'stand-down-evaluator': fc.record({ by, reason: text }),
      },
      facts: fc.record({
        roles: anyRoles,
        judged: fc.constant(judged),
        lotApplication: fc.constantFrom('in-evaluation' as const, 'in-evaluation' as const, 'moderated' as const),
      }),
      now: fc.constant(afterClose),
    },
    {
      holds: (state) => {
        if (Object.keys(state.marks).length > 0) expect(state.interest?.conflict).toBe(false);
        if (state.status === 'submitted') expect(Object.keys(state.marks)).toHaveLength(judged.length);
      },
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'assign-evaluator': ['tell evaluator'],
    'declare-interest': ['tell panel'],
    'submit-scores': ['tell panel'],
    'stand-down-evaluator': ['tell evaluator'],
  });
});

test('an evaluator has one sheet for an application and lot, however their id is written', () => {
  const refs = ['ABCDEF00-0000-4000-8000-00000000000A', 'abcdef00-0000-4000-8000-00000000000a'].map((objectId) =>
    scoreSheetRef(lotRef, { ...evaluatorA, objectId }),
  );
  expect(refs).toEqual(Array(2).fill('SS-AP-RD-2027-P-0042-AP-2027-1-abcdef00-0000-4000-8000-00000000000a'));
});
