import * as z from 'zod/mini';
import { frameworkStatuses } from '../domain/register/framework.ts';
import { lotStatuses } from '../domain/register/lot.ts';
import { applicationStatuses } from '../domain/tenders/application/application.ts';
import { clarificationStatuses } from '../domain/tenders/clarification/clarification.ts';
import { roundStatuses } from '../domain/tenders/round/round-status.ts';
import { endpoint, type Told } from './endpoint.ts';
import { instantShape, roundPlanShape, termsShape, textOf } from './tender-shapes.ts';
import { localDateShape, refShape } from './values.ts';

const roles = ['commissioner'] as const;
const refParams = z.strictObject({ ref: refShape });
const historyShape = z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) }));

/** How many applications are in which state: all that is told of them before the close. */
const countsShape = z.partialRecord(z.enum(applicationStatuses), z.int());

const frameworkReply = z.object({
  ref: z.string(),
  status: z.enum(frameworkStatuses),
  version: z.int(),
  terms: termsShape,
  standstillUntil: z.optional(localDateShape),
  history: historyShape,
});
export type FrameworkReply = Told<z.infer<typeof frameworkReply>>;

export const listFrameworks = endpoint({
  name: 'listFrameworks',
  summary: 'Frameworks that the product leads, newest first',
  method: 'GET',
  path: '/frameworks',
  roles,
  reply: z.object({ frameworks: z.array(frameworkReply) }),
});

export const planFramework = endpoint({
  name: 'planFramework',
  summary: 'Plans a framework with its terms (R27 to R29)',
  method: 'POST',
  path: '/frameworks',
  roles,
  idempotent: true,
  body: z.strictObject({ ref: refShape, terms: termsShape }),
  reply: frameworkReply,
  success: 201,
});

export const amendFramework = endpoint({
  name: 'amendFramework',
  summary: 'Changes the terms of a framework that is not open yet',
  method: 'PUT',
  path: '/frameworks/{ref}/terms',
  roles,
  idempotent: true,
  params: refParams,
  body: z.strictObject({ terms: termsShape }),
  reply: frameworkReply,
});

export const moveFramework = endpoint({
  name: 'moveFramework',
  summary: 'Opens, closes or cancels a framework, begins its standstill or makes it live',
  method: 'POST',
  path: '/frameworks/{ref}/moves',
  roles,
  idempotent: true,
  params: refParams,
  body: z.discriminatedUnion('move', [
    z.strictObject({ move: z.literal('open') }),
    z.strictObject({ move: z.literal('close') }),
    z.strictObject({ move: z.literal('begin-standstill'), noticePublishedOn: localDateShape }),
    z.strictObject({ move: z.literal('go-live') }),
    z.strictObject({ move: z.literal('cancel'), reason: textOf(2_000) }),
  ]),
  reply: frameworkReply,
});

const namedLot = z.object({ key: z.string(), number: z.int(), name: z.string(), status: z.enum(lotStatuses) });
export type NamedLot = Told<z.infer<typeof namedLot>>;

export const listLots = endpoint({
  name: 'listLots',
  summary: 'The lots of a framework by number and name, as their list has them',
  method: 'GET',
  path: '/frameworks/{ref}/lots',
  roles,
  params: refParams,
  reply: z.object({ lots: z.array(namedLot) }),
});

const roundSummary = z.object({
  ref: z.string(),
  frameworkRef: z.string(),
  frameworkName: z.string(),
  status: z.enum(roundStatuses),
  opensAt: z.string(),
  clarificationsCloseAt: z.string(),
  closesAt: z.string(),
  lotKeys: z.array(z.string()),
  applications: countsShape,
  /** Questions of applicants that wait for an answer. */
  waiting: z.int(),
});
export type RoundSummary = Told<z.infer<typeof roundSummary>>;

export const listRounds = endpoint({
  name: 'listRounds',
  summary: 'Application rounds, newest first, each with how many applications are in which state',
  method: 'GET',
  path: '/rounds',
  roles,
  reply: z.object({ rounds: z.array(roundSummary) }),
});

const roundReply = z.object({
  ...roundSummary.shape,
  version: z.int(),
  plan: roundPlanShape,
  clarifications: z.array(
    z.object({
      ref: z.string(),
      status: z.enum(clarificationStatuses),
      /** Who asked stays with the commissioners. */
      askedBy: z.string(),
      question: z.string(),
      published: z.optional(z.object({ question: z.string(), answer: z.string(), answeredAt: z.string() })),
    }),
  ),
  history: historyShape,
});
export type RoundReply = Told<z.infer<typeof roundReply>>;

export const getRound = endpoint({
  name: 'getRound',
  summary: 'One round with its questions, weights and what applicants ask. No answer and no price of anybody',
  method: 'GET',
  path: '/rounds/{ref}',
  roles,
  params: refParams,
  reply: roundReply,
});

export const planRound = endpoint({
  name: 'planRound',
  summary: 'Plans a round of a framework, with its questions and weights for each lot',
  method: 'POST',
  path: '/frameworks/{ref}/rounds',
  roles,
  idempotent: true,
  params: refParams,
  body: z.strictObject({ plan: roundPlanShape }),
  reply: roundReply,
  success: 201,
});

export const amendRound = endpoint({
  name: 'amendRound',
  summary: 'Changes a round that is not published yet',
  method: 'PUT',
  path: '/rounds/{ref}/plan',
  roles,
  idempotent: true,
  params: refParams,
  /** `version`: the round as it was seen, so that nobody overwrites what somebody else changed meanwhile. */
  body: z.strictObject({ plan: roundPlanShape, version: z.int().check(z.minimum(1)) }),
  reply: roundReply,
});

export const moveRound = endpoint({
  name: 'moveRound',
  summary: 'Publishes, extends or cancels a round',
  method: 'POST',
  path: '/rounds/{ref}/moves',
  roles,
  idempotent: true,
  params: refParams,
  body: z.discriminatedUnion('move', [
    z.strictObject({ move: z.literal('publish') }),
    z.strictObject({ move: z.literal('extend'), closesAt: instantShape, reason: textOf(2_000) }),
    z.strictObject({ move: z.literal('cancel'), reason: textOf(2_000) }),
  ]),
  reply: roundReply,
});

export const answerClarification = endpoint({
  name: 'answerClarification',
  summary: 'Answers a question to every applicant without saying who asked, or declines it to the asker',
  method: 'POST',
  path: '/clarifications/{ref}/outcome',
  roles,
  idempotent: true,
  params: refParams,
  body: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('answer'), question: textOf(2_000), answer: textOf(2_000) }),
    z.strictObject({ outcome: z.literal('decline'), reason: textOf(2_000) }),
  ]),
  reply: z.object({ ref: z.string(), status: z.enum(clarificationStatuses) }),
});

export const inviteApplicant = endpoint({
  name: 'inviteApplicant',
  summary: 'Mails an organisation the link by which it applies; a provider of the register gets it at the address that the register has',
  method: 'POST',
  path: '/rounds/{ref}/invitations',
  roles,
  params: refParams,
  body: z.union([
    z.strictObject({ providerRef: refShape }),
    z.strictObject({ email: textOf(254), organisation: textOf(255), registryNumber: textOf(20) }),
  ]),
  reply: z.object({ organisation: z.string(), sentTo: z.string(), expiresAt: z.string() }),
});
