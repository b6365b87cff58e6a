import type { AuditWork, MovingRecord } from '../call-off/decider.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { MemberRole } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import type { BuyerType } from '../register/buyer-type.ts';
import type { SurveyAction } from './survey-action.ts';
import type { SurveyQuestion } from './survey-question.ts';

/** The buyers that a survey can ask, by their type. */
export const surveyAudiences = [
  'maintained-school',
  'academy',
  'special-school',
  'further-education',
] as const satisfies readonly BuyerType[];
export type SurveyAudience = (typeof surveyAudiences)[number];

/** In which role somebody answers for a school (A7). */
export const surveyedRoles = ['senco', 'head-teacher'] as const;
export type SurveyedRole = (typeof surveyedRoles)[number];

export const surveyedRoleNames: Readonly<Record<SurveyedRole, string>> = {
  senco: 'SENCO or inclusion lead',
  'head-teacher': 'Head teacher',
};

/** Who answers in a role, by the register: it knows who requests and who approves at a school, and no titles of posts. */
export const memberRoleOf: Readonly<Record<SurveyedRole, MemberRole>> = { senco: 'requester', 'head-teacher': 'approver' };

export const surveyStatuses = ['draft', 'open', 'closed', 'discarded'] as const;
export type SurveyStatus = (typeof surveyStatuses)[number];

/** Whom a message of a survey goes to: everybody who is asked, those whom it did not reach, or those whose answer is still missing. */
export const surveyRounds = ['everybody', 'failed', 'unanswered'] as const;
export type SurveyRound = (typeof surveyRounds)[number];

/** What a decision about a survey asks the world to do. */
export type SurveyWork = { readonly kind: 'send-survey'; readonly to: SurveyRound } | AuditWork<SurveyAction>;

/** What a commissioner writes around the questions. Plain text, as a notice. */
export interface SurveyText {
  readonly title: string;
  /** What it is for. */
  readonly body: string;
  /** In what role its author speaks, such as 'SEND Commissioner'. */
  readonly authorRole: string;
  readonly audience: readonly SurveyAudience[];
  readonly roles: readonly SurveyedRole[];
  /** The last day on which it can be answered. */
  readonly closesOn: LocalDate;
}

/** Row 67: a survey of schools, answered once for each school and role. Answers are records of their own. */
export interface Survey extends MovingRecord<SurveyWork>, SurveyText {
  readonly status: SurveyStatus;
  /** Who wrote it last, and so whom those who are asked contact. */
  readonly author: Person;
  readonly questions: readonly SurveyQuestion[];
  readonly openedAt?: string | undefined;
  /** When those who had not answered were last reminded. */
  readonly remindedAt?: string | undefined;
  /** The day on which it was closed before its last. */
  readonly closedAt?: string | undefined;
}

/** Whether it can be answered on a day, however late the clock that closes it runs. */
export const isAnswerable = ({ status, closesOn }: Pick<Survey, 'status' | 'closesOn'>, today: LocalDate): boolean =>
  status === 'open' && today <= closesOn;
