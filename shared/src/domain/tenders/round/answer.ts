import { type Refusal, refused } from '../../refusal.ts';
import { linkFault, pupilFault } from '../text.ts';
import type { Question } from './question.ts';

export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'document-link'; readonly link: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'choice'; readonly chosen: readonly string[] }
  | { readonly kind: 'yes-no'; readonly answer: 'yes' | 'no' };

/** Answers by the key of their question. */
export type Answers = Readonly<Record<string, Answer>>;

/** Words as people count them: whatever stands between blanks. */
export const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** Why an answer cannot be kept; `undefined` when it can. An empty text may be kept in a draft: what is missing is asked at submission. */
export const answerFault = (question: Question, answer: Answer): Refusal | undefined => {
  const field = `/answers/${question.key}`;
  if (answer.kind === 'text' && question.kind === 'text') {
    const words = countWords(answer.text);
    return words > question.mostWords
      ? refused('answer-not-valid', `Shorten your answer to ${question.mostWords} words or fewer. It has ${words}.`, field)
      : pupilFault(answer.text, 'your answer', field);
  }
  if (answer.kind === 'document-link' && question.kind === 'document-link') return linkFault(answer.link, 'where the document lies', field);
  if (answer.kind === 'number' && question.kind === 'number')
    return Number.isInteger(answer.number) && answer.number >= question.from && answer.number <= question.to
      ? undefined
      : refused('answer-not-valid', `Enter a whole number from ${question.from} to ${question.to}.`, field);
  if (answer.kind === 'choice' && question.kind === 'choice') {
    const isKnown =
      answer.chosen.every((option) => question.options.includes(option)) && new Set(answer.chosen).size === answer.chosen.length;
    return isKnown && answer.chosen.length > 0 && (question.several || answer.chosen.length === 1)
      ? undefined
      : refused('answer-not-valid', question.several ? 'Choose from the options.' : 'Choose one of the options.', field);
  }
  if (answer.kind === 'yes-no' && question.kind === 'yes-no') return undefined;
  return refused('answer-not-valid', `This question is not answered with a ${answer.kind.replace('-', ' ')}.`, field);
};

/** Whether a question has an answer with something in it. */
export const isAnswered = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && (answer.kind !== 'text' || answer.text.trim() !== '');

/** How an answer stands that decides by itself; `judged` where people decide, `undefined` where nothing depends on it. */
export const passes = (question: Question, answer: Answer | undefined): 'pass' | 'fail' | 'judged' | undefined => {
  const { marking } = question;
  if (marking.kind !== 'pass-or-fail') return undefined;
  if (!isAnswered(answer)) return 'fail';
  if (marking.passes === 'judged') return 'judged';
  return passesBy(marking.passes, answer) ? 'pass' : 'fail';
};

/** A choice passes when everything that was chosen is among the options that pass. */
const passesBy = (passing: 'yes' | 'no' | readonly string[] | { readonly atLeast: number }, answer: Answer): boolean => {
  if (answer.kind === 'yes-no') return answer.answer === passing;
  if (answer.kind === 'choice') return Array.isArray(passing) && answer.chosen.every((option) => passing.includes(option));
  return answer.kind === 'number' && typeof passing === 'object' && 'atLeast' in passing && answer.number >= passing.atLeast;
};
