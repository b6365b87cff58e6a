import { pence } from '../../money/money.ts';
import { aLotCriteria, someQuestions } from '../round/round.fixture.ts';
import { allScored, aScore } from './evaluation.fixture.ts';
import { rankLot } from './rank-lot.ts';

/** The usual questions, of which the one about impact asks for so much at least. */
const asking = (least: number | undefined) => ({
  ...someQuestions,
  questions: someQuestions.questions.map((question) =>
    question.key === 'impact' && question.kind === 'text'
      ? { ...question, marking: { kind: 'scored' as const, weight: 25, ...(least === undefined ? {} : { least }) } }
      : question,
  ),
});
const failings = (score: number, least?: number) =>
  rankLot(aLotCriteria({ passMark: 0 }), asking(least), [
    { ref: 'A', price: pence(4_000), marks: { ...allScored(4), impact: aScore(score) }, failedBy: [] },
  ]).lines[0]?.failings;

test('row 14: an answer fails below the least score that its question asks, and not at it; without one no score fails', () => {
  expect(failings(2, 3)).toEqual([{ why: 'least-score', questionKey: 'impact' }]);
  expect(failings(3, 3)).toEqual([]);
  expect(failings(0)).toEqual([]);
});
