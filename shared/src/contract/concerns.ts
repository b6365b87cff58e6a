import * as z from 'zod/mini';
import { concernCommands, concernOutcomes } from '../domain/quality/concern.ts';
import { concernCategories, concernSeverities } from '../domain/quality/concern-category.ts';
import { concernStatuses } from '../domain/quality/concern-status.ts';
import { ringLines } from '../domain/quality/whom-to-ring.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, paragraphShape, refShape } from './values.ts';

/** What a concern is about: a service in the directory, or a request of the caller's school. The provider is whoever offers it. */
const aboutShape = { serviceRef: z.optional(refShape), callOffRef: z.optional(refShape) };

export const whomToRing = endpoint({
  name: 'whomToRing',
  summary: 'Whom to ring before a concern about a provider is written down, with the numbers that the council has set',
  method: 'GET',
  path: '/concerns/whom-to-ring',
  roles: ['signed-in'],
  query: z.object(aboutShape),
  reply: z.object({
    providerName: z.string(),
    lines: z.array(
      z.object({
        line: z.enum(ringLines),
        name: z.string(),
        when: z.string(),
        /** Absent where the council has set none: the page says so. */
        phone: z.optional(z.string()),
        outOfHours: z.optional(z.string()),
      }),
    ),
    teamPhone: z.optional(z.string()),
  }),
});

export const reportConcern = endpoint({
  name: 'reportConcern',
  summary: 'Reports a concern about a provider, without any detail of a child, after whoever must be rung was rung',
  method: 'POST',
  path: '/concerns',
  roles: ['signed-in'],
  idempotent: true,
  body: z.strictObject({
    about: z.strictObject(aboutShape),
    ringFirstRead: z.boolean(),
    rung: z.array(z.enum(ringLines)).check(z.maxLength(ringLines.length)),
    category: z.enum(concernCategories),
    severity: z.enum(concernSeverities),
    text: paragraphShape,
  }),
  reply: z.object({ ref: z.string(), providerName: z.string() }),
  success: 201,
});

export const listMyConcerns = endpoint({
  name: 'listMyConcerns',
  summary: 'The concerns that the caller has reported and where each stands, without how it ended',
  method: 'GET',
  path: '/concerns/mine',
  roles: ['signed-in'],
  reply: z.object({
    concerns: z.array(
      z.object({
        ref: z.string(),
        providerName: z.string(),
        reportedAt: z.string(),
        status: z.enum(['received', 'being-looked-into', 'closed']),
      }),
    ),
  }),
});

const summaryParts = {
  ref: z.string(),
  providerRef: z.string(),
  providerName: z.string(),
  status: z.enum(concernStatuses),
  category: z.enum(concernCategories),
  severity: z.enum(concernSeverities),
  reportedAt: z.string(),
  leadRef: z.optional(z.string()),
  joined: z.array(z.string()),
  ordersPaused: z.boolean(),
  ladoReferred: z.boolean(),
  outcome: z.optional(z.enum(concernOutcomes)),
};
const concernSummary = z.object(summaryParts);
export type ConcernSummary = Told<z.infer<typeof concernSummary>>;

export const concernReply = z.object({
  ...summaryParts,
  text: z.string(),
  reportedBy: z.string(),
  rung: z.array(z.enum(ringLines)),
  ladoReferral: z.optional(z.object({ on: localDateShape, reference: z.optional(z.string()), recordedBy: z.string() })),
  pausedBy: z.optional(z.string()),
  enquiryBy: z.optional(z.string()),
  closedBy: z.optional(z.string()),
  outcomeText: z.optional(z.string()),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string() })),
  /** What may be done about it as it stands. */
  may: z.array(z.enum(concernCommands)),
});
export type ConcernReply = Told<z.infer<typeof concernReply>>;

export const listConcerns = endpoint({
  name: 'listConcerns',
  summary: 'Every concern, those that are not closed first; for the commissioners on duty for concerns',
  method: 'GET',
  path: '/concerns',
  roles: ['commissioner'],
  reply: z.object({ concerns: z.array(concernSummary) }),
});

export const getConcern = endpoint({
  name: 'getConcern',
  summary: 'One concern in full; for the commissioners on duty for concerns',
  method: 'GET',
  path: '/concerns/{ref}',
  roles: ['commissioner'],
  params: z.strictObject({ ref: refShape }),
  reply: concernReply,
});

export const decideConcern = endpoint({
  name: 'decideConcern',
  summary: 'Pauses new orders for a concern, records the referral to the designated officer, begins the enquiry, or closes it',
  method: 'POST',
  path: '/concerns/{ref}/decision',
  roles: ['commissioner'],
  idempotent: true,
  params: z.strictObject({ ref: refShape }),
  // One shape for all kinds: shapes of alternatives would weigh on every first load, since they share its library.
  body: z.strictObject({
    kind: z.enum(['pause-orders', 'start-enquiry', 'record-lado-referral', 'close']),
    /** Of a referral: its day, and the number that the designated officer gave it. */
    on: z.optional(localDateShape),
    reference: z.optional(z.string().check(z.maxLength(60))),
    /** Of closing: how the enquiry ended. */
    outcome: z.optional(z.enum(concernOutcomes)),
    text: z.optional(paragraphShape),
  }),
  reply: concernReply,
});
