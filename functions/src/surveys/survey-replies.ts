import type { SurveyAnswerReply, SurveyQuestionReply } from '@ap/shared/contract/survey-shapes';
import type { SurveyAnswer } from '@ap/shared/domain/surveys/survey-answer';
import { choicesOf, type SurveyQuestion, takesSeveral } from '@ap/shared/domain/surveys/survey-question';
import { ProblemError } from '../http/problem-reply.ts';
import { withoutAbsent } from '../http/without-absent.ts';

/** A question as it is asked, with what can be chosen. */
export const toQuestion = (question: SurveyQuestion): SurveyQuestionReply => {
  const { key, kind, asks, required } = question;
  return { key, kind, asks, required, several: takesSeveral(question), choices: choicesOf(question) };
};

export const toAnswers = (answers: readonly SurveyAnswer[]): readonly SurveyAnswerReply[] =>
  answers.map(({ key, chosen, words, number }) => ({ key, ...withoutAbsent({ chosen, words, number }) }));

/** One that is not theirs to answer, or is closed, is as if it were not there. */
export const noSuchSurvey = (): ProblemError =>
  new ProblemError('not-found', 'There is no such survey, or it is closed, or it does not ask your school.');
