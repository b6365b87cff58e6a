import * as z from 'zod';
import { type LotApplication, lotApplicationStatuses } from '../../domain/tenders/evaluation/lot-application.ts';
import type { RankedLine } from '../../domain/tenders/evaluation/rank-lot.ts';
import { type Ranking, rankingStatuses } from '../../domain/tenders/evaluation/ranking.ts';
import { type ScoreSheet, scoreSheetStatuses } from '../../domain/tenders/evaluation/score-sheet.ts';
import { pence, person, personId, shapeOf } from '../record-shape.ts';
import { recordParts } from './record-state.ts';
import { lotCriteria } from './round-state.ts';

const marks = z.record(
  z.string(),
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('scored'), score: z.int(), comment: z.string() }),
    z.strictObject({ kind: z.literal('pass-or-fail'), pass: z.boolean(), comment: z.string() }),
  ]),
);

export const scoreSheetState = shapeOf<ScoreSheet>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(scoreSheetStatuses),
    lotApplicationRef: z.string(),
    evaluator: person,
    interest: z.strictObject({ conflict: z.boolean(), statement: z.string().optional(), declaredAt: z.string() }).optional(),
    marks,
  }),
);

export const lotApplicationState = shapeOf<LotApplication>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(lotApplicationStatuses),
    roundRef: z.string(),
    applicationRef: z.string(),
    providerRef: z.string(),
    providerName: z.string(),
    lotKey: z.string(),
    price: pence,
    failedBy: z.array(z.string()),
    moderation: z.strictObject({ marks, evaluators: z.array(personId) }).optional(),
  }),
);

const rankedLine = shapeOf<RankedLine>()(
  z.strictObject({
    ref: z.string(),
    failings: z.array(
      z.discriminatedUnion('why', [
        z.strictObject({ why: z.enum(['mandatory', 'least-score']), questionKey: z.string() }),
        z.strictObject({ why: z.literal('pass-mark') }),
      ]),
    ),
    qualitySum: z.int(),
    qualityPoints: z.int(),
    price: pence,
    pricePoints: z.int().optional(),
    total: z.int().optional(),
    place: z.int().optional(),
    recommended: z.boolean(),
  }),
);

export const rankingState = shapeOf<Ranking>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(rankingStatuses),
    roundRef: z.string(),
    lotKey: z.string(),
    criteria: lotCriteria,
    lowest: pence.optional(),
    lines: z.array(rankedLine),
  }),
);
