import type { GivenCommand } from '../call-off/decider.ts';
import type { NoticeRole } from '../notices/notice-command.ts';
import type { SurveyText } from './survey.ts';
import type { SurveyQuestionText } from './survey-question.ts';

type Given<Kind extends string, Told = unknown> = GivenCommand & { readonly kind: Kind } & Told;

export type WriteSurvey = Given<'write-survey', { readonly ref: string; readonly text: SurveyText }>;

export type CommandOnSurvey =
  | Given<'change-survey', { readonly text: SurveyText }>
  | Given<'add-question', { readonly question: SurveyQuestionText }>
  | Given<'remove-question', { readonly key: string }>
  | Given<'open-survey'>
  | Given<'remind-survey'>
  | Given<'resend-survey'>
  | Given<'close-survey'>
  | Given<'discard-survey'>;

export type SurveyCommandKind = CommandOnSurvey['kind'] | WriteSurvey['kind'];

/** What the edge reads for a command. Whoever may write notices may ask. */
export interface SurveyFacts {
  readonly roles: readonly NoticeRole[];
  /** How many people it did not reach. Read where it is sent again. */
  readonly failed?: number | undefined;
  /** How many answers of those that were asked for are missing. Read where people are reminded. */
  readonly missing?: number | undefined;
}
