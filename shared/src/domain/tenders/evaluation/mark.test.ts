import type { Question } from '../round/question.ts';
import { type Mark, markFault, marksFault, sameMark, scoreMeanings, unmarked } from './mark.ts';

const base = { text: 'What is your impact?', lots: 'every', mandatory: true, kind: 'text', mostWords: 500 } as const;
const scored: Question = { ...base, key: 'impact', marking: { kind: 'scored', weight: 100 } };
const judged: Question = { ...base, key: 'therapists', marking: { kind: 'pass-or-fail', passes: 'judged' } };
const score = (value: number, comment = 'It says who, when and how.'): Mark => ({ kind: 'scored', score: value, comment });
const pass = (value: boolean, comment = 'They are registered.'): Mark => ({ kind: 'pass-or-fail', pass: value, comment });

test('row 13: a score means the same to everybody, from 0 to 5', () => {
  expect(scoreMeanings).toHaveLength(6);
  expect([scoreMeanings[0], scoreMeanings[5]]).toEqual(['Nothing that answers the question', 'Excellent: more than was asked']);
});

test('two marks are the same by what they say, whatever the comments', () => {
  expect([sameMark(score(4), score(4, '')), sameMark(score(4), score(3)), sameMark(score(1), pass(true))]).toEqual([true, false, false]);
  expect([sameMark(pass(true), pass(true, '')), sameMark(pass(true), pass(false)), sameMark(pass(true), score(1))]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('row 13: a mark', () => {
  test.each<[string, Question, Mark, unknown]>([
    ['of nought', scored, score(0), undefined],
    ['of five', scored, score(5), undefined],
    ['below nought', scored, score(-1), ['score-not-valid', '/marks/impact']],
    ['above five', scored, score(6), ['score-not-valid', '/marks/impact']],
    ['of half a point', scored, score(3.5), ['score-not-valid', '/marks/impact']],
    ['that passes where a score is asked', scored, pass(true), ['score-not-valid', '/marks/impact']],
    ['of a score where it passes or fails', judged, score(3), ['score-not-valid', '/marks/therapists']],
    ['that passes', judged, pass(true), undefined],
    ['without a reason', scored, score(3, ' '), ['text-required', '/marks/impact/comment']],
    ['with a pupil in its reason (R40)', scored, score(3, 'Born 3 April 2014.'), ['text-names-a-pupil', '/marks/impact/comment']],
  ])('%s', (_what, question, mark, expected) => {
    const fault = markFault(question, mark);
    expect(fault && [fault.code, fault.field]).toEqual(expected);
  });

  test('may go without a reason where all agree, and one that is given is looked at all the same', () => {
    expect(markFault(scored, score(3, ''), false)).toBeUndefined();
    expect(markFault(scored, score(3, 'Born 3 April 2014.'), false)?.code).toBe('text-names-a-pupil');
  });

  test('is of a question that is judged, and every such question has one', () => {
    expect(marksFault([scored, judged], { impact: score(3), therapists: pass(false) })).toBeUndefined();
    expect(marksFault([scored, judged], { impact: score(3), therapists: pass(false, '') })?.field).toBe('/marks/therapists/comment');
    expect(marksFault([scored], { impact: score(3), insured: score(3) })).toMatchObject({
      code: 'score-not-valid',
      field: '/marks/insured',
    });
    expect(unmarked([scored, judged], { impact: score(0) })).toMatchObject({ code: 'scores-not-in', field: '/marks/therapists' });
    expect(unmarked([scored, judged], { impact: score(0), therapists: pass(false) })).toBeUndefined();
  });
});
