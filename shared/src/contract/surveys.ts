import * as z from 'zod/mini';
import { mostOptions, mostQuestions } from '../domain/surveys/why-not-question.ts';
import { writableText } from '../domain/texts/writable-text.ts';
import { endpoint, type Told } from './endpoint.ts';
import { surveyAnswerReply, surveyedRoleShape, surveyQuestionReply } from './survey-shapes.ts';
import { localDateShape, refShape } from './values.ts';

const summaryParts = {
  ref: z.string(),
  title: z.string(),
  authorRole: z.string(),
  closesOn: localDateShape,
};

/** One school in one role for which the caller answers. */
const seatReply = z.object({
  buyerRef: z.string(),
  buyerName: z.string(),
  role: surveyedRoleShape,
  /** Its version, to be named when it is answered: 0 while nobody has. */
  version: z.int(),
  answers: z.optional(z.array(surveyAnswerReply)),
  /** Who answered last, and when. */
  answeredBy: z.optional(z.string()),
  answeredAt: z.optional(z.string()),
});
export type SurveySeatReply = Told<z.infer<typeof seatReply>>;

const surveyReply = z.object({
  ...summaryParts,
  /** Plain text: a blank line begins a paragraph. */
  body: z.string(),
  /** Whom those who are asked contact about it. */
  publisher: z.object({ name: z.string(), email: z.string() }),
  questions: z.array(surveyQuestionReply),
  seats: z.array(seatReply),
});
export type SurveyReply = Told<z.infer<typeof surveyReply>>;

export const listSurveys = endpoint({
  name: 'listSurveys',
  summary: 'Surveys that the caller can answer today, those that close first before others (row 67)',
  method: 'GET',
  path: '/surveys',
  roles: ['requester', 'approver'],
  /** `waiting`: how many answers of the caller's schools and roles are missing. */
  reply: z.object({ surveys: z.array(z.object({ ...summaryParts, waiting: z.int() })) }),
});
export type SurveySummary = Told<z.infer<typeof listSurveys.reply>>['surveys'][number];

export const getSurvey = endpoint({
  name: 'getSurvey',
  summary: 'One survey, for whoever answers it, with what was answered for their schools and roles (row 67)',
  method: 'GET',
  path: '/surveys/{ref}',
  roles: ['requester', 'approver'],
  params: z.object({ ref: refShape }),
  reply: surveyReply,
});

const choiceShape = z.string().check(z.overwrite(writableText), z.trim(), z.maxLength(120));

export const answerSurvey = endpoint({
  name: 'answerSurvey',
  summary: 'Answer a survey for one school in one role, or change what was answered there, until it closes (row 67)',
  method: 'POST',
  path: '/surveys/{ref}/answers',
  roles: ['requester', 'approver'],
  idempotent: true,
  params: z.object({ ref: refShape }),
  body: z.strictObject({
    buyerRef: refShape,
    role: surveyedRoleShape,
    /** The version that was read: what a colleague answered meanwhile is not written over. */
    seen: z.int(),
    answers: z
      .array(
        z.strictObject({
          key: refShape,
          chosen: z.optional(z.array(choiceShape).check(z.maxLength(mostOptions))),
          words: z.optional(z.string().check(z.overwrite(writableText), z.trim(), z.maxLength(500))),
          number: z.optional(z.int()),
        }),
      )
      .check(z.maxLength(mostQuestions)),
  }),
  reply: surveyReply,
});

/** Operations of whoever answers surveys. */
export const surveysApi = { listSurveys, getSurvey, answerSurvey } as const;
