import * as z from 'zod';
import { qaOutcomes } from '../../domain/quality/check-outcome.ts';
import type { CheckRecord } from '../../domain/quality/check-record.ts';
import { confirmations } from '../../domain/quality/confirmation.ts';
import { qaStandards } from '../../domain/quality/standard.ts';
import { localDate, person, shapeOf } from '../record-shape.ts';
import { evidence, qualityParts, waiver } from './quality-state.ts';

/** A check as its item keeps it. */
export const checkState = shapeOf<CheckRecord>()(
  z.strictObject({
    ...qualityParts,
    providerRef: z.string(),
    standard: z.enum(qaStandards),
    mandatory: z.boolean(),
    outcome: z.enum(qaOutcomes),
    checkedOn: localDate.optional(),
    checkedBy: z.string().optional(),
    expiresOn: localDate.optional(),
    actionDueOn: localDate.optional(),
    waivedUntil: localDate.optional(),
    scheduledFor: localDate.optional(),
    evidenceDueOn: localDate.optional(),
    evidence: evidence.optional(),
    decidedBy: person.optional(),
    decidedAt: z.string().optional(),
    confirmed: z.array(z.enum(confirmations)),
    confirmation: z.string().optional(),
    inspection: z.strictObject({ body: z.enum(['Ofsted', 'ISI']), on: localDate, link: z.string() }).optional(),
    action: z.string().optional(),
    waiver: waiver.optional(),
    reminded: z.array(z.int()),
  }),
);
