import type { Machine } from '../machine/machine.ts';
import type { NoticeRole } from '../notices/notice-command.ts';
import type { SurveyStatus } from './survey.ts';
import type { SurveyAction } from './survey-action.ts';
import type { SurveyCommandKind } from './survey-command.ts';

/** Which command leads a survey where. */
export const surveyMachine: Machine<SurveyStatus, SurveyCommandKind, NoticeRole, SurveyAction> = {
  subject: 'the survey',
  states: { draft: 'a draft', open: 'open', closed: 'closed', discarded: 'discarded' },
  ends: ['closed', 'discarded'],
  moves: [
    {
      command: 'write-survey',
      does: 'write a survey',
      from: ['none'],
      to: ['draft'],
      by: ['commissioner'],
      guard: 'row 67: a title, what it is for, the role of its author, an audience, roles and a last day; R40: words that name no pupil',
      audit: 'survey-written',
    },
    {
      command: 'change-survey',
      does: 'change the survey',
      from: ['draft'],
      to: ['same'],
      by: ['commissioner'],
      guard: 'as when it was written. What is open is never changed under those who answer',
      audit: 'survey-changed',
    },
    {
      command: 'add-question',
      does: 'add a question',
      from: ['draft'],
      to: ['same'],
      by: ['commissioner'],
      guard: 'no more than ten; choices where it asks for one or several; R40: words that name no pupil',
      audit: 'survey-question-added',
    },
    {
      command: 'remove-question',
      does: 'remove the question',
      from: ['draft'],
      to: ['same'],
      by: ['commissioner'],
      guard: 'there is one',
      audit: 'survey-question-removed',
    },
    {
      command: 'open-survey',
      does: 'open the survey',
      from: ['draft'],
      to: ['open'],
      by: ['commissioner'],
      guard: 'it asks something, and its last day is not over',
      audit: 'survey-opened',
    },
    {
      command: 'remind-survey',
      does: 'remind of the survey',
      from: ['open'],
      to: ['same'],
      by: ['commissioner', 'product'],
      guard:
        'answers are missing; no more than once a day. The product itself reminds once, from nine in the morning three days before its last',
      audit: 'survey-reminded',
    },
    {
      command: 'resend-survey',
      does: 'send the survey again',
      from: ['open'],
      to: ['same'],
      by: ['commissioner'],
      guard: 'to those alone whom it did not reach, while it can be answered',
      audit: 'survey-resent',
    },
    {
      command: 'close-survey',
      does: 'close the survey',
      from: ['open'],
      to: ['closed'],
      by: ['commissioner', 'product'],
      guard: 'a commissioner at any time; the product when its last day is over, from which nobody answers, however late this runs',
      audit: 'survey-closed',
    },
    {
      command: 'discard-survey',
      does: 'discard the survey',
      from: ['draft'],
      to: ['discarded'],
      by: ['commissioner'],
      guard: 'nobody has been asked',
      audit: 'survey-discarded',
    },
  ],
};
