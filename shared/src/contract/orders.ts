import * as z from 'zod/mini';
import { schoolWeekdays, sessionChoices } from '../domain/days/weekly-pattern.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { noticeGivers, orderChangeKinds, orderStates } from '../domain/orders/order.ts';
import { schoolOrderCommands } from '../domain/orders/order-command.ts';
import { destinationCodes, endReasons, endsAtOnce, objectivesMet } from '../domain/orders/order-end.ts';
import { settingChangeKinds } from '../domain/orders/setting-change.ts';
import { startCheckKinds, tellingChannels } from '../domain/orders/start-checks.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, paragraphShape, penceShape, refShape } from './values.ts';

const patternShape = z.strictObject({
  days: z.array(z.enum(schoolWeekdays)).check(z.minLength(1, 'Choose at least one day'), z.maxLength(5)),
  sessions: z.enum(sessionChoices),
  hoursPerDay: z.number().check(z.minimum(0.25), z.maximum(12)),
});

/** So many days with one pattern of the week; both ends are included. */
const planShape = z.object({
  parts: z.array(z.object({ from: localDateShape, to: localDateShape, pattern: patternShape })),
  units: z.number(),
  unitsSentence: z.string(),
  hoursPerWeek: z.number(),
  net: penceShape,
  vat: penceShape,
  gross: penceShape,
});

/** An order from its making to its end. `checks`: what must be recorded before the pupil starts. `may`: what this caller can do now. */
export const orderReply = z.object({
  ref: refShape,
  version: z.int(),
  number: z.string(),
  state: z.enum(orderStates),
  unit: z.enum(rateUnits),
  unitPrice: penceShape,
  plan: planShape,
  /** The total, with VAT, up to which the order is approved. */
  approvedGross: penceShape,
  checks: z.array(
    z.object({
      kind: z.enum(startCheckKinds),
      on: z.optional(localDateShape),
      channel: z.optional(z.enum(tellingChannels)),
      recordedBy: z.optional(z.string()),
    }),
  ),
  /** Whether the school is an academy, whose articles must allow a direction off site (R8). */
  asksArticles: z.boolean(),
  /** R2: the confirmation of staff checks is older than what the school was told of other staff. */
  staffChecksToRenew: z.boolean(),
  /** R3: where the pupil is taught, by the register. */
  place: z.optional(z.string()),
  /** R3: of what the school was told, the latest first. */
  settingChanges: z.array(
    z.object({
      number: z.int(),
      kind: z.enum(settingChangeKinds),
      from: localDateShape,
      where: z.optional(z.string()),
      by: z.enum(['provider', 'register']),
      toldAt: z.string(),
      seenBy: z.optional(z.string()),
      seenAt: z.optional(z.string()),
    }),
  ),
  startedOn: z.optional(localDateShape),
  pausedFrom: z.optional(localDateShape),
  notice: z.optional(z.object({ by: z.enum(noticeGivers), givenOn: localDateShape, lastDay: localDateShape, reason: z.string() })),
  end: z.optional(
    z.object({
      on: localDateShape,
      reason: z.enum(endReasons),
      note: z.optional(z.string()),
      destination: z.optional(z.enum(destinationCodes)),
      objectives: z.optional(z.enum(objectivesMet)),
      finalReviewOn: z.optional(localDateShape),
    }),
  ),
  /** A change that waits for approval: until then the order is what `plan` says. */
  change: z.optional(
    z.object({
      number: z.int(),
      step: z.int(),
      kind: z.enum(orderChangeKinds),
      reason: z.string(),
      proposedBy: z.string(),
      proposedAt: z.string(),
      plan: planShape,
      waitingFor: z.array(z.string()),
    }),
  ),
  may: z.array(z.enum([...schoolOrderCommands, 'decide-change'])),
});
export type OrderReply = Told<z.infer<typeof orderReply>>;

const byRef = z.object({ ref: refShape });
const theirReason = paragraphShape;

export const getOrder = endpoint({
  name: 'getOrder',
  summary: 'The order of a call-off: what must be recorded before its start, what is planned, and how it ended',
  method: 'GET',
  path: '/call-offs/{ref}/order',
  roles: ['signed-in'],
  params: byRef,
  reply: orderReply,
});

/** Everything that a school does with an order that its provider has accepted. Each is refused with its reason where its time is not. */
export const commandOrder = endpoint({
  name: 'commandOrder',
  summary: 'Record what a start needs, start, pause, take up again, change, extend, give notice, end, complete or cancel an order',
  method: 'POST',
  path: '/call-offs/{ref}/order',
  roles: ['requester', 'approver', 'contact'],
  idempotent: true,
  parks: true,
  params: byRef,
  body: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('record-start-check'),
      check: z.enum(startCheckKinds),
      on: localDateShape,
      channel: z.optional(z.enum(tellingChannels)),
      articlesAllow: z.optional(z.boolean()),
    }),
    z.strictObject({ kind: z.literal('start'), startedOn: localDateShape }),
    z.strictObject({ kind: z.literal('pause'), from: localDateShape, reason: theirReason }),
    z.strictObject({ kind: z.literal('resume'), on: localDateShape }),
    z.strictObject({ kind: z.literal('vary'), from: localDateShape, pattern: patternShape, reason: theirReason }),
    z.strictObject({ kind: z.literal('extend'), endDate: localDateShape, reason: theirReason }),
    z.strictObject({ kind: z.literal('give-notice'), giver: z.enum(noticeGivers), lastDay: localDateShape, reason: theirReason }),
    z.strictObject({
      kind: z.literal('end'),
      lastDay: localDateShape,
      reason: z.enum(endsAtOnce),
      note: z.optional(paragraphShape),
      destination: z.optional(z.enum(destinationCodes)),
      objectives: z.optional(z.enum(objectivesMet)),
      finalReviewOn: z.optional(localDateShape),
    }),
    z.strictObject({
      kind: z.literal('complete'),
      destination: z.enum(destinationCodes),
      objectives: z.enum(objectivesMet),
      finalReviewOn: localDateShape,
      note: z.optional(paragraphShape),
    }),
    z.strictObject({ kind: z.literal('cancel'), reason: theirReason }),
    z.strictObject({ kind: z.literal('see-setting-change'), change: z.int() }),
  ]),
  reply: orderReply,
});

/** The decision about a change that costs more than was approved. */
export const decideOrderChange = endpoint({
  name: 'decideOrderChange',
  summary: 'Approve or refuse a change of an order',
  method: 'POST',
  path: '/call-offs/{ref}/order/change-decision',
  roles: ['signed-in'],
  idempotent: true,
  parks: true,
  params: byRef,
  body: z.strictObject({
    approve: z.boolean(),
    comment: z.optional(paragraphShape),
    seen: z.strictObject({ change: z.int(), step: z.int() }),
  }),
  reply: orderReply,
});
