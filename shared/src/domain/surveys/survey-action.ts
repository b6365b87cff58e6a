/** What the audit chain says of surveys. */
export const surveyActions = [
  'survey-written',
  'survey-changed',
  'survey-question-added',
  'survey-question-removed',
  'survey-opened',
  'survey-reminded',
  'survey-resent',
  'survey-closed',
  'survey-discarded',
  'survey-answered',
  'survey-answer-changed',
] as const;
export type SurveyAction = (typeof surveyActions)[number];
