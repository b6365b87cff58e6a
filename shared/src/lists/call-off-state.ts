import * as z from 'zod';
import { auditActions } from '../domain/audit-event.ts';
import { attentionReasons } from '../domain/call-off/attention.ts';
import { type RouteNamed, routeNamed } from '../domain/call-off/award-route.ts';
import { type CallOff, callOffStatuses } from '../domain/call-off/call-off.ts';
import { exclusionKinds } from '../domain/call-off/exclusion.ts';
import { requesterNews } from '../domain/effect.ts';
import { arrangers, payers } from '../domain/money/payer.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { vatBases } from '../domain/money/vat-basis.ts';
import { orderNews } from '../domain/orders/order-news.ts';
import { orderHoldStates } from '../domain/quality/order-hold.ts';
import { commissionerNews } from '../domain/quality/quality-effect.ts';
import { directAwardBases } from '../domain/register/framework.ts';
import { approvalStep, orderState, weeklyPattern } from './order-state.ts';
import { history, key, localDate, numbering, pence, person, shapeOf } from './record-shape.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('send-approval-card'), to: key, step: z.int(), round: z.int() }),
  z.strictObject({ ...numbering, kind: z.literal('send-approval-mail'), to: key, step: z.int(), round: z.int() }),
  z.strictObject({ ...numbering, kind: z.literal('remind-approver'), to: key, step: z.int(), round: z.int(), change: z.int().optional() }),
  z.strictObject({ ...numbering, kind: z.literal('refresh-approval-cards') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-requester'), news: z.enum(requesterNews) }),
  z.strictObject({ ...numbering, kind: z.literal('mail-order-to-provider') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-virtual-school') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-of-waiting') }),
  z.strictObject({ ...numbering, kind: z.literal('remind-provider-of-order') }),
  z.strictObject({ ...numbering, kind: z.literal('settle-ledgers') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-provider-of-order'), news: z.enum(orderNews) }),
  z.strictObject({ ...numbering, kind: z.literal('tell-requester-of-order'), news: z.enum(orderNews) }),
  z.strictObject({ ...numbering, kind: z.literal('ask-approver-of-change'), to: key, change: z.int(), step: z.int() }),
  z.strictObject({ ...numbering, kind: z.literal('tell-setting-change'), change: z.int() }),
  z.strictObject({ ...numbering, kind: z.literal('ask-buyer-about-order'), holdRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('refresh-hold-cards') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-buyer-hold-ended') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-head') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-provider-of-answer'), answer: z.enum(['paused', 'ended', 'resumed']) }),
  z.strictObject({ ...numbering, kind: z.literal('tell-commissioners'), news: z.enum(commissionerNews) }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(auditActions), actor: key }),
]);

const requestFields = z.strictObject({
  buyerRef: z.string(),
  serviceRef: z.string(),
  pupilRef: z.string(),
  age: z.int(),
  compulsorySchoolAge: z.boolean(),
  ehcPlan: z.boolean(),
  lookedAfter: z.boolean(),
  arrangedBy: z.enum(arrangers),
  payer: z.enum(payers),
  billTo: z.string(),
  costCode: z.string().optional(),
  pattern: weeklyPattern,
  startDate: localDate,
  endDate: localDate,
  basis: z.enum(directAwardBases).optional(),
  basisReason: z.string().optional(),
  blockRef: z.string().optional(),
  enquiryRef: z.string().optional(),
  objectives: z.string().optional(),
  offSiteDirection: z.boolean().optional(),
  exclusion: z.strictObject({ kind: z.enum(exclusionKinds), from: localDate }).optional(),
  useFallbackApprover: z.boolean(),
});

/** One route, as records from before a basis belonged to direct awards alone are read as well. */
const onOneRoute = <Row extends RouteNamed>(row: Row, context: z.RefinementCtx) => {
  const { basis, basisReason, blockRef, enquiryRef, ...placement } = row;
  const route = routeNamed(row);
  if (!route) context.addIssue('It names neither a basis nor a competition nor a block purchase.');
  return { ...placement, ...route };
};

const request = requestFields.transform(onOneRoute);

const frozenPrice = z.strictObject({
  rateRef: z.string(),
  rateHash: z.string(),
  unit: z.enum(rateUnits),
  unitPrice: pence,
  units: z.number(),
  unitsSentence: z.string(),
  hoursPerWeek: z.number(),
  vatBasisPoints: z.int(),
  net: pence,
  vat: pence,
  gross: pence,
});

const considered = z.strictObject({
  serviceRef: z.string(),
  serviceName: z.string(),
  providerName: z.string(),
  rateRef: z.string(),
  net: pence,
  gross: pence,
});

const award = z.strictObject({
  basis: z.enum(directAwardBases),
  at: z.string(),
  reason: z.string().optional(),
  others: z
    .strictObject({
      services: z.array(considered),
      compared: z.enum(vatBases),
      freshAt: z.string(),
      withinMiles: z.number().optional(),
      outOf: z.int().min(0),
    })
    .optional(),
});

/**
 * The call-off as stored: the one truth of the item. Rows of an unknown shape are refused, not guessed at. Every object is strict: a field that newer
 * code wrote would otherwise be dropped in reading, and lost with the next write (I26).
 */
export const callOffState = shapeOf<CallOff>()(
  z.strictObject({
    ref: z.string(),
    idempotencyKey: z.string(),
    version: z.int().min(1),
    round: z.int().min(1),
    status: z.enum(callOffStatuses),
    requester: person,
    submittedAt: z.string(),
    withdrawnAt: z.string().optional(),
    buyerName: z.string(),
    frameworkRef: z.string(),
    lotKey: z.string(),
    lotName: z.string(),
    providerRef: z.string(),
    providerName: z.string(),
    serviceName: z.string(),
    request,
    price: frozenPrice,
    advice: z.array(z.string()).optional(),
    award: award.optional(),
    approvals: z.array(approvalStep),
    order: orderState.optional(),
    offers: z
      .array(
        z.strictObject({
          round: z.int().min(1),
          providerRef: z.string(),
          providerName: z.string(),
          serviceName: z.string(),
          asked: requestFields
            .pick({
              serviceRef: true,
              basis: true,
              basisReason: true,
              blockRef: true,
              enquiryRef: true,
              startDate: true,
              endDate: true,
              pattern: true,
            })
            .transform(onOneRoute),
          price: frozenPrice,
          award: award.optional(),
          order: orderState,
          passedOn: z.strictObject({ at: z.string(), by: person, reason: z.string() }),
        }),
      )
      .optional(),
    hold: z
      .strictObject({
        state: z.enum(orderHoldStates),
        holdRef: z.string().optional(),
        answerBy: z.string().optional(),
        answeredBy: person.optional(),
        answeredAt: z.string().optional(),
        reason: z.string().optional(),
        released: z.boolean().optional(),
        notice: z.string().optional(),
      })
      .optional(),
    providerPaused: z.strictObject({ since: z.string(), sentence: z.string(), search: z.string() }).optional(),
    attention: z
      .array(z.strictObject({ reason: z.enum(attentionReasons), since: z.string(), detail: z.string().optional() }))
      .min(1)
      .optional(),
    history,
    outbox: z.array(effect),
    lastCommands: z.array(z.string()),
  }),
);
