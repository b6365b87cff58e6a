import type { ApplicationMade } from '../../contract/applications.ts';
import { countWords } from '../../domain/tenders/round/answer.ts';
import type { FormError } from '../forms/form-error.ts';
import type { AskedQuestion } from './steps.ts';

type Answer = ApplicationMade['answers'][string];

/** An answer as it stands in its field, whatever its kind. */
export interface Typed {
  readonly text: string;
  readonly chosen: readonly string[];
}

export const nothingTyped: Typed = { text: '', chosen: [] };

export const toTyped = (answer: Answer | undefined): Typed => {
  switch (answer?.kind) {
    case 'text':
      return { text: answer.text, chosen: [] };
    case 'document-link':
      return { text: answer.link, chosen: [] };
    case 'number':
      return { text: String(answer.number), chosen: [] };
    case 'yes-no':
      return { text: answer.answer, chosen: [] };
    case 'choice':
      return { text: '', chosen: answer.chosen };
    default:
      return nothingTyped;
  }
};

/** What is saved of a field; `undefined` when nothing is, as for an empty one that is no text. */
export const fromTyped = ({ kind }: AskedQuestion, { text, chosen }: Typed): Answer | undefined => {
  const trimmed = text.trim();
  switch (kind) {
    case 'text':
      return { kind, text };
    case 'document-link':
      return trimmed === '' ? undefined : { kind, link: trimmed };
    case 'number':
      return trimmed === '' ? undefined : { kind, number: Number(trimmed) };
    case 'yes-no':
      return trimmed === 'yes' || trimmed === 'no' ? { kind, answer: trimmed } : undefined;
    case 'choice':
      return chosen.length === 0 ? undefined : { kind, chosen: [...chosen] };
  }
};

/** What a draft cannot keep, found before it is sent. What is only missing is asked at the end. */
export const typedFaults = (questions: readonly AskedQuestion[], typed: Readonly<Record<string, Typed>>): readonly FormError[] =>
  questions.flatMap((question) => {
    const { text } = typed[question.key] ?? nothingTyped;
    const field = `answers-${question.key}`;
    if (question.kind === 'number' && text.trim() !== '' && !/^-?\d+$/.test(text.trim()))
      return [{ field, message: `Enter a whole number from ${question.from} to ${question.to}` }];
    const words = question.kind === 'text' ? countWords(text) : 0;
    return question.kind === 'text' && words > question.mostWords
      ? [{ field, message: `Shorten your answer to ${question.mostWords} words or fewer. It has ${words}` }]
      : [];
  });

/** An answer as it reads on the page where answers are checked. */
export const answerWords = (answer: Answer | undefined): string => {
  const { text, chosen } = toTyped(answer);
  if (answer?.kind === 'yes-no') return text === 'yes' ? 'Yes' : 'No';
  return answer?.kind === 'choice' ? chosen.join('; ') : text;
};
