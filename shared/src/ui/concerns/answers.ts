import type { reportConcern } from '../../contract/concerns.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import type { ConcernCategory, ConcernSeverity } from '../../domain/quality/concern-category.ts';
import { linesFor, type RingLine } from '../../domain/quality/whom-to-ring.ts';
import type { FormError } from '../forms/form-error.ts';

/** What is typed and chosen on the way; kept nowhere but on the page. */
export interface ConcernAnswers {
  readonly category: ConcernCategory | '';
  readonly severity: ConcernSeverity | '';
  readonly rung: readonly RingLine[];
  readonly text: string;
}

export const noAnswers: ConcernAnswers = { category: '', severity: '', rung: [], text: '' };

/** The pages of the form, in their order. `rung` is left out where nobody must have been rung. */
export type ConcernStep = 'ring' | 'what' | 'rung' | 'text' | 'check';

/** Whom the answers call for to be rung before anything is written. */
export const mustRing = ({ category, severity }: ConcernAnswers): readonly RingLine[] =>
  category === '' || severity === '' ? [] : linesFor(category, severity);

export const stepsOf = (answers: ConcernAnswers): readonly ConcernStep[] =>
  mustRing(answers).length > 0 ? ['ring', 'what', 'rung', 'text', 'check'] : ['ring', 'what', 'text', 'check'];

export const longestText = 2_000;

/** What is wrong with one page, in words for the top of the form. */
export const faultsOfStep = (step: ConcernStep, answers: ConcernAnswers): readonly FormError[] => {
  const { category, severity, rung, text } = answers;
  if (step === 'what')
    return [
      ...(category === '' ? [{ field: 'category', message: 'Select what your concern is about' }] : []),
      ...(severity === '' ? [{ field: 'severity', message: 'Select how serious it is' }] : []),
    ];
  if (step === 'rung')
    return mustRing(answers).every((line) => rung.includes(line))
      ? []
      : [{ field: 'rung', message: 'Ring first, then select whom you have rung' }];
  if (step !== 'text') return [];
  if (text.trim() === '') return [{ field: 'text', message: 'Enter what you are concerned about' }];
  if (text.length > longestText) return [{ field: 'text', message: 'What you are concerned about must be 2,000 characters or fewer' }];
  const screened = screenFreeText(text);
  return screened.ok ? [] : [{ field: 'text', message: screened.sentence }];
};

/** What is sent. `undefined` while something is not answered. */
export const bodyOf = (answers: ConcernAnswers): Omit<BodyOf<typeof reportConcern>, 'about'> | undefined => {
  const { category, severity, text } = answers;
  if (category === '' || severity === '') return undefined;
  const rung = mustRing(answers).filter((line) => answers.rung.includes(line));
  return { ringFirstRead: true, rung, category, severity, text: text.trim() };
};
