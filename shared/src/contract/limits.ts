import * as z from 'zod/mini';
import { valueStandings } from '../domain/ledgers/share-rules.ts';
import { loadStandings } from '../domain/quality/registration-load.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, paragraphShape } from './values.ts';

const valueInPence = z.int().check(z.minimum(0), z.maximum(1_000_000_000_00));
const pupils = z.int().check(z.minimum(0), z.maximum(500));

const allowedShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), upTo: valueInPence }),
  z.strictObject({ kind: z.literal('pupils'), pupils, withPlan: pupils }),
]);

const overrideReply = z.object({
  ref: z.string(),
  allowed: allowedShape,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  until: localDateShape,
  /** Whether it holds today. */
  inForce: z.boolean(),
});

export const limitReply = z.object({
  ref: z.string(),
  /** What it limits: the value of a framework or the full-time pupils of a provider. */
  kind: z.enum(['framework-value', 'registration-load']),
  of: z.string(),
  name: z.string(),
  /** Of a framework: pence ex VAT that are taken, and its limit with what is allowed beyond it today. */
  taken: z.optional(z.int()),
  limit: z.optional(z.int()),
  standing: z.optional(z.enum([...valueStandings, ...loadStandings])),
  /** Of a provider: what it declares from elsewhere. */
  elsewhere: z.optional(z.object({ pupils: z.int(), withPlan: z.int(), asAt: localDateShape })),
  liveOrders: z.int(),
  overrides: z.array(overrideReply),
});
export type LimitReply = Told<z.infer<typeof limitReply>>;

const params = z.strictObject({ ref: z.string().check(z.regex(/^(FV|RL)-[A-Za-z0-9-]{1,60}$/, 'is not a limit')) });

export const listLimits = endpoint({
  name: 'listLimits',
  summary: 'Frameworks with what is spent of their value, and providers with an override or pupils from elsewhere',
  method: 'GET',
  path: '/limits',
  roles: ['commissioner'],
  reply: z.object({ limits: z.array(limitReply) }),
});

export const recordOverride = endpoint({
  name: 'recordOverride',
  summary: 'A commissioner records that a limit may be passed, up to what and until when, with the reason',
  method: 'POST',
  path: '/limits/{ref}/overrides',
  roles: ['commissioner'],
  idempotent: true,
  params,
  body: z.strictObject({ allowed: allowedShape, until: localDateShape, reason: paragraphShape }),
  reply: limitReply,
  success: 201,
});

export const endOverride = endpoint({
  name: 'endOverride',
  summary: 'A commissioner ends an override before its last day',
  method: 'POST',
  path: '/limits/{ref}/overrides/end',
  roles: ['commissioner'],
  idempotent: true,
  params,
  body: z.strictObject({ overrideRef: z.string().check(z.maxLength(80)), reason: paragraphShape }),
  reply: limitReply,
});

export const recordPupilsElsewhere = endpoint({
  name: 'recordPupilsElsewhere',
  summary: 'A commissioner records how many full-time pupils a provider declares from elsewhere',
  method: 'POST',
  path: '/limits/{ref}/pupils-elsewhere',
  roles: ['commissioner'],
  idempotent: true,
  params,
  body: z.strictObject({ pupils, withPlan: pupils, asAt: localDateShape, reason: paragraphShape }),
  reply: limitReply,
});
