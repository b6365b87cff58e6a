import * as z from 'zod';
import { type Survey, surveyAudiences, surveyedRoles, surveyRounds, surveyStatuses } from '../domain/surveys/survey.ts';
import { surveyActions } from '../domain/surveys/survey-action.ts';
import { surveyQuestionKinds } from '../domain/surveys/survey-question.ts';
import { choice, day, instant, json, longText, multiChoice, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, person, shapeOf } from './record-shape.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('send-survey'), to: z.enum(surveyRounds) }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(surveyActions), actor: key }),
]);

const surveyState = shapeOf<Survey>()(
  z.strictObject({
    ...bookkeeping,
    status: z.enum(surveyStatuses),
    title: z.string(),
    body: z.string(),
    authorRole: z.string(),
    audience: z.array(z.enum(surveyAudiences)),
    roles: z.array(z.enum(surveyedRoles)),
    closesOn: localDate,
    author: person,
    questions: z.array(
      z.strictObject({
        key: z.string(),
        kind: z.enum(surveyQuestionKinds),
        asks: z.string(),
        required: z.boolean(),
        options: z.array(z.string()),
      }),
    ),
    openedAt: z.string().optional(),
    remindedAt: z.string().optional(),
    closedAt: z.string().optional(),
    outbox: z.array(effect),
  }),
);

/** `State` is the truth; every other column is written from it. */
export const surveys = defineList({
  title: 'Surveys',
  description:
    'What commissioners ask schools (row 67). Read only for people: a survey is written under Commissioning, where its results are shown.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Survey', holds: 'none', required: true, indexed: true, unique: true }),
    Headline: text({ label: 'Headline', holds: 'free-text', required: true }),
    Status: choice(surveyStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { draft: 'waiting', open: 'good', discarded: 'stopped' },
    }),
    Audience: multiChoice(surveyAudiences, { label: 'Audience', holds: 'none', required: true }),
    Roles: multiChoice(surveyedRoles, { label: 'Answered by', holds: 'none', required: true }),
    AuthorRole: text({ label: 'Author', holds: 'staff-identity', required: true }),
    OpenedAt: instant({ label: 'Opened', holds: 'none', indexed: true }),
    ClosesOn: day({ label: 'Last day', holds: 'none', required: true, indexed: true }),
    Body: longText({ label: 'What it is for', holds: 'free-text', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(surveyState, {
      label: 'State',
      holds: ['staff-identity', 'free-text'],
      hint: 'The whole survey as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All surveys',
      columns: ['Title', 'Headline', 'Status', 'Audience', 'Roles', 'OpenedAt', 'ClosesOn'],
      orderBy: 'ClosesOn',
      descending: true,
    },
  ],
});

export const toSurvey = ({ State }: Fields<typeof surveys>): Survey => State;

export const fromSurvey = (survey: Survey): Fields<typeof surveys> => ({
  Title: survey.ref,
  Headline: survey.title,
  Status: survey.status,
  Audience: survey.audience,
  Roles: survey.roles,
  AuthorRole: survey.authorRole,
  OpenedAt: survey.openedAt,
  ClosesOn: survey.closesOn,
  Body: survey.body,
  Version: survey.version,
  State: survey,
});
