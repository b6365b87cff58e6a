import * as z from 'zod';
import { stepKinds } from '../domain/approvals/approval-policy.ts';
import { decisionChannels, verdicts } from '../domain/approvals/approval-step.ts';
import { schoolWeekdays, sessionChoices } from '../domain/days/weekly-pattern.ts';
import { noticeGivers, orderChangeKinds, orderStates } from '../domain/orders/order.ts';
import { destinationCodes, endReasons, objectivesMet } from '../domain/orders/order-end.ts';
import { settingChangeKinds } from '../domain/orders/setting-change.ts';
import { startCheckKinds, tellingChannels } from '../domain/orders/start-checks.ts';
import { localDate, pence, person } from './record-shape.ts';

export const weeklyPattern = z.strictObject({
  days: z.array(z.enum(schoolWeekdays)),
  sessions: z.enum(sessionChoices),
  hoursPerDay: z.number(),
});

/** One step of approval, of a request or of a change of its order. */
export const approvalStep = z.union([
  z.strictObject({
    kind: z.enum(stepKinds),
    approvers: z.array(person),
    state: z.enum(['waiting', 'open', 'closed']),
    remindedAt: z.string().optional(),
    escalatedAt: z.string().optional(),
  }),
  z.strictObject({
    kind: z.enum(stepKinds),
    approvers: z.array(person),
    state: z.literal('decided'),
    verdict: z.enum(verdicts),
    by: person,
    onBehalfOf: person.optional(),
    at: z.string(),
    channel: z.enum(decisionChannels),
    comment: z.string().optional(),
  }),
]);

const plan = z.strictObject({
  parts: z.array(z.strictObject({ from: localDate, to: localDate, pattern: weeklyPattern })),
  units: z.number(),
  unitsSentence: z.string(),
  hoursPerWeek: z.number(),
  net: pence,
  vat: pence,
  gross: pence,
});

const startCheck = z.strictObject({
  on: localDate,
  recordedBy: z.string(),
  recordedAt: z.string(),
  channel: z.enum(tellingChannels).optional(),
  articlesAllow: z.boolean().optional(),
});

/** An order as it is stored in its call-off. Strict, as everything in that record is. */
export const orderState = z.strictObject({
  number: z.string(),
  madeAt: z.string(),
  state: z.enum(orderStates),
  answeredAt: z.string().optional(),
  answerRecordedBy: z.string().optional(),
  declineReason: z.string().optional(),
  answerBy: z.string().optional(),
  providerRemindedAt: z.string().optional(),
  otherOffer: z.strictObject({ text: z.string(), by: z.string(), on: localDate }).optional(),
  checks: z.partialRecord(z.enum(startCheckKinds), startCheck).optional(),
  startedOn: localDate.optional(),
  plan: plan.optional(),
  pausedFrom: localDate.optional(),
  notice: z.strictObject({ by: z.enum(noticeGivers), givenOn: localDate, lastDay: localDate, reason: z.string() }).optional(),
  end: z
    .strictObject({
      on: localDate,
      reason: z.enum(endReasons),
      note: z.string().optional(),
      destination: z.enum(destinationCodes).optional(),
      objectives: z.enum(objectivesMet).optional(),
      finalReviewOn: localDate.optional(),
    })
    .optional(),
  change: z
    .strictObject({
      number: z.int(),
      kind: z.enum(orderChangeKinds),
      reason: z.string(),
      proposedBy: person,
      proposedAt: z.string(),
      plan,
      steps: z.array(approvalStep),
    })
    .optional(),
  approvedGross: pence.optional(),
  changes: z.int().optional(),
  place: z.strictObject({ name: z.string(), postcode: z.string() }).optional(),
  placeUnnamed: z.boolean().optional(),
  settingChanges: z
    .array(
      z.strictObject({
        number: z.int(),
        kind: z.enum(settingChangeKinds),
        from: localDate,
        where: z.string().optional(),
        by: z.enum(['provider', 'register']),
        toldAt: z.string(),
        seenBy: z.string().optional(),
        seenAt: z.string().optional(),
      }),
    )
    .optional(),
});
