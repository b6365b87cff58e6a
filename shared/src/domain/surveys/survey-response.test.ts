import { aBuyer, aMembership, deputy, head, senco, stranger } from '../call-off/call-off.fixture.ts';
import { surveyResponseMachine } from './decide-response.ts';
import { answering, aText, opened, ownSeat, stateOf } from './survey.fixture.ts';
import type { SurveyAnswer } from './survey-answer.ts';
import { blockInterests } from './survey-question.ts';
import { resultsOf } from './survey-results.ts';
import { seatsAsked, seatsOf, surveyRecipients, unanswered } from './survey-seats.ts';

const codeOf = (decision: ReturnType<typeof answering>) =>
  decision.ok ? 'accepted' : [decision.code, ...('field' in decision && decision.field ? [decision.field] : [])].join(' ');
const detailOf = (decision: ReturnType<typeof answering>) => (decision.ok ? 'accepted' : decision.detail);
const alone: SurveyAnswer = { key: 'q1', chosen: ['Alone'] };

describe('row 67: an answer', () => {
  test('is one for each school and role, with who gave it, and can be changed until the survey closes', () => {
    const first = stateOf(answering([alone, { key: 'q3', words: ' Prices. ' }]));
    expect(first).toMatchObject({
      ref: 'SV-7K3M9QXT-113800-SENCO',
      status: 'given',
      surveyRef: 'SV-7K3M9QXT',
      buyerRef: '113800',
      role: 'senco',
      answers: [alone, { key: 'q3', words: 'Prices.' }],
      answeredBy: senco,
      answeredAt: '2026-11-24T10:00:00Z',
    });
    expect(first.history.map(({ what }) => what)).toEqual(['Answered']);
    const changed = stateOf(answering([{ key: 'q1', chosen: ['With others'] }], { present: first, at: '2026-12-11T22:00:00Z' }));
    expect([changed.version, changed.answers, changed.history.at(-1)?.what]).toEqual([
      2,
      [{ key: 'q1', chosen: ['With others'] }],
      'Answers changed',
    ]);
    expect(codeOf(answering([alone], { present: first, at: '2026-12-12T00:00:00Z' }))).toBe('not-in-this-state');
    expect(codeOf(answering([alone], { survey: { ...opened(), status: 'closed' } }))).toBe('not-in-this-state');
  });

  test('that comes too late is told why: the last day is over, or the survey was closed before it', () => {
    expect(detailOf(answering([alone], { at: '2026-12-12T00:00:00Z' }))).toBe('It could be answered until Friday 11 December 2026.');
    expect(detailOf(answering([alone], { survey: { ...opened(), status: 'closed' } }))).toBe('The survey is closed.');
  });

  test('is given once and changed as long as it may be: nothing ends it', () => {
    expect(surveyResponseMachine.moves.map(({ command, from, to }) => [command, from.join('|'), to.join('|')])).toEqual([
      ['give-response', 'none', 'given'],
      ['change-response', 'given', 'same'],
    ]);
    expect([surveyResponseMachine.states, surveyResponseMachine.ends]).toEqual([{ given: 'given' }, []]);
  });

  test('is given by whoever answers for that school in that role', () => {
    expect(codeOf(answering([alone], { may: false }))).toBe('not-your-role');
    expect(detailOf(answering([alone], { may: false }))).toBe(
      'Only somebody who answers for this school in this role can answer the survey.',
    );
  });

  test.each<[string, readonly SurveyAnswer[], string]>([
    [
      'everything',
      [
        alone,
        { key: 'q2', chosen: ['Cover', 'Support'] },
        { key: 'q4', number: 0 },
        { key: 'q5', chosen: ['possibly'] },
        { key: 'q6', chosen: ['teacher'] },
      ],
      'accepted',
    ],
    ['nothing', [], 'answers-incomplete /answers/q1'],
    ['what must be answered left empty', [{ key: 'q1', chosen: [] }], 'answers-incomplete /answers/q1'],
    ['what is not offered', [{ key: 'q1', chosen: ['Never'] }], 'answers-incomplete /answers/q1'],
    ['what is not offered beside what is', [alone, { key: 'q2', chosen: ['Cover', 'Never'] }], 'answers-incomplete /answers/q2'],
    ['two of which one can be taken', [{ key: 'q1', chosen: ['Alone', 'With others'] }], 'answers-incomplete /answers/q1'],
    ['the same twice', [alone, { key: 'q2', chosen: ['Cover', 'Cover'] }], 'answers-incomplete /answers/q2'],
    ['words in place of a choice', [{ key: 'q1', words: 'Alone' }], 'answers-incomplete /answers/q1'],
    ['a number in place of a choice', [{ key: 'q1', chosen: ['Alone'], number: 1 }], 'answers-incomplete /answers/q1'],
    ['a choice in place of words', [alone, { key: 'q3', chosen: ['Alone'] }], 'answers-incomplete /answers/q3'],
    ['a number in place of words', [alone, { key: 'q3', number: 2 }], 'answers-incomplete /answers/q3'],
    ['words that are too many', [alone, { key: 'q3', words: 'x'.repeat(501) }], 'text-too-long /answers/q3'],
    ['just enough words', [alone, { key: 'q3', words: 'x'.repeat(500) }], 'accepted'],
    ['a name', [alone, { key: 'q3', words: 'It is for Oliver Smith.' }], 'text-names-a-pupil /answers/q3'],
    [
      'the day of an event, which here may be a birth',
      [alone, { key: 'q3', words: 'The event was on 4 May 2018.' }],
      'text-names-a-pupil /answers/q3',
    ],
    ['half a number', [alone, { key: 'q4', number: 1.5 }], 'number-not-allowed /answers/q4'],
    ['less than nothing', [alone, { key: 'q4', number: -1 }], 'number-not-allowed /answers/q4'],
    ['too great a number', [alone, { key: 'q4', number: 1_000_001 }], 'number-not-allowed /answers/q4'],
    ['the greatest number', [alone, { key: 'q4', number: 1_000_000 }], 'accepted'],
    ['words in place of a number', [alone, { key: 'q4', words: 'many' }], 'number-not-allowed /answers/q4'],
    ['a choice in place of a number', [alone, { key: 'q4', chosen: ['Alone'] }], 'number-not-allowed /answers/q4'],
    ['one question twice', [alone, alone], 'answers-incomplete /answers'],
    ['what is not asked', [alone, { key: 'q9', words: 'More' }], 'answers-incomplete /answers'],
  ])('%s', (_what, answers, code) => expect(codeOf(answering(answers))).toBe(code));

  test('is kept in the order of the survey, without what says nothing', () => {
    const given = [{ key: 'q4', number: 12 }, { key: 'q3', words: ' ' }, { key: 'q2', chosen: ['Cover', 'Support'] }, alone];
    expect(stateOf(answering(given)).answers).toEqual([alone, { key: 'q2', chosen: ['Support', 'Cover'] }, { key: 'q4', number: 12 }]);
  });
});

describe('row 67: who answers', () => {
  const school = aBuyer({ ref: '113800', type: 'maintained-school' });
  const academy = aBuyer({ ref: '114000', type: 'academy' });
  const college = aBuyer({ ref: '115000', type: 'further-education' });
  const closed = aBuyer({ ref: '116000', type: 'academy', status: 'closed' });
  const buyers = [school, academy, college, closed];
  const members = [
    aMembership(senco, ['requester']),
    aMembership(head, ['approver']),
    aMembership(head, ['approver', 'requester'], { buyerRef: academy.ref }),
    aMembership(deputy, ['contact']),
    aMembership(stranger, ['requester'], { buyerRef: college.ref }),
    aMembership(deputy, ['requester'], { buyerRef: closed.ref }),
    aMembership(deputy, ['requester'], { status: 'removed' }),
  ];
  const survey = aText();

  test('is who requests or approves there, of schools that are asked and open', () => {
    const of = (who: typeof senco) =>
      seatsOf(
        survey,
        members.filter(({ person }) => person === who),
        buyers,
      ).map(({ buyerRef, role }) => `${buyerRef} ${role}`);
    expect(of(senco)).toEqual(['113800 senco']);
    expect(of(head)).toEqual(['113800 head-teacher', '114000 senco', '114000 head-teacher']);
    expect([...of(deputy), ...of(stranger)]).toEqual([]);
  });

  test('every school is asked once in each role, whether or not somebody is there to answer', () => {
    expect(seatsAsked(survey, buyers).length).toBe(4);
    expect(seatsAsked({ ...survey, roles: ['senco'] }, buyers)).toEqual([
      { buyerRef: '113800', role: 'senco' },
      { buyerRef: '114000', role: 'senco' },
    ]);
    expect(unanswered(seatsAsked(survey, buyers), [ownSeat]).length).toBe(3);
  });

  test('each is sent it once; whoever has nothing left to answer is not reminded', () => {
    const names = (given: Parameters<typeof surveyRecipients>[2]) =>
      surveyRecipients(survey, { buyers, members }, given).map((each) => each.kind === 'person' && each.person.name);
    expect(names([])).toEqual([senco.name, head.name]);
    expect(names([ownSeat])).toEqual([head.name]);
    expect(names([ownSeat, { buyerRef: '113800', role: 'head-teacher' }, { buyerRef: '114000', role: 'senco' }])).toEqual([head.name]);
    expect(
      names([
        ownSeat,
        ...(['senco', 'head-teacher'] as const).map((role) => ({ buyerRef: '114000', role })),
        { buyerRef: '113800', role: 'head-teacher' },
      ]),
    ).toEqual([]);
  });
});

describe('rows 67-68: results', () => {
  const { questions } = opened();
  const answered = (...answers: readonly SurveyAnswer[]) => ({ answers });

  test('are parts of all who answered the survey; what was left out is not stated, and is no answer', () => {
    const responses = [
      ...Array.from({ length: 7 }, () => answered(alone, { key: 'q5', chosen: ['interested'] })),
      answered(alone, { key: 'q5', chosen: ['possibly'] }),
      answered(alone),
      answered(alone),
    ];
    expect(resultsOf(questions, responses).find(({ key }) => key === 'q5')).toEqual({
      key: 'q5',
      answered: 8,
      notStated: 2,
      notStatedPercent: 20,
      counts: [
        { value: 'interested', label: 'Interested', count: 7, percent: 70 },
        { value: 'possibly', label: 'Possibly, want to know more, or it depends on the cost', count: 1, percent: 10 },
        { value: 'not-interested', label: 'Not interested', count: 0, percent: 0 },
      ],
    });
    expect(blockInterests.length).toBe(3);
  });

  test('several choices of one are each counted, numbers are told with their middle', () => {
    const numbers = (...given: readonly number[]) =>
      resultsOf(
        questions,
        given.map((number) => answered({ key: 'q4', number }, { key: 'q2', chosen: ['Support', 'Cover'] })),
      );
    expect(numbers(4, 1, 9).find(({ key }) => key === 'q4')?.numbers).toEqual({ total: 14, least: 1, median: 4, greatest: 9 });
    expect(numbers(4, 1, 9, 6).find(({ key }) => key === 'q4')?.numbers).toEqual({ total: 20, least: 1, median: 5, greatest: 9 });
    expect(
      numbers(4, 1)
        .find(({ key }) => key === 'q2')
        ?.counts?.map(({ count }) => count),
    ).toEqual([2, 2, 0]);
    expect(
      resultsOf(questions, []).map(({ key, answered: count, notStatedPercent, numbers: told }) => [key, count, notStatedPercent, told]),
    ).toEqual(questions.map(({ key }) => [key, 0, 0, undefined]));
    expect(numbers(7).find(({ key }) => key === 'q4')?.numbers).toEqual({ total: 7, least: 7, median: 7, greatest: 7 });
    expect(resultsOf(questions, []).find(({ key }) => key === 'q3')).toStrictEqual({
      key: 'q3',
      answered: 0,
      notStated: 0,
      notStatedPercent: 0,
    });
  });
});
