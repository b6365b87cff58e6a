import * as z from 'zod';
import { surveyedRoles } from '../domain/surveys/survey.ts';
import { surveyActions } from '../domain/surveys/survey-action.ts';
import { type SurveyResponse, surveyResponseStatuses } from '../domain/surveys/survey-response.ts';
import { choice, instant, json, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, numbering, person, shapeOf } from './record-shape.ts';

const responseState = shapeOf<SurveyResponse>()(
  z.strictObject({
    ...bookkeeping,
    status: z.enum(surveyResponseStatuses),
    surveyRef: z.string(),
    buyerRef: z.string(),
    role: z.enum(surveyedRoles),
    answers: z.array(
      z.strictObject({
        key: z.string(),
        chosen: z.array(z.string()).optional(),
        words: z.string().optional(),
        number: z.number().optional(),
      }),
    ),
    answeredBy: person,
    answeredAt: z.string(),
    outbox: z.array(z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(surveyActions), actor: key })),
  }),
);

/** `State` is the truth; every other column is written from it. The reference is made of survey, school and role: there is one answer of each. */
export const surveyResponses = defineList({
  title: 'SurveyResponses',
  description:
    'What schools answered to surveys, once for each school and role (row 67). Read only for people: results are shown under Commissioning.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Response', holds: 'none', required: true, indexed: true, unique: true }),
    SurveyRef: reference({ label: 'Survey', holds: 'none', required: true, indexed: true }),
    BuyerRef: reference({ label: 'School', holds: 'none', required: true, indexed: true }),
    Role: choice(surveyedRoles, { label: 'Answered as', holds: 'none', required: true, indexed: true }),
    AnsweredBy: text({ label: 'Answered by', holds: 'staff-identity', required: true }),
    AnsweredAt: instant({ label: 'Answered', holds: 'none', required: true, indexed: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(responseState, {
      label: 'State',
      holds: ['staff-identity', 'free-text'],
      hint: 'The whole response as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All responses',
      columns: ['Title', 'SurveyRef', 'BuyerRef', 'Role', 'AnsweredBy', 'AnsweredAt'],
      orderBy: 'AnsweredAt',
      descending: true,
    },
  ],
});

export const toSurveyResponse = ({ State }: Fields<typeof surveyResponses>): SurveyResponse => State;

export const fromSurveyResponse = (response: SurveyResponse): Fields<typeof surveyResponses> => ({
  Title: response.ref,
  SurveyRef: response.surveyRef,
  BuyerRef: response.buyerRef,
  Role: response.role,
  AnsweredBy: response.answeredBy.name,
  AnsweredAt: response.answeredAt,
  Version: response.version,
  State: response,
});
