import type { SurveyAnswerReply, SurveyQuestionReply } from '../../contract/survey-shapes.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { greatestNumber, longestAnswer } from '../../domain/surveys/survey-answer.ts';
import type { FormError } from '../forms/form-error.ts';

/** What is typed or chosen, by question. */
export type TypedSurvey = Readonly<Record<string, string | readonly string[]>>;

/** What was answered, to be changed. */
export const typedOf = (answers: readonly SurveyAnswerReply[]): TypedSurvey =>
  Object.fromEntries(
    answers.map(({ key, words, number, chosen }) => [key, words ?? (number === undefined ? (chosen ?? []) : String(number))]),
  );

const textIn = (typed: TypedSurvey, key: string): string => {
  const value = typed[key];
  return typeof value === 'string' ? value.trim() : '';
};
export const chosenIn = (typed: TypedSurvey, key: string): readonly string[] => {
  const value = typed[key];
  return value === undefined || typeof value === 'string' ? [] : value;
};

const faultOf = ({ key, kind, required }: SurveyQuestionReply, typed: TypedSurvey): string | undefined => {
  const text = textIn(typed, key);
  if (text === '' && chosenIn(typed, key).length === 0) return required ? 'Answer this question' : undefined;
  if (kind === 'number')
    return /^\d{1,7}$/.test(text) && Number(text) <= greatestNumber
      ? undefined
      : `Enter a whole number from 0 to ${greatestNumber.toLocaleString('en-GB')}`;
  if (kind !== 'text') return undefined;
  if (text.length > longestAnswer) return `Enter ${longestAnswer} characters or fewer`;
  const screened = screenFreeText(text);
  return screened.ok ? undefined : screened.sentence;
};

/** What is wrong with what was typed, question by question. */
export const faultsOfSurvey = (questions: readonly SurveyQuestionReply[], typed: TypedSurvey): readonly FormError[] =>
  questions.flatMap((question) => {
    const message = faultOf(question, typed);
    return message === undefined ? [] : [{ field: question.key, message }];
  });

/** The answers as they are sent: what was left out is not there. */
export const answersOf = (questions: readonly SurveyQuestionReply[], typed: TypedSurvey): readonly SurveyAnswerReply[] =>
  questions.flatMap(({ key, kind }): readonly SurveyAnswerReply[] => {
    const text = textIn(typed, key);
    const chosen = chosenIn(typed, key);
    if (text === '' && chosen.length === 0) return [];
    if (kind === 'text') return [{ key, words: text }];
    return kind === 'number' ? [{ key, number: Number(text) }] : [{ key, chosen }];
  });

/** The question that a pointer of the service names: by its key, or by the place of its answer among those that were sent. */
export const questionAt = (pointer: string, sent: readonly SurveyAnswerReply[]): string => {
  const [, , at = ''] = pointer.split('/');
  return sent[Number(at)]?.key ?? at;
};
