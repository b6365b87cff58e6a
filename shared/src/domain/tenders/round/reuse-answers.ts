import { type Answers, answerFault } from './answer.ts';
import type { Question, QuestionSet } from './question.ts';

export interface ReusedAnswers {
  readonly answers: Answers;
  /** Keys of the questions that last round's answers answer, and of those that must be answered anew. */
  readonly reused: readonly string[];
  readonly anew: readonly string[];
}

/**
 * Last round's answers where the same question is asked again in the same words and the answer still fits (row 11). They are a start: the applicant
 * reads and submits them again.
 */
export const reuseAnswers = (
  last: { readonly questionSet: QuestionSet; readonly answers: Answers },
  asked: readonly Question[],
): ReusedAnswers => {
  const fitting = asked.flatMap((question) => {
    const before = last.questionSet.questions.find(({ key }) => key === question.key);
    const answer = last.answers[question.key];
    return before?.text === question.text && answer && answerFault(question, answer) === undefined ? [[question.key, answer] as const] : [];
  });
  const reused = fitting.map(([key]) => key);
  return { answers: Object.fromEntries(fitting), reused, anew: asked.map(({ key }) => key).filter((key) => !reused.includes(key)) };
};
