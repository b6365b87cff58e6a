import { noticeAudienceNames } from '../../../domain/notices/notice.ts';
import { type SurveyAudience, type SurveyedRole, type SurveyStatus, surveyedRoleNames } from '../../../domain/surveys/survey.ts';
import type { SurveyQuestionKind } from '../../../domain/surveys/survey-question.ts';
import { percentOf } from '../../../domain/surveys/survey-results.ts';

export const surveyStatusWords: Readonly<Record<SurveyStatus, string>> = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
  discarded: 'Discarded',
};

export const questionKindWords: Readonly<Record<SurveyQuestionKind, string>> = {
  one: 'One of several choices',
  several: 'Any of several choices',
  text: 'A short text',
  number: 'A whole number',
  'block-interest': 'Interest in a block purchase',
  services: 'Any of the types of service',
};

export const askedWords = (audience: readonly SurveyAudience[]): string => audience.map((each) => noticeAudienceNames[each]).join(', ');

export const rolesWords = (roles: readonly SurveyedRole[]): string => roles.map((each) => surveyedRoleNames[each]).join(', ');

/** How many of the answers that were asked for are there. */
export const rateWords = ({ answered, asked }: { readonly answered: number; readonly asked: number }): string =>
  `${answered} of ${asked} (${percentOf(answered, asked)}%)`;
