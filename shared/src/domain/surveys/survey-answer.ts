import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';
import { choicesOf, type SurveyQuestion, takesSeveral } from './survey-question.ts';

/** What was answered to one question: choices that were taken, words, or a number. A question without an entry was left out. */
export interface SurveyAnswer {
  readonly key: string;
  readonly chosen?: readonly string[] | undefined;
  readonly words?: string | undefined;
  readonly number?: number | undefined;
}

export const longestAnswer = 500;
export const greatestNumber = 1_000_000;

const isEmpty = ({ chosen = [], words = '', number }: SurveyAnswer): boolean =>
  chosen.length === 0 && words.trim() === '' && number === undefined;

const whyNotChosen = (question: SurveyQuestion, { chosen = [], words, number }: SurveyAnswer, field: string): Refusal | undefined => {
  const choices = choicesOf(question).map(({ value }) => value);
  if (words !== undefined || number !== undefined || chosen.some((value) => !choices.includes(value)))
    return refused('answers-incomplete', 'Choose one of the answers that are offered.', field);
  return new Set(chosen).size < chosen.length || (chosen.length > 1 && !takesSeveral(question))
    ? refused('answers-incomplete', takesSeveral(question) ? 'Choose each answer once.' : 'Choose one answer.', field)
    : undefined;
};

const whyNotTyped = ({ chosen = [], words = '', number }: SurveyAnswer, field: string): Refusal | undefined => {
  if (chosen.length > 0 || number !== undefined) return refused('answers-incomplete', 'Answer in words.', field);
  if (words.length > longestAnswer) return refused('text-too-long', `Enter ${longestAnswer} characters or fewer.`, field);
  const screened = screenFreeText(words);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, field);
};

const whyNotNumber = ({ chosen = [], words = '', number = 0 }: SurveyAnswer, field: string): Refusal | undefined =>
  chosen.length > 0 || words !== '' || !Number.isInteger(number) || number < 0 || number > greatestNumber
    ? refused('number-not-allowed', `Enter a whole number from 0 to ${greatestNumber.toLocaleString('en-GB')}.`, field)
    : undefined;

const whyNotAnswer = (question: SurveyQuestion, answer: SurveyAnswer | undefined, field: string): Refusal | undefined => {
  if (answer === undefined || isEmpty(answer))
    return question.required ? refused('answers-incomplete', 'Answer this question.', field) : undefined;
  if (question.kind === 'text') return whyNotTyped(answer, field);
  return question.kind === 'number' ? whyNotNumber(answer, field) : whyNotChosen(question, answer, field);
};

/** Why answers cannot be taken: each names its question by '/answers/KEY'. */
export const whyNotAnswers = (questions: readonly SurveyQuestion[], answers: readonly SurveyAnswer[]): Refusal | undefined => {
  const keys = answers.map(({ key }) => key);
  const stray = keys.find((key, at) => keys.indexOf(key) !== at || !questions.some((question) => question.key === key));
  if (stray !== undefined) return refused('answers-incomplete', 'This is answered twice, or the survey does not ask it.', '/answers');
  for (const question of questions) {
    const refusal = whyNotAnswer(
      question,
      answers.find(({ key }) => key === question.key),
      `/answers/${question.key}`,
    );
    if (refusal) return refusal;
  }
  return undefined;
};

/** Answers as they are kept: in the order of the questions, without those that say nothing, choices in the order in which they are offered. */
export const keptAnswers = (questions: readonly SurveyQuestion[], answers: readonly SurveyAnswer[]): readonly SurveyAnswer[] =>
  questions.flatMap((question): readonly SurveyAnswer[] => {
    const given = answers.find(({ key }) => key === question.key);
    if (given === undefined || isEmpty(given)) return [];
    const { key } = question;
    if (question.kind === 'text') return [{ key, words: given.words?.trim() }];
    if (question.kind === 'number') return [{ key, number: given.number }];
    return [
      {
        key,
        chosen: choicesOf(question)
          .map(({ value }) => value)
          .filter((value) => given.chosen?.includes(value)),
      },
    ];
  });
