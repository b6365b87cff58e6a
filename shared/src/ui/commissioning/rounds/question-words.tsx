import { greatestScore } from '../../../domain/tenders/round/question.ts';
import type { AskedQuestion, MarkingKind } from './typed-question.ts';

export const kindWords: Readonly<Record<AskedQuestion['kind'], string>> = {
  text: 'Answer in words',
  'document-link': 'Link to a document',
  number: 'Whole number',
  choice: 'Choice from options',
  'yes-no': 'Yes or no',
};

export const markingWords: Readonly<Record<MarkingKind, string>> = {
  scored: 'Scored by evaluators',
  'pass-or-fail': 'Pass or fail',
  'for-information': 'For information only',
};

/** A number, or that there is none yet. */
const numberWords = (number: number): string => (Number.isNaN(number) ? 'not entered yet' : number.toLocaleString('en-GB'));

const formWords = (question: AskedQuestion): string => {
  switch (question.kind) {
    case 'text':
      return `${kindWords.text}, words at most: ${numberWords(question.mostWords)}`;
    case 'number':
      return `${kindWords.number}, from ${numberWords(question.from)} to ${numberWords(question.to)}`;
    case 'choice':
      return `${question.several ? 'Any of' : 'One of'}: ${question.options.join(', ') || 'no options yet'}`;
    default:
      return kindWords[question.kind];
  }
};

const passWords = (question: AskedQuestion): string => {
  const { marking } = question;
  if (marking.kind !== 'pass-or-fail') return '';
  const { passes } = marking;
  if (passes === 'judged') return 'pass or fail, judged by evaluators';
  if (typeof passes === 'string') return `passes with ${passes}`;
  return 'atLeast' in passes ? `passes from ${numberWords(passes.atLeast)}` : `passes with: ${passes.join(', ') || 'no option yet'}`;
};

/** How a question is answered and what becomes of the answer, in one line. */
export const questionWords = (question: AskedQuestion): string => {
  const { marking } = question;
  if (marking.kind === 'for-information')
    return `${formWords(question)}; for information, ${question.mandatory ? 'must be answered' : 'may be left out'}`;
  if (marking.kind === 'pass-or-fail') return `${formWords(question)}; ${passWords(question)}`;
  const least = marking.least === undefined ? '' : `, fails below ${numberWords(marking.least)} of ${greatestScore}`;
  return `${formWords(question)}; scored, weight: ${numberWords(marking.weight)}${least}`;
};
