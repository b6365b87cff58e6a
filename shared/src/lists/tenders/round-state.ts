import * as z from 'zod';
import { rateUnits } from '../../domain/money/rate-card.ts';
import type { LotCriteria } from '../../domain/tenders/round/criteria.ts';
import type { Question } from '../../domain/tenders/round/question.ts';
import type { Round } from '../../domain/tenders/round/round.ts';
import { roundStatuses } from '../../domain/tenders/round/round-status.ts';
import { shapeOf } from '../record-shape.ts';
import { recordParts } from './record-state.ts';

const forInformation = z.strictObject({ kind: z.literal('for-information') });
const passOrFail = <P extends z.ZodType>(passes: P) => z.strictObject({ kind: z.literal('pass-or-fail'), passes });
const scored = z.strictObject({ kind: z.literal('scored'), weight: z.int(), least: z.int().optional() });
const judged = z.discriminatedUnion('kind', [scored, passOrFail(z.literal('judged')), forInformation]);
const orInformation = <P extends z.ZodType>(passes: P) => z.discriminatedUnion('kind', [passOrFail(passes), forInformation]);

const questionParts = {
  key: z.string(),
  text: z.string(),
  guidance: z.string().optional(),
  lots: z.union([z.literal('every'), z.array(z.string())]),
  mandatory: z.boolean(),
};
const question = shapeOf<Question>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ ...questionParts, kind: z.literal('text'), mostWords: z.int(), marking: judged }),
    z.strictObject({ ...questionParts, kind: z.literal('document-link'), marking: judged }),
    z.strictObject({
      ...questionParts,
      kind: z.literal('number'),
      from: z.int(),
      to: z.int(),
      marking: orInformation(z.strictObject({ atLeast: z.int() })),
    }),
    z.strictObject({
      ...questionParts,
      kind: z.literal('choice'),
      options: z.array(z.string()),
      several: z.boolean(),
      marking: orInformation(z.array(z.string())),
    }),
    z.strictObject({ ...questionParts, kind: z.literal('yes-no'), marking: orInformation(z.enum(['yes', 'no'])) }),
  ]),
);

export const lotCriteria = shapeOf<LotCriteria>()(
  z.strictObject({
    lotKey: z.string(),
    qualityWeight: z.int(),
    priceWeight: z.int(),
    passMark: z.int(),
    priceUnit: z.enum(rateUnits),
    mostAwards: z.int().optional(),
  }),
);

/** A round as stored: the one truth of its item. */
export const roundState = shapeOf<Round>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(roundStatuses),
    frameworkRef: z.string(),
    opensAt: z.string(),
    clarificationsCloseAt: z.string(),
    closesAt: z.string(),
    lots: z.array(lotCriteria),
    questionSet: z.strictObject({ version: z.string(), questions: z.array(question) }),
  }),
);
