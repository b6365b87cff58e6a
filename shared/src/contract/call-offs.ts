import * as z from 'zod/mini';
import { decisionChannels, verdicts } from '../domain/approvals/approval-step.ts';
import { attentionReasons } from '../domain/call-off/attention.ts';
import { type AwardRoute, type RouteNamed, whyNotOneRoute } from '../domain/call-off/award-route.ts';
import { exclusionKinds } from '../domain/call-off/exclusion.ts';
import { schoolWeekdays, sessionChoices } from '../domain/days/weekly-pattern.ts';
import { arrangers, payers } from '../domain/money/payer.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { orderStates, providerAnswers } from '../domain/orders/order.ts';
import { holdAnswers, orderHoldStates } from '../domain/quality/order-hold.ts';
import { directAwardBases } from '../domain/register/framework.ts';
import { callOffSummary } from './call-off-summary.ts';
import { endpoint, type Told } from './endpoint.ts';
import { lineShape, localDateShape, paragraphShape, penceShape, refShape } from './values.ts';

/** The request as a person fills it in. What decides nothing about the price may be absent from a quote, never from a submission. */
const requestFields = z.strictObject({
  buyerRef: refShape,
  serviceRef: refShape,
  pupilRef: z.string().check(z.trim(), z.minLength(1, "Enter the school's own reference for the pupil"), z.maxLength(20)),
  age: z.int().check(z.minimum(4), z.maximum(25)),
  compulsorySchoolAge: z.boolean(),
  ehcPlan: z.boolean(),
  lookedAfter: z.boolean(),
  arrangedBy: z.enum(arrangers),
  payer: z.enum(payers),
  billTo: lineShape.check(z.minLength(1, 'Enter who the invoice goes to')),
  costCode: z.optional(lineShape),
  pattern: z.strictObject({
    days: z.array(z.enum(schoolWeekdays)).check(z.minLength(1, 'Choose at least one day'), z.maxLength(5)),
    sessions: z.enum(sessionChoices),
    hoursPerDay: z.number().check(z.minimum(0.25), z.maximum(12)),
  }),
  startDate: localDateShape,
  endDate: localDateShape,
  /** R30: asked of a direct award, and of nothing else. */
  basis: z.optional(z.enum(directAwardBases)),
  /** R30: how the school knows that the basis is true, where only the school can say. */
  basisReason: z.optional(paragraphShape),
  /** Row 54: the block purchase whose units are drawn. Nothing is owed for them a second time. */
  blockRef: z.optional(refShape),
  /** Row 39: the competition in which this provider was chosen: bought at the price that it quoted. */
  enquiryRef: z.optional(refShape),
  objectives: z.optional(paragraphShape),
  offSiteDirection: z.optional(z.boolean()),
  /** R10: that the pupil is suspended or permanently excluded, and since when. */
  exclusion: z.optional(z.strictObject({ kind: z.enum(exclusionKinds), from: localDateShape })),
  useFallbackApprover: z.boolean(),
});
type RequestFields = z.infer<typeof requestFields>;

/** A request is bought one way: by a direct award with its basis, by a competition, or out of a block purchase. */
const onOneRoute = ({ value, issues }: { value: RouteNamed; issues: unknown[] }): void => {
  const fault = whyNotOneRoute(value);
  if (fault) issues.push({ code: 'custom', message: fault.sentence, path: [fault.field], input: value });
};

export type CallOffRequestInput = Told<Omit<RequestFields, keyof RouteNamed>> & AwardRoute;
export const callOffRequestShape = requestFields.check(onOneRoute) as unknown as z.ZodMiniType<CallOffRequestInput, RequestFields>;

export const priceShape = z.object({
  unit: z.enum(rateUnits),
  unitPrice: penceShape,
  units: z.number(),
  unitsSentence: z.string(),
  hoursPerWeek: z.number(),
  vatBasisPoints: z.int(),
  net: penceShape,
  vat: penceShape,
  gross: penceShape,
});
export type PriceReply = Told<z.infer<typeof priceShape>>;

/** What it would cost and who would decide, shown while the form is filled in. */
export const quoteCallOff = endpoint({
  name: 'quoteCallOff',
  summary: 'Price a request and name its approvers, without sending it',
  method: 'POST',
  path: '/quotes',
  roles: ['requester'],
  openToWebPart: true,
  body: z.strictObject({
    buyerRef: refShape,
    serviceRef: refShape,
    payer: z.enum(payers),
    pattern: requestFields.shape.pattern,
    startDate: localDateShape,
    endDate: localDateShape,
    useFallbackApprover: z.boolean(),
    /** Priced as its units were bought. */
    blockRef: z.optional(refShape),
    /** Priced as it was quoted. */
    enquiryRef: z.optional(refShape),
    /** An EHC plan adds a step of the council. */
    ehcPlan: z.optional(z.boolean()),
    exclusion: requestFields.shape.exclusion,
    /** R30: the basis of a direct award, and what of the pupil says who else could be asked. */
    award: z.optional(
      z.strictObject({
        basis: z.enum(directAwardBases),
        age: requestFields.shape.age,
        compulsorySchoolAge: z.boolean(),
        lookedAfter: z.boolean(),
      }),
    ),
  }),
  reply: z.object({
    price: priceShape,
    /** R10, R11: what to know about its days. It stops nothing. */
    advice: z.optional(z.array(z.string())),
    /** R30: why the basis that was named is not true of this provider, and what would hold. */
    whyNotBasis: z.optional(z.string()),
    /** The competition in which the price was quoted. */
    enquiryRef: z.optional(z.string()),
    /** The block purchase at whose price it is. */
    blockRef: z.optional(z.string()),
    /** Row 54: the buyer's own block purchases of this service with units left. */
    blocks: z.optional(
      z.array(
        z.object({
          ref: z.string(),
          units: z.number(),
          unit: z.enum(rateUnits),
          unitPrice: penceShape,
          usableFrom: localDateShape,
          usableTo: localDateShape,
        }),
      ),
    ),
    steps: z.array(z.object({ kind: z.enum(['buyer', 'council']), approvers: z.array(z.string()) })),
    /** The buyer's own budgets that it would draw on, for each year that has one. In pence ex VAT. */
    budgets: z.optional(z.array(z.object({ year: z.string(), allocated: penceShape, taken: penceShape, wanted: penceShape }))),
    missing: z.array(z.object({ kind: z.enum(['buyer', 'council']), sentence: z.string(), fallbackName: z.optional(z.string()) })),
  }),
});
export type QuoteReply = Told<z.infer<typeof quoteCallOff.reply>>;

const stepShape = z.object({
  kind: z.enum(['buyer', 'council']),
  state: z.enum(['waiting', 'open', 'closed', 'decided']),
  approvers: z.array(z.string()),
  verdict: z.optional(z.enum(verdicts)),
  by: z.optional(z.string()),
  at: z.optional(z.string()),
  channel: z.optional(z.enum(decisionChannels)),
  comment: z.optional(z.string()),
});

/**
 * One call-off in full. `request` with its flags is for the requester only; everybody else sees what the decision needs.
 * `may` names what this caller can do now, `undoUntil` until when a withdrawal can be undone. `delivery` says to whom a card could not be
 * delivered.
 */
export const callOffReply = z.object({
  ...callOffSummary.shape,
  version: z.int(),
  round: z.int(),
  openStep: z.int(),
  price: priceShape,
  /** R10, R11: what was said of its days when it was sent. */
  advice: z.optional(z.array(z.string())),
  payer: z.enum(payers),
  arrangedBy: z.enum(arrangers),
  billTo: z.string(),
  costCode: z.optional(z.string()),
  basis: z.optional(z.enum(directAwardBases)),
  /** R30: how the basis of a direct award was proved, in lines to read. */
  awardEvidence: z.optional(z.array(z.string())),
  /** The block purchase through which it is paid. */
  blockRef: z.optional(refShape),
  /** The competition in which the provider was chosen. */
  enquiryRef: z.optional(refShape),
  objectives: z.optional(z.string()),
  /** R8: the pupil is directed off site. Told to everybody who may see the request: whoever approves answers for the direction. */
  offSiteDirection: z.optional(z.boolean()),
  steps: z.array(stepShape),
  order: z.optional(
    z.object({
      number: z.string(),
      madeAt: z.string(),
      state: z.enum(orderStates),
      answeredAt: z.optional(z.string()),
      declineReason: z.optional(z.string()),
    }),
  ),
  /** How the live order stands towards a hold on its provider, the fixed words about it, and what this caller can answer. */
  hold: z.optional(
    z.object({
      state: z.enum(orderHoldStates),
      notice: z.optional(z.string()),
      answerBy: z.optional(z.string()),
      answeredBy: z.optional(z.string()),
      answeredAt: z.optional(z.string()),
      reason: z.optional(z.string()),
      may: z.array(z.enum(holdAnswers)),
    }),
  ),
  /** Set while the request waits and its provider takes no orders: the fixed words about it, and the search of the directory that finds others. */
  providerPaused: z.optional(z.object({ sentence: z.string(), search: z.string() })),
  attention: z.array(z.object({ reason: z.enum(attentionReasons), since: z.string(), detail: z.optional(z.string()) })),
  history: z.array(
    z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()), folded: z.optional(z.int()) }),
  ),
  delivery: z.array(
    z.object({
      name: z.string(),
      card: z.enum(['sent', 'waiting', 'not-delivered', 'not-sent']),
      mail: z.enum(['sent', 'waiting', 'not-sent']),
      sentence: z.optional(z.string()),
    }),
  ),
  may: z.array(z.enum(['decide', 'withdraw', 'undo-withdrawal', 'change', 'answer', 'send-order', 'settle-messages'])),
  undoUntil: z.optional(z.string()),
  /** Only for whoever may have the approvers reminded: the first day on which they can. */
  remindFrom: z.optional(localDateShape),
  request: z.optional(callOffRequestShape),
});
export type CallOffReply = Told<z.infer<typeof callOffReply>>;

const byRef = z.object({ ref: refShape });

/** Makes the call-off. The Idempotency-Key is the draft's id: the same request sent twice makes one. */
export const submitCallOff = endpoint({
  name: 'submitCallOff',
  summary: 'Send a request for approval',
  method: 'POST',
  path: '/call-offs',
  roles: ['requester'],
  idempotent: true,
  parks: true,
  body: z.strictObject({ request: callOffRequestShape, shownGross: penceShape }),
  reply: callOffReply,
  success: 201,
});

export const resubmitCallOff = endpoint({
  name: 'resubmitCallOff',
  summary: 'Send a changed request for approval again',
  method: 'POST',
  path: '/call-offs/{ref}/resubmit',
  roles: ['requester'],
  idempotent: true,
  parks: true,
  params: byRef,
  body: z.strictObject({ request: callOffRequestShape, shownGross: penceShape }),
  reply: callOffReply,
});

export const getCallOff = endpoint({
  name: 'getCallOff',
  summary: 'One call-off',
  method: 'GET',
  path: '/call-offs/{ref}',
  roles: ['signed-in'],
  openToWebPart: true,
  params: byRef,
  reply: callOffReply,
});

/** The decision on the signed-in page: the full equal of the card. */
export const decideApproval = endpoint({
  name: 'decideApproval',
  summary: 'Approve, reject or ask for changes',
  method: 'POST',
  path: '/call-offs/{ref}/decision',
  roles: ['signed-in'],
  idempotent: true,
  parks: true,
  params: byRef,
  body: z.strictObject({
    verdict: z.enum(verdicts),
    comment: z.optional(paragraphShape),
    seen: z.strictObject({ round: z.int(), step: z.int() }),
  }),
  reply: callOffReply,
});

export const withdrawCallOff = endpoint({
  name: 'withdrawCallOff',
  summary: 'Withdraw my request',
  method: 'POST',
  path: '/call-offs/{ref}/withdraw',
  roles: ['requester'],
  idempotent: true,
  params: byRef,
  reply: callOffReply,
});

/** Takes a withdrawal back, soon after it: the request waits again where it waited before. */
export const undoWithdrawal = endpoint({
  name: 'undoWithdrawal',
  summary: 'Undo the withdrawal of my request',
  method: 'POST',
  path: '/call-offs/{ref}/undo-withdrawal',
  roles: ['requester'],
  idempotent: true,
  params: byRef,
  reply: callOffReply,
});

/** Reminds those whose decision a request waits for. Not before they had a whole working day, and once a working day from then on. */
export const remindApprover = endpoint({
  name: 'remindApprover',
  summary: 'Remind the approvers of a request',
  method: 'POST',
  path: '/call-offs/{ref}/reminder',
  roles: ['requester'],
  idempotent: true,
  params: byRef,
  reply: callOffReply,
});

/** The provider's answer, recorded by the school or a commissioner. */
export const answerOrder = endpoint({
  name: 'answerOrder',
  summary: "Record the provider's answer",
  method: 'POST',
  path: '/call-offs/{ref}/provider-answer',
  roles: ['requester', 'commissioner'],
  idempotent: true,
  params: byRef,
  body: z.strictObject({ answer: z.enum(providerAnswers), reason: z.optional(paragraphShape) }),
  reply: callOffReply,
});

/** The school's answer about a live order whose provider was held. To go on needs a reason; the first word need not be the last. */
export const answerOrderHold = endpoint({
  name: 'answerOrderHold',
  summary: 'Decide what happens to an order whose provider is paused: go on, pause, end, or take it up again',
  method: 'POST',
  path: '/call-offs/{ref}/hold-answer',
  roles: ['requester', 'approver', 'contact'],
  idempotent: true,
  params: byRef,
  body: z.strictObject({ answer: z.enum(holdAnswers), reason: z.optional(paragraphShape) }),
  reply: callOffReply,
});

/** Sends an order that was held because its provider was not active or lacked a check. What held it is looked at again. */
export const sendHeldOrder = endpoint({
  name: 'sendHeldOrder',
  summary: 'Send an order that was held',
  method: 'POST',
  path: '/call-offs/{ref}/send-order',
  roles: ['commissioner'],
  idempotent: true,
  params: byRef,
  reply: callOffReply,
});

/** Takes the mark off a request of which a message could not be sent, when those whom it was for have been told. */
export const settleMessages = endpoint({
  name: 'settleMessages',
  summary: 'Say that unsent messages were dealt with',
  method: 'POST',
  path: '/call-offs/{ref}/settle-messages',
  roles: ['commissioner'],
  idempotent: true,
  params: byRef,
  reply: callOffReply,
});
