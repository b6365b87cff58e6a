import type { SurveyAnswer } from './survey-answer.ts';
import { choicesOf, type SurveyQuestion } from './survey-question.ts';

/** How often one of the choices was taken. */
export interface SurveyCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  /** Of those who answered the survey, in whole per cent. */
  readonly percent: number;
}

/** What was answered to one question, by those who answered the survey. */
export interface SurveyResult {
  readonly key: string;
  /** How many answered this question, and how many left it out: what they think is not known. */
  readonly answered: number;
  readonly notStated: number;
  readonly notStatedPercent: number;
  /** Of a question with choices. */
  readonly counts?: readonly SurveyCount[] | undefined;
  /** Of a question for a number; nothing where nobody entered one. */
  readonly numbers?: { readonly total: number; readonly least: number; readonly median: number; readonly greatest: number } | undefined;
}

/** A part of a whole in whole per cent; 0 of nothing. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole));

const medianOf = (sorted: readonly number[]): number => {
  const half = sorted.length / 2;
  const [below = 0, above = below] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return (below + above) / 2;
};

const numbersOf = (answers: readonly SurveyAnswer[]): SurveyResult['numbers'] => {
  const sorted = answers.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);
  const [least, ...others] = sorted;
  if (least === undefined) return undefined;
  return { total: sorted.reduce((sum, each) => sum + each, 0), least, median: medianOf(sorted), greatest: others.at(-1) ?? least };
};

/**
 * What was answered, question by question. Every part is one of all who answered the survey, also of those who left that question out: parts and 'not
 * stated' make the whole, but for rounding and where several choices may be taken.
 */
export const resultsOf = (
  questions: readonly SurveyQuestion[],
  responses: readonly { readonly answers: readonly SurveyAnswer[] }[],
): readonly SurveyResult[] =>
  questions.map((question) => {
    const answers = responses.flatMap(({ answers: given }) => given.filter(({ key }) => key === question.key));
    const choices = choicesOf(question);
    const notStated = responses.length - answers.length;
    return {
      key: question.key,
      answered: answers.length,
      notStated,
      notStatedPercent: percentOf(notStated, responses.length),
      ...(choices.length === 0
        ? {}
        : {
            counts: choices.map(({ value, label }) => {
              const count = answers.filter(({ chosen }) => chosen?.includes(value)).length;
              return { value, label, count, percent: percentOf(count, responses.length) };
            }),
          }),
      ...(question.kind === 'number' ? { numbers: numbersOf(answers) } : {}),
    };
  });
