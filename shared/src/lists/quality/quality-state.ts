import * as z from 'zod';
import { holdCauses } from '../../domain/quality/hold-cause.ts';
import { commissionerNews, qualityAuditActions } from '../../domain/quality/quality-effect.ts';
import { bookkeeping, key, localDate, numbering, person } from '../record-shape.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('ask-provider-for-evidence') }),
  z.strictObject({ ...numbering, kind: z.literal('remind-provider') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-provider-what-to-do'), actionRef: z.string().optional() }),
  z.strictObject({ ...numbering, kind: z.literal('tell-commissioners'), news: z.enum(commissionerNews) }),
  z.strictObject({ ...numbering, kind: z.literal('place-hold'), providerRef: z.string(), cause: z.enum(holdCauses), about: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('refresh-directory'), providerRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('refresh-approvals'), providerRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('hold-live-orders'), providerRef: z.string(), holdRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('release-live-orders'), providerRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('tell-buyers-of-removal'), providerRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('take-in-concern'), leadRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('close-joined-concern'), concernRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(qualityAuditActions), actor: key }),
]);

/** What every record about quality keeps beside its own facts. The effects of a live order are in its call-off, not here. */
export const qualityParts = { ...bookkeeping, outbox: z.array(effect) };

export const evidence = z.strictObject({ recordedBy: person, recordedAt: z.string(), link: z.string().optional() });

export const waiver = z.strictObject({
  state: z.enum(['requested', 'approved', 'refused']),
  reason: z.string(),
  until: localDate,
  requestedBy: person,
  decidedBy: person.optional(),
});
