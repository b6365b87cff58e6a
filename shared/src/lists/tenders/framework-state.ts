import * as z from 'zod';
import { buyerTypes } from '../../domain/register/buyer-type.ts';
import { directAwardBases, frameworkStatuses } from '../../domain/register/framework.ts';
import type { FrameworkTender } from '../../domain/tenders/framework/framework-tender.ts';
import { frameworkKinds, legalRegimes, priceRules } from '../../domain/tenders/framework/framework-terms.ts';
import { localDate, pence, shapeOf } from '../record-shape.ts';
import { recordParts } from './record-state.ts';

export const standstill = z.strictObject({ noticePublishedOn: localDate, workingDays: z.int(), lastDay: localDate.optional() });

const terms = z.strictObject({
  name: z.string(),
  authority: z.string(),
  legalRegime: z.enum(legalRegimes),
  kind: z.enum(frameworkKinds),
  eligibleBuyerTypes: z.array(z.enum(buyerTypes)),
  scope: z.string(),
  lotKeys: z.array(z.string()),
  priceRule: z.enum(priceRules),
  maxValue: pence,
  selectionProcess: z.string(),
  permittedBases: z.array(z.enum(directAwardBases)),
  standstillWorkingDays: z.int(),
  liveFrom: localDate,
  expiresOn: localDate,
  pricePeriodMonths: z.int(),
  termReason: z.string().optional(),
  competition: z.strictObject({ portal: z.string(), noticeId: z.string(), evidenceUrl: z.string(), closedAt: z.string() }).optional(),
});

/** A framework as stored, beside the columns that the directory and people read. */
export const frameworkState = shapeOf<FrameworkTender>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(frameworkStatuses),
    terms,
    standstill: standstill.optional(),
    cancelledBecause: z.string().optional(),
  }),
);
