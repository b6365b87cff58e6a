import type { Person } from '../../people/person.ts';
import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { Question } from '../round/question.ts';
import type { LotApplicationStatus } from './lot-application.ts';
import type { Marks } from './mark.ts';

export interface AssignEvaluator extends TenderCommand {
  readonly kind: 'assign-evaluator';
  readonly lotApplicationRef: string;
  readonly evaluator: Person;
}

export type ScoreSheetCommand =
  | (TenderCommand & { readonly kind: 'declare-interest'; readonly conflict: boolean; readonly statement?: string | undefined })
  /** Only the marks that changed. */
  | (TenderCommand & { readonly kind: 'save-scores'; readonly marks: Marks })
  | (TenderCommand & { readonly kind: 'submit-scores' })
  | (TenderCommand & { readonly kind: 'stand-down-evaluator'; readonly reason: string });

export interface ScoreSheetFacts extends TenderFacts {
  /** The questions of the lot that people judge. */
  readonly judged: readonly Question[];
  /** How the application for the lot stands. */
  readonly lotApplication: LotApplicationStatus;
}
