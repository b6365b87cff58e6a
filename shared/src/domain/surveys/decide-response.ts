import { type Change, deciderOf, type GivenCommand } from '../call-off/decider.ts';
import { formatDate, toLondonDate } from '../days/local-date.ts';
import type { Machine } from '../machine/machine.ts';
import { type Refusal, refused } from '../refusal.ts';
import { isAnswerable, type Survey } from './survey.ts';
import type { SurveyAction } from './survey-action.ts';
import { keptAnswers, type SurveyAnswer, whyNotAnswers } from './survey-answer.ts';
import {
  responseRef,
  type SurveyResponse,
  type SurveyResponseStatus,
  type SurveyResponseWork,
  type SurveySeat,
} from './survey-response.ts';

/** `answering`: they answer for this school in this role today. */
export const surveyResponseRoles = ['answering'] as const;
export type SurveyResponseRole = (typeof surveyResponseRoles)[number];

interface GivenAnswers extends GivenCommand {
  readonly survey: Survey;
  readonly seat: SurveySeat;
  readonly answers: readonly SurveyAnswer[];
}
export interface GiveResponse extends GivenAnswers {
  readonly kind: 'give-response';
}
export interface ChangeResponse extends GivenAnswers {
  readonly kind: 'change-response';
}

export interface SurveyResponseFacts {
  readonly roles: readonly SurveyResponseRole[];
}

/** A response is there or not; what is there is changed until the survey closes. */
export const surveyResponseMachine: Machine<
  SurveyResponseStatus,
  (GiveResponse | ChangeResponse)['kind'],
  SurveyResponseRole,
  SurveyAction
> = {
  subject: 'the response',
  states: { given: 'given' },
  ends: [],
  moves: [
    {
      command: 'give-response',
      does: 'answer the survey',
      from: ['none'],
      to: ['given'],
      by: ['answering'],
      guard: 'row 67: the survey is open, and its last day is not over; what must be answered is; R40: words that name no pupil',
      audit: 'survey-answered',
    },
    {
      command: 'change-response',
      does: 'change the answers',
      from: ['given'],
      to: ['same'],
      by: ['answering'],
      guard: 'as when they were given',
      audit: 'survey-answer-changed',
    },
  ],
};

const answered = (
  { survey, seat, answers, by }: GivenAnswers,
  now: string,
  what: string,
): Change<SurveyResponse, SurveyResponseWork> | Refusal => {
  if (!isAnswerable(survey, toLondonDate(now)))
    return refused(
      'not-in-this-state',
      survey.status === 'open' ? `It could be answered until ${formatDate(survey.closesOn)}.` : 'The survey is closed.',
    );
  return (
    whyNotAnswers(survey.questions, answers) ?? {
      state: {
        ref: responseRef(survey.ref, seat),
        status: 'given',
        surveyRef: survey.ref,
        buyerRef: seat.buyerRef,
        role: seat.role,
        answers: keptAnswers(survey.questions, answers),
        answeredBy: by,
        answeredAt: now,
      },
      what,
    }
  );
};

/** Decides one answering of a survey for one school in one role (row 67; R40). */
export const decideResponse = deciderOf<
  SurveyResponse,
  GiveResponse,
  ChangeResponse,
  SurveyResponseRole,
  SurveyAction,
  SurveyResponseFacts,
  SurveyResponseWork,
  Refusal
>(
  surveyResponseMachine,
  { answering: 'somebody who answers for this school in this role' },
  { 'give-response': (command, _facts, now) => answered(command, now, 'Answered') },
  { 'change-response': (_present, command, _facts, now) => answered(command, now, 'Answers changed') },
);
