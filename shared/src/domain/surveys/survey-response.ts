import type { AuditWork, MovingRecord } from '../call-off/decider.ts';
import type { Person } from '../people/person.ts';
import type { SurveyedRole } from './survey.ts';
import type { SurveyAction } from './survey-action.ts';
import type { SurveyAnswer } from './survey-answer.ts';

export const surveyResponseStatuses = ['given'] as const;
export type SurveyResponseStatus = (typeof surveyResponseStatuses)[number];

export type SurveyResponseWork = AuditWork<SurveyAction>;

/** For whom somebody answers: one school in one role, of which there is one response. */
export interface SurveySeat {
  readonly buyerRef: string;
  readonly role: SurveyedRole;
}

/** Row 67: what one school answered in one role. Whoever answers there next changes it, until the survey closes. */
export interface SurveyResponse extends MovingRecord<SurveyResponseWork>, SurveySeat {
  readonly status: SurveyResponseStatus;
  readonly surveyRef: string;
  readonly answers: readonly SurveyAnswer[];
  readonly answeredBy: Person;
  readonly answeredAt: string;
}

/** The reference of the one response of a seat: it says what it is about, so that it is made once. */
export const responseRef = (surveyRef: string, { buyerRef, role }: SurveySeat): string => `${surveyRef}-${buyerRef}-${role}`.toUpperCase();
