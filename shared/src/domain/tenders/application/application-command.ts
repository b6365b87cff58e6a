import type { TenderCommand, TenderFacts } from '../decider.ts';
import type { Answers } from '../round/answer.ts';
import type { QuestionSet } from '../round/question.ts';
import type { Round } from '../round/round.ts';
import type { ApplicantContact } from './application.ts';
import type { DeclarationGiven } from './declaration.ts';
import type { Offer } from './offer.ts';

export interface StartApplication extends TenderCommand {
  readonly kind: 'start-application';
  readonly providerRef: string;
  readonly providerName: string;
  readonly contact: ApplicantContact;
  readonly lotKeys: readonly string[];
  /** Whether to begin with the answers of the last round. */
  readonly reuseLast: boolean;
}

export type ApplicationCommand =
  | StartApplication
  | (TenderCommand & {
      readonly kind: 'save-application';
      readonly lotKeys: readonly string[];
      /** Only the answers that changed. */
      readonly answers: Answers;
      /** Keys of answers that were taken out. */
      readonly cleared?: readonly string[] | undefined;
      readonly offers: readonly Offer[];
    })
  | (TenderCommand & { readonly kind: 'sign-declaration'; readonly declaration: DeclarationGiven })
  | (TenderCommand & { readonly kind: 'submit-application' })
  | (TenderCommand & { readonly kind: 'take-back-application' })
  | (TenderCommand & { readonly kind: 'withdraw-application' })
  | (TenderCommand & { readonly kind: 'enter-application' })
  | (TenderCommand & { readonly kind: 'lapse-application' });

export interface ApplicationFacts extends TenderFacts {
  readonly round: Round;
  /** What this provider sent to an earlier round. */
  readonly last?: { readonly questionSet: QuestionSet; readonly answers: Answers } | undefined;
}
