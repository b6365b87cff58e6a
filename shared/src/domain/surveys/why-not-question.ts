import { whyNotWords } from '../notices/why-not-words.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { SurveyQuestion, SurveyQuestionText } from './survey-question.ts';

export const mostQuestions = 10;
export const longestQuestion = 300;
export const mostOptions = 12;
export const longestOption = 120;

const whyNotOptions = (options: readonly string[]): Refusal | undefined => {
  if (options.length < 2 || options.length > mostOptions)
    return refused('number-not-allowed', `Enter from 2 to ${mostOptions} choices, each on a line of its own.`, '/question/options');
  if (new Set(options.map((option) => option.trim().toLowerCase())).size < options.length)
    return refused('already-recorded', 'Enter each choice once.', '/question/options');
  for (const [at, option] of options.entries()) {
    const refusal = whyNotWords(option, longestOption, 'Enter what can be chosen.', `/question/options/${at}`);
    if (refusal) return refusal;
  }
  return undefined;
};

/** Why a question cannot be asked beside those that are there. Interest is asked for once, and so are services: an answer must say one thing. */
export const whyNotQuestion = (
  { kind, asks, options }: SurveyQuestionText,
  others: readonly Pick<SurveyQuestion, 'kind'>[],
): Refusal | undefined => {
  const words = whyNotWords(asks, longestQuestion, 'Enter the question.', '/question/asks');
  if (words) return words;
  if (kind === 'one' || kind === 'several') return whyNotOptions(options);
  if (options.length > 0)
    return refused('number-not-allowed', 'This kind of question has no choices of its own. Leave them out.', '/question/options');
  return (kind === 'block-interest' || kind === 'services') && others.some((other) => other.kind === kind)
    ? refused('already-recorded', 'The survey asks this already.', '/question/kind')
    : undefined;
};
