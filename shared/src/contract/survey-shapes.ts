import * as z from 'zod/mini';
import { surveyedRoles } from '../domain/surveys/survey.ts';
import { surveyQuestionKinds } from '../domain/surveys/survey-question.ts';
import type { Told } from './endpoint.ts';

/** A question as it is asked, with what can be chosen. */
export const surveyQuestionReply = z.object({
  key: z.string(),
  kind: z.enum(surveyQuestionKinds),
  asks: z.string(),
  required: z.boolean(),
  /** Whether several of the choices can be taken. */
  several: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type SurveyQuestionReply = Told<z.infer<typeof surveyQuestionReply>>;

/** What was answered to one question. What was left out is not there. */
export const surveyAnswerReply = z.object({
  key: z.string(),
  chosen: z.optional(z.array(z.string())),
  words: z.optional(z.string()),
  number: z.optional(z.number()),
});
export type SurveyAnswerReply = Told<z.infer<typeof surveyAnswerReply>>;

export const surveyedRoleShape = z.enum(surveyedRoles);
