import { type Refusal, refused } from '../../refusal.ts';
import type { Question } from '../round/question.ts';
import { type Marks, markFault, sameMark, unmarked } from './mark.ts';
import type { ScoreSheet } from './score-sheet.ts';
import { areScoresIn, countingSheets, leastEvaluators } from './sealed-scores.ts';

/**
 * Row 13: why the scores of an application for a lot cannot be moderated to these marks. Every question that people judge gets one; where the
 * evaluators do not all say just that, the mark says why.
 */
export const moderationFault = (judged: readonly Question[], sheets: readonly ScoreSheet[], marks: Marks): Refusal | undefined => {
  const counting = countingSheets(sheets);
  if (counting.length < leastEvaluators)
    return refused(
      'not-enough-evaluators',
      `At least ${leastEvaluators} evaluators without a conflict must score it. There ${counting.length === 1 ? 'is one' : 'are none'}.`,
    );
  if (!areScoresIn(sheets)) {
    const waiting = counting.filter(({ status }) => status !== 'submitted').map(({ evaluator }) => evaluator.name);
    return refused('scores-not-in', `Scores stay sealed until all are in. Still to come: ${waiting.join(', ')}.`);
  }
  const stray = Object.keys(marks).find((key) => !judged.some((question) => question.key === key));
  if (stray !== undefined) return refused('score-not-valid', 'This question is not marked here.', `/marks/${stray}`);
  for (const question of judged) {
    const mark = marks[question.key];
    if (!mark) return unmarked([question], marks);
    const isAgreed = counting.every((sheet) => {
      const theirs = sheet.marks[question.key];
      return theirs !== undefined && sameMark(theirs, mark);
    });
    const fault = markFault(question, mark, !isAgreed);
    if (fault) return fault;
  }
  return undefined;
};
