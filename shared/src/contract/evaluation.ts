import * as z from 'zod/mini';
import { lotApplicationStatuses } from '../domain/tenders/evaluation/lot-application.ts';
import { rankingStatuses } from '../domain/tenders/evaluation/ranking.ts';
import { scoreSheetStatuses } from '../domain/tenders/evaluation/score-sheet.ts';
import { roundStatuses } from '../domain/tenders/round/round-status.ts';
import { endpoint, type Told } from './endpoint.ts';
import { offerShape } from './tender-shapes.ts';
import { paragraphShape, penceShape } from './values.ts';

/** A reference of a record on the way onto the framework: longer than others, for it says what it is about. */
export const longRefShape = z.string().check(z.regex(/^[A-Za-z0-9-]{1,200}$/, 'is not a reference'));

/** What somebody thinks of one answer, and why. */
export const markShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scored'), score: z.int(), comment: paragraphShape }),
  z.strictObject({ kind: z.literal('pass-or-fail'), pass: z.boolean(), comment: paragraphShape }),
]);
const marksShape = z.record(z.string().check(z.maxLength(100)), markShape);

/** A question that people judge, with what was answered, and the marks that the viewer may see. */
const judgedShape = z.object({
  key: z.string(),
  text: z.string(),
  guidance: z.optional(z.string()),
  /** Absent where the question is passed or failed. */
  weight: z.optional(z.int()),
  least: z.optional(z.int()),
  answer: z.string(),
  /** Where the answer is a document. */
  link: z.optional(z.string()),
});
export type JudgedQuestion = Told<z.infer<typeof judgedShape>>;

const interestShape = z.object({ conflict: z.boolean(), statement: z.optional(z.string()) });

/** A score sheet as its evaluator sees it: never a price, never another's marks. */
export const ownSheetReply = z.object({
  ref: z.string(),
  lotApplicationRef: z.string(),
  roundRef: z.string(),
  lotKey: z.string(),
  providerName: z.string(),
  status: z.enum(scoreSheetStatuses),
  interest: z.optional(interestShape),
  /** None before the evaluator has said that there is no conflict. */
  questions: z.array(judgedShape),
  marks: z.record(z.string(), markShape),
});
export type OwnSheetReply = Told<z.infer<typeof ownSheetReply>>;

const sheetParams = z.strictObject({ ref: longRefShape });

export const listOwnSheets = endpoint({
  name: 'listOwnSheets',
  summary: 'Score sheets of the caller, those that wait first',
  method: 'GET',
  path: '/score-sheets',
  roles: ['evaluator'],
  reply: z.object({ sheets: z.array(z.omit(ownSheetReply, { questions: true, marks: true })) }),
});

export const getOwnSheet = endpoint({
  name: 'getOwnSheet',
  summary: "One of the caller's score sheets, with the answers that are judged",
  method: 'GET',
  path: '/score-sheets/{ref}',
  roles: ['evaluator'],
  params: sheetParams,
  reply: ownSheetReply,
});

export const declareInterest = endpoint({
  name: 'declareInterest',
  summary: 'Says whether the caller has a conflict of interest: before anything is scored, or when one shows later',
  method: 'POST',
  path: '/score-sheets/{ref}/interest',
  roles: ['evaluator'],
  idempotent: true,
  params: sheetParams,
  body: z.strictObject({ conflict: z.boolean(), statement: z.optional(paragraphShape) }),
  reply: ownSheetReply,
});

export const saveScores = endpoint({
  name: 'saveScores',
  summary: 'Keeps scores with their comments; only those that changed',
  method: 'POST',
  path: '/score-sheets/{ref}/scores',
  roles: ['evaluator'],
  idempotent: true,
  params: sheetParams,
  body: z.strictObject({ marks: marksShape }),
  reply: ownSheetReply,
});

export const submitScores = endpoint({
  name: 'submitScores',
  summary: "Submits the caller's scores: they are locked, and opened when all are in",
  method: 'POST',
  path: '/score-sheets/{ref}/submission',
  roles: ['evaluator'],
  idempotent: true,
  params: sheetParams,
  reply: ownSheetReply,
});

/** A sheet as the lead of the panel sees it: sealed until all are in. */
const panelSheetShape = z.object({
  ref: z.string(),
  evaluator: z.string(),
  status: z.enum(scoreSheetStatuses),
  /** What the interest is that shuts the evaluator out. */
  conflict: z.optional(z.string()),
  /** Absent while the scores are sealed. */
  marks: z.optional(z.record(z.string(), markShape)),
});

export const lotApplicationReply = z.object({
  ref: z.string(),
  roundRef: z.string(),
  lotKey: z.string(),
  providerRef: z.string(),
  providerName: z.string(),
  status: z.enum(lotApplicationStatuses),
  /** Absent before moderation: nobody's view of quality is swayed by the price. */
  price: z.optional(penceShape),
  failedBy: z.array(z.string()),
  areScoresIn: z.boolean(),
  sheets: z.array(panelSheetShape),
  questions: z.array(judgedShape),
  /** What the panel agreed. */
  agreed: z.optional(z.record(z.string(), markShape)),
});
export type LotApplicationReply = Told<z.infer<typeof lotApplicationReply>>;

const lotApplicationParams = z.strictObject({ ref: longRefShape });

export const getLotApplication = endpoint({
  name: 'getLotApplication',
  summary: 'An application for a lot with the sheets of its evaluators, sealed until all are in',
  method: 'GET',
  path: '/lot-applications/{ref}',
  roles: ['commissioner', 'evaluation-lead'],
  params: lotApplicationParams,
  reply: lotApplicationReply,
});

export const assignEvaluator = endpoint({
  name: 'assignEvaluator',
  summary: 'Gives an application for a lot to an evaluator; at least two score each',
  method: 'POST',
  path: '/lot-applications/{ref}/evaluators',
  roles: ['commissioner', 'evaluation-lead'],
  idempotent: true,
  params: lotApplicationParams,
  body: z.strictObject({ tenantId: z.guid(), objectId: z.guid() }),
  reply: lotApplicationReply,
});

export const standDownEvaluator = endpoint({
  name: 'standDownEvaluator',
  summary: 'Takes an evaluator off an application for a lot; what they thought is not kept',
  method: 'POST',
  path: '/score-sheets/{ref}/stand-down',
  roles: ['commissioner', 'evaluation-lead'],
  idempotent: true,
  params: sheetParams,
  body: z.strictObject({ reason: paragraphShape }),
  reply: lotApplicationReply,
});

export const moderateLot = endpoint({
  name: 'moderateLot',
  summary: 'Records the marks that the panel agreed on, once every score is in',
  method: 'POST',
  path: '/lot-applications/{ref}/moderation',
  roles: ['evaluation-lead'],
  idempotent: true,
  params: lotApplicationParams,
  body: z.strictObject({ marks: marksShape }),
  reply: lotApplicationReply,
});

export const withdrawLot = endpoint({
  name: 'withdrawLot',
  summary: 'Records that an applicant withdraws from a lot, before its award is approved',
  method: 'POST',
  path: '/lot-applications/{ref}/withdrawal',
  roles: ['commissioner'],
  idempotent: true,
  params: lotApplicationParams,
  body: z.strictObject({ reason: paragraphShape }),
  reply: lotApplicationReply,
});

/** A line of a ranking, with the sums that made it. */
const rankedShape = z.object({
  lotApplicationRef: z.string(),
  applicationRef: z.string(),
  providerRef: z.string(),
  providerName: z.string(),
  place: z.optional(z.int()),
  recommended: z.boolean(),
  /** 'Place 1 of 3, 80.00 points.', or why there is none. */
  sentence: z.string(),
  /** '4 × 25 + ... = 400 of 500; 400 ÷ 500 × 90 = 72.00' */
  quality: z.string(),
  /** '£40.00 ÷ £50.00 × 10 = 8.00' */
  price: z.optional(z.string()),
  /** '72.00 + 8.00 = 80.00' */
  total: z.optional(z.string()),
  /** What the application offered for this lot and for those that may be proposed with it, ex VAT. For commissioners and the lead of the panel. */
  offers: z.optional(z.array(offerShape)),
  /** Lots of the application, this one among them, for which one award may be proposed now. */
  mayPropose: z.array(z.string()),
});

export const rankingReply = z.object({
  ref: z.string(),
  roundRef: z.string(),
  lotKey: z.string(),
  status: z.enum(rankingStatuses),
  /** By what the applications were ranked, as they were told before. */
  criteria: z.string(),
  lines: z.array(rankedShape),
});
export type RankingReply = Told<z.infer<typeof rankingReply>>;

const rankingParams = z.strictObject({ roundRef: longRefShape, lotKey: longRefShape });

export const getRanking = endpoint({
  name: 'getRanking',
  summary: 'The ranking of the applications for a lot, with its arithmetic line by line',
  method: 'GET',
  path: '/rounds/{roundRef}/lots/{lotKey}/ranking',
  roles: ['commissioner', 'evaluation-lead', 'award-approver'],
  params: rankingParams,
  reply: rankingReply,
});

export const recordRanking = endpoint({
  name: 'recordRanking',
  summary: 'Records the ranking of a lot, once every application for it is moderated or withdrawn',
  method: 'POST',
  path: '/rounds/{roundRef}/lots/{lotKey}/ranking',
  roles: ['commissioner', 'evaluation-lead'],
  idempotent: true,
  params: rankingParams,
  reply: rankingReply,
});

export const setRankingAside = endpoint({
  name: 'setRankingAside',
  summary: 'Sets the ranking of a lot aside, while no award rests on it',
  method: 'POST',
  path: '/rounds/{roundRef}/lots/{lotKey}/ranking/set-aside',
  roles: ['commissioner'],
  idempotent: true,
  params: rankingParams,
  body: z.strictObject({ reason: paragraphShape }),
  reply: rankingReply,
});

export const listEvaluations = endpoint({
  name: 'listEvaluations',
  summary: 'Rounds that have closed, with how far each is evaluated',
  method: 'GET',
  path: '/evaluations',
  roles: ['commissioner', 'evaluation-lead'],
  reply: z.object({
    evaluations: z.array(
      z.object({
        roundRef: z.string(),
        frameworkName: z.string(),
        closedAt: z.string(),
        /** One for each lot that somebody applies for. */
        applications: z.int(),
        toModerate: z.int(),
        lots: z.int(),
        lotsRanked: z.int(),
      }),
    ),
  }),
});

export const getEvaluation = endpoint({
  name: 'getEvaluation',
  summary: 'How far the evaluation of a round is: each lot, its applications and their evaluators, and who may evaluate',
  method: 'GET',
  path: '/rounds/{roundRef}/evaluation',
  roles: ['commissioner', 'evaluation-lead'],
  params: z.strictObject({ roundRef: longRefShape }),
  reply: z.object({
    roundRef: z.string(),
    frameworkRef: z.string(),
    status: z.enum(roundStatuses),
    lots: z.array(
      z.object({
        lotKey: z.string(),
        criteria: z.string(),
        ranking: z.optional(z.enum(rankingStatuses)),
        applications: z.array(
          z.object({
            ref: z.string(),
            providerName: z.string(),
            status: z.enum(lotApplicationStatuses),
            areScoresIn: z.boolean(),
            evaluators: z.array(z.object({ sheetRef: z.string(), name: z.string(), status: z.enum(scoreSheetStatuses) })),
          }),
        ),
      }),
    ),
    mayEvaluate: z.array(z.object({ tenantId: z.string(), objectId: z.string(), name: z.string() })),
  }),
});
