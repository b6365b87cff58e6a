import * as z from 'zod/mini';
import { qaOutcomes } from '../domain/quality/check-outcome.ts';
import { confirmations } from '../domain/quality/confirmation.ts';
import { holdCauses } from '../domain/quality/hold-cause.ts';
import { passportStates } from '../domain/quality/passport.ts';
import { reissues } from '../domain/quality/rule-text.ts';
import { qaStandards } from '../domain/quality/standard.ts';
import { providerStatuses } from '../domain/register/provider.ts';
import { endpoint, type Told } from './endpoint.ts';
import { ownCheckShape } from './own-checks.ts';
import { localDateShape, paragraphShape, refShape } from './values.ts';

const link = z.string().check(z.maxLength(400));
const inspection = z.strictObject({ body: z.enum(['Ofsted', 'ISI']), on: localDateShape, link });
const history = z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) }));

/** One check as commissioners see it. `may`: what this caller can do with it now, as far as its state and who did what say. */
export const checkReply = z.object({
  ref: z.string(),
  providerRef: z.string(),
  standard: z.enum(qaStandards),
  mandatory: z.boolean(),
  outcome: z.enum(qaOutcomes),
  scheduledFor: z.optional(localDateShape),
  evidenceDueOn: z.optional(localDateShape),
  evidence: z.optional(z.object({ recordedBy: z.string(), recordedAt: z.string(), link: z.optional(z.string()) })),
  checkedOn: z.optional(localDateShape),
  checkedBy: z.optional(z.string()),
  expiresOn: z.optional(localDateShape),
  confirmation: z.optional(z.string()),
  inspection: z.optional(inspection),
  action: z.optional(z.string()),
  actionDueOn: z.optional(localDateShape),
  waiver: z.optional(
    z.object({
      state: z.enum(['requested', 'approved', 'refused']),
      reason: z.string(),
      until: localDateShape,
      requestedBy: z.string(),
      decidedBy: z.optional(z.string()),
    }),
  ),
  /** What must be confirmed to pass it. */
  toConfirm: z.array(z.enum(confirmations)),
  may: z.array(
    z.enum(['request-evidence', 'receive-evidence', 'pass', 'require-action', 'fail', 'request-waiver', 'approve-waiver', 'refuse-waiver']),
  ),
  history,
});
export type CheckReply = Told<z.infer<typeof checkReply>>;

export const scheduleCheck = endpoint({
  name: 'scheduleCheck',
  summary: 'Plans a check of one standard of a provider',
  method: 'POST',
  path: '/quality/checks',
  roles: ['commissioner'],
  idempotent: true,
  body: z.strictObject({ providerRef: refShape, standard: z.enum(qaStandards), scheduledFor: localDateShape }),
  reply: checkReply,
  success: 201,
});

/** Everything that a commissioner can decide about a check; what time brings about is nobody's to send. */
export const decideCheck = endpoint({
  name: 'decideCheck',
  summary: 'Asks for evidence, records it, passes or fails a check, requires an action, or asks for and decides a waiver',
  method: 'POST',
  path: '/quality/checks/{ref}/decision',
  roles: ['commissioner'],
  idempotent: true,
  params: z.object({ ref: refShape }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('request-evidence'), dueOn: localDateShape }),
    z.strictObject({ kind: z.literal('receive-evidence'), link: z.optional(link) }),
    z.strictObject({
      kind: z.literal('pass'),
      checkedOn: localDateShape,
      expiresOn: localDateShape,
      restsOn: z.optional(localDateShape),
      confirmed: z.array(z.enum(confirmations)).check(z.maxLength(confirmations.length)),
      confirmation: paragraphShape,
      inspection: z.optional(inspection),
    }),
    z.strictObject({ kind: z.literal('require-action'), action: paragraphShape, dueOn: localDateShape }),
    z.strictObject({ kind: z.literal('fail'), reason: paragraphShape }),
    z.strictObject({ kind: z.literal('request-waiver'), reason: paragraphShape, until: localDateShape }),
    z.strictObject({ kind: z.literal('approve-waiver') }),
    z.strictObject({ kind: z.literal('refuse-waiver'), reason: paragraphShape }),
  ]),
  reply: checkReply,
});

const holdShape = z.object({
  ref: z.string(),
  cause: z.enum(holdCauses),
  about: z.optional(z.string()),
  standard: z.optional(z.enum(qaStandards)),
  placedBy: z.string(),
  placedAt: z.string(),
  reason: z.optional(z.string()),
  lifted: z.optional(z.object({ by: z.string(), at: z.string(), reason: z.string() })),
});

export const standingReply = z.object({
  providerRef: z.string(),
  providerName: z.string(),
  status: z.enum(providerStatuses),
  statusReason: z.optional(z.string()),
  holds: z.array(holdShape),
  may: z.array(z.enum(['activate', 'pause', 'resume', 'place-hold', 'lift-hold', 'remove'])),
  history,
});
export type StandingReply = Told<z.infer<typeof standingReply>>;

const ruleShape = z.object({
  text: z.optional(z.string()),
  source: z.string(),
  edition: z.string(),
  reissue: z.enum(reissues),
  checkedOn: z.optional(localDateShape),
  checkedBy: z.optional(z.string()),
  /** Why the words must be looked at again; absent when they stand. */
  overdue: z.optional(z.enum(['never-checked', 'newer-edition'])),
});

/** A provider's passport: every standard, who checked what when, and the words of each with their edition. */
export const passportReply = z.object({
  standing: standingReply,
  /** Whether the provider is in the directory as far as its standing and its checks say. */
  current: z.boolean(),
  lines: z.array(
    z.object({
      standard: z.enum(qaStandards),
      code: z.optional(z.string()),
      title: z.string(),
      wordingKnown: z.boolean(),
      mandatory: z.boolean(),
      state: z.enum(passportStates),
      checkedOn: z.optional(localDateShape),
      checkedBy: z.optional(z.string()),
      until: z.optional(localDateShape),
      confirmation: z.optional(z.string()),
      evidenceLink: z.optional(z.string()),
      inspection: z.optional(inspection),
      renewal: z.optional(z.enum(qaOutcomes)),
      rule: z.optional(ruleShape),
    }),
  ),
  checks: z.array(checkReply),
});
export type PassportReply = Told<z.infer<typeof passportReply>>;

export const getPassport = endpoint({
  name: 'getPassport',
  summary: 'The QA passport of a provider, for commissioners',
  method: 'GET',
  path: '/quality/providers/{providerRef}',
  roles: ['commissioner'],
  params: z.object({ providerRef: refShape }),
  reply: passportReply,
});

export const decideStanding = endpoint({
  name: 'decideStanding',
  summary: 'Pauses new orders of a provider and, as a second person, allows them again; activates, pauses, resumes or removes it',
  method: 'POST',
  path: '/quality/providers/{providerRef}/decision',
  roles: ['commissioner'],
  idempotent: true,
  params: z.object({ providerRef: refShape }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('place-hold'), reason: paragraphShape }),
    z.strictObject({ kind: z.literal('lift-hold'), holdRef: refShape, reason: paragraphShape }),
    z.strictObject({ kind: z.literal('pause'), reason: paragraphShape }),
    z.strictObject({ kind: z.literal('resume') }),
    z.strictObject({ kind: z.literal('remove'), reason: paragraphShape }),
    z.strictObject({ kind: z.literal('activate') }),
  ]),
  reply: standingReply,
});

const endingShape = z.object({
  checkRef: z.string(),
  providerRef: z.string(),
  providerName: z.string(),
  standard: z.enum(qaStandards),
  title: z.string(),
  mandatory: z.boolean(),
  until: localDateShape,
  evidenceReceived: z.boolean(),
});

/** What lapses next, the most urgent first, and the words of standards that must be read again. */
export const getQualityCalendar = endpoint({
  name: 'getQualityCalendar',
  summary: 'The QA calendar: what lapses today and next, with evidence already received, and which rule texts are overdue',
  method: 'GET',
  path: '/quality/calendar',
  roles: ['commissioner'],
  query: z.object({
    days: z.optional(
      z.pipe(
        z.string().check(z.regex(/^\d{1,3}$/, 'is not a number of days')),
        z.pipe(z.transform(Number), z.int().check(z.minimum(1), z.maximum(365))),
      ),
    ),
  }),
  reply: z.object({
    today: localDateShape,
    lapsesToday: z.array(endingShape),
    lapsesSoon: z.array(endingShape),
    lapsed: z.array(endingShape),
    overdueActions: z.array(
      z.object({
        cameOf: z.enum(['check', 'visit']),
        of: z.string(),
        providerRef: z.string(),
        providerName: z.string(),
        dueOn: localDateShape,
        evidenceReceived: z.boolean(),
      }),
    ),
    overdueTexts: z.array(z.object({ standard: z.enum(qaStandards), title: z.string(), ...ruleShape.shape })),
  }),
});

export const listHeldProviders = endpoint({
  name: 'listHeldProviders',
  summary: 'Providers that are held, with what holds them and how many live orders wait for their school',
  method: 'GET',
  path: '/quality/held',
  roles: ['commissioner'],
  reply: z.object({
    held: z.array(z.object({ ...standingReply.shape, liveOrders: z.int(), unanswered: z.int() })),
  }),
});

/** For commissioners: what every school recorded of one provider. */
export const listOwnChecks = endpoint({
  name: 'listOwnChecks',
  summary: "What schools recorded of their own checks of a provider, beside the council's, for commissioners",
  method: 'GET',
  path: '/quality/providers/{providerRef}/own-checks',
  roles: ['commissioner'],
  params: z.object({ providerRef: refShape }),
  reply: z.object({ schools: z.array(ownCheckShape) }),
});
