import * as z from 'zod/mini';
import { sendStates } from '../domain/notices/notice-send.ts';
import { surveyAudiences, surveyedRoles, surveyStatuses } from '../domain/surveys/survey.ts';
import { surveyQuestionKinds } from '../domain/surveys/survey-question.ts';
import { mostOptions } from '../domain/surveys/why-not-question.ts';
import { endpoint, type Told } from './endpoint.ts';
import { sendsQuery, sendsReply } from './send-record.ts';
import { surveyAnswerReply, surveyedRoleShape, surveyQuestionReply } from './survey-shapes.ts';
import { lineShape, localDateShape, paragraphShape, refShape } from './values.ts';

const textShape = z.strictObject({
  title: lineShape,
  body: paragraphShape,
  authorRole: lineShape,
  audience: z.array(z.enum(surveyAudiences)).check(z.maxLength(surveyAudiences.length)),
  roles: z.array(surveyedRoleShape).check(z.maxLength(surveyedRoles.length)),
  closesOn: localDateShape,
});
export type SurveyTextBody = Told<z.infer<typeof textShape>>;

/** What can be done with a survey. */
export const surveyActs = [
  'change-survey',
  'add-question',
  'remove-question',
  'open-survey',
  'remind-survey',
  'resend-survey',
  'close-survey',
  'discard-survey',
] as const;
export type SurveyAct = (typeof surveyActs)[number];

const summaryParts = {
  ref: z.string(),
  title: z.string(),
  status: z.enum(surveyStatuses),
  closesOn: localDateShape,
  openedAt: z.optional(z.string()),
  /** How many answers are there, and how many were asked for: one of each school in each role. */
  answered: z.int(),
  asked: z.int(),
};

const managedReply = z.object({
  ...summaryParts,
  body: z.string(),
  authorRole: z.string(),
  audience: z.array(z.enum(surveyAudiences)),
  roles: z.array(surveyedRoleShape),
  author: z.string(),
  version: z.int(),
  questions: z.array(surveyQuestionReply),
  remindedAt: z.optional(z.string()),
  closedAt: z.optional(z.string()),
  /** How many people it would be sent to today. */
  reaches: z.int(),
  /** How many of the answers that are asked for have somebody at the school who could give them. */
  answerable: z.int(),
  sends: z.record(z.enum(sendStates), z.int()),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) })),
  may: z.array(z.enum(surveyActs)),
});
export type ManagedSurveyReply = Told<z.infer<typeof managedReply>>;

const byRef = z.object({ ref: refShape });

export const listManagedSurveys = endpoint({
  name: 'listManagedSurveys',
  summary: 'Every survey in every state, for commissioners, what was changed last first',
  method: 'GET',
  path: '/managed-surveys',
  roles: ['commissioner'],
  reply: z.object({ surveys: z.array(z.object(summaryParts)) }),
});
export type ManagedSurvey = Told<z.infer<typeof listManagedSurveys.reply>>['surveys'][number];

export const getManagedSurvey = endpoint({
  name: 'getManagedSurvey',
  summary: 'One survey as commissioners see it: its questions, how many have answered, and how its messages stand',
  method: 'GET',
  path: '/managed-surveys/{ref}',
  roles: ['commissioner'],
  params: byRef,
  reply: managedReply,
});

export const listSurveySends = endpoint({
  name: 'listSurveySends',
  summary: 'The send record of a survey: each person with what became of the last message, a hundred at a time',
  method: 'GET',
  path: '/managed-surveys/{ref}/sends',
  roles: ['commissioner'],
  params: byRef,
  query: sendsQuery,
  reply: sendsReply,
});

const countShape = z.object({ value: z.string(), label: z.string(), count: z.int(), percent: z.int() });

const resultsReply = z.object({
  answered: z.int(),
  asked: z.int(),
  answerable: z.int(),
  byRole: z.array(z.object({ role: surveyedRoleShape, answered: z.int(), asked: z.int() })),
  /** In the order of the questions. Parts are of all who answered the survey. */
  results: z.array(
    z.object({
      key: z.string(),
      answered: z.int(),
      notStated: z.int(),
      notStatedPercent: z.int(),
      counts: z.optional(z.array(countShape)),
      numbers: z.optional(z.object({ total: z.number(), least: z.number(), median: z.number(), greatest: z.number() })),
    }),
  ),
  /** Which school answered what in which role, as those who answered were told. */
  responses: z.array(
    z.object({
      buyerRef: z.string(),
      buyerName: z.string(),
      role: surveyedRoleShape,
      answeredAt: z.string(),
      answers: z.array(surveyAnswerReply),
    }),
  ),
});
export type SurveyResultsReply = Told<z.infer<typeof resultsReply>>;

export const getSurveyResults = endpoint({
  name: 'getSurveyResults',
  summary: 'The results of a survey with its response rate, and which school answered what, for commissioners (row 67)',
  method: 'GET',
  path: '/managed-surveys/{ref}/results',
  roles: ['commissioner'],
  params: byRef,
  reply: resultsReply,
});

export const writeSurvey = endpoint({
  name: 'writeSurvey',
  summary: 'Write a survey: it stays a draft until it is opened (row 67)',
  method: 'POST',
  path: '/managed-surveys',
  roles: ['commissioner'],
  idempotent: true,
  success: 201,
  body: z.strictObject({ text: textShape }),
  reply: managedReply,
});

/** `seen`: the version that whoever acts has read; another one is refused. */
const seen = z.int();

export const actOnSurvey = endpoint({
  name: 'actOnSurvey',
  summary: 'Change a survey and its questions, open it, remind, send again to those it did not reach, close or discard it (row 67)',
  method: 'POST',
  path: '/managed-surveys/{ref}/acts',
  roles: ['commissioner'],
  idempotent: true,
  params: byRef,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('change-survey'), seen, text: textShape }),
    z.strictObject({
      kind: z.literal('add-question'),
      seen,
      question: z.strictObject({
        kind: z.enum(surveyQuestionKinds),
        asks: paragraphShape,
        required: z.boolean(),
        options: z.array(lineShape).check(z.maxLength(mostOptions + 1)),
      }),
    }),
    z.strictObject({ kind: z.literal('remove-question'), seen, key: refShape }),
    z.strictObject({ kind: z.literal('open-survey'), seen }),
    z.strictObject({ kind: z.literal('remind-survey'), seen }),
    z.strictObject({ kind: z.literal('resend-survey'), seen }),
    z.strictObject({ kind: z.literal('close-survey'), seen }),
    z.strictObject({ kind: z.literal('discard-survey'), seen }),
  ]),
  reply: managedReply,
});

/** Operations of commissioners on surveys. Apart, so that nobody else's browser loads their shapes. */
export const managedSurveysApi = {
  listManagedSurveys,
  getManagedSurvey,
  listSurveySends,
  getSurveyResults,
  writeSurvey,
  actOnSurvey,
} as const;
