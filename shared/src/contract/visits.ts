import * as z from 'zod/mini';
import { visitCommands, visitStatuses } from '../domain/quality/visit.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, paragraphShape, refShape } from './values.ts';

const link = z.string().check(z.maxLength(400));

/** One visit to a provider. `may`: what can be done with it as it stands. */
export const visitReply = z.object({
  ref: z.string(),
  providerRef: z.string(),
  providerName: z.string(),
  status: z.enum(visitStatuses),
  plannedFor: localDateShape,
  heldOn: z.optional(localDateShape),
  heldBy: z.optional(z.string()),
  findings: z.optional(z.string()),
  actions: z.array(
    z.object({
      ref: z.string(),
      text: z.string(),
      dueOn: localDateShape,
      overdue: z.boolean(),
      evidence: z.optional(z.object({ recordedBy: z.string(), recordedAt: z.string(), link: z.optional(z.string()) })),
      doneBy: z.optional(z.string()),
    }),
  ),
  may: z.array(z.enum(visitCommands)),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) })),
});
export type VisitReply = Told<z.infer<typeof visitReply>>;

export const listVisits = endpoint({
  name: 'listVisits',
  summary: 'Visits to providers, the latest planned first, what a visit looks at, and the providers that are due for one',
  method: 'GET',
  path: '/visits',
  roles: ['commissioner'],
  query: z.object({ providerRef: z.optional(refShape) }),
  reply: z.object({
    today: localDateShape,
    visits: z.array(visitReply),
    /** What a visit looks at unless the commissioner asks otherwise. */
    questions: z.array(z.string()),
    /** Providers without a planned visit that are to be visited within six weeks; without a day: never visited yet. */
    due: z.array(z.object({ providerRef: z.string(), providerName: z.string(), dueOn: z.optional(localDateShape) })),
  }),
});

export const planVisit = endpoint({
  name: 'planVisit',
  summary: 'Plans a visit to a provider',
  method: 'POST',
  path: '/visits',
  roles: ['commissioner'],
  idempotent: true,
  body: z.strictObject({ providerRef: refShape, plannedFor: localDateShape }),
  reply: visitReply,
  success: 201,
});

export const decideVisit = endpoint({
  name: 'decideVisit',
  summary: 'Moves, records, cancels or closes a visit; agrees an action, notes its evidence, or says that it is done',
  method: 'POST',
  path: '/visits/{ref}/decision',
  roles: ['commissioner'],
  idempotent: true,
  params: z.strictObject({ ref: refShape }),
  body: z.strictObject({
    kind: z.enum(visitCommands),
    plannedFor: z.optional(localDateShape),
    heldOn: z.optional(localDateShape),
    findings: z.optional(paragraphShape),
    reason: z.optional(paragraphShape),
    text: z.optional(paragraphShape),
    dueOn: z.optional(localDateShape),
    actionRef: z.optional(refShape),
    link: z.optional(link),
  }),
  reply: visitReply,
});
