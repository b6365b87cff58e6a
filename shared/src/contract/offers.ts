import * as z from 'zod/mini';
import { schoolWeekdays, sessionChoices } from '../domain/days/weekly-pattern.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { endpoint, type Told } from './endpoint.ts';
import { linkShape } from './link-shape.ts';
import { lineShape, localDateShape, paragraphShape, penceShape } from './values.ts';

/** How an offer ended; `over`: it was cancelled, or its time ran out. */
export const offerEnds = ['accepted', 'declined', 'over'] as const;

/**
 * An order as its provider sees it before it answers: contract, price, who pays, when, and whom to ring. Nothing about the pupil is among it, not even the
 * school's reference.
 */
export const offerReply = z.object({
  number: z.string(),
  providerName: z.string(),
  buyerName: z.string(),
  frameworkName: z.string(),
  lotName: z.string(),
  serviceName: z.string(),
  startDate: localDateShape,
  endDate: localDateShape,
  pattern: z.object({ days: z.array(z.enum(schoolWeekdays)), sessions: z.enum(sessionChoices), hoursPerDay: z.number() }),
  unit: z.enum(rateUnits),
  unitPrice: penceShape,
  unitsSentence: z.string(),
  net: penceShape,
  vat: penceShape,
  gross: penceShape,
  billTo: z.string(),
  /** The block purchase through which it is paid, and under whose order it is invoiced. */
  blockRef: z.optional(z.string()),
  /** The competition in which it quoted this price. */
  enquiryRef: z.optional(z.string()),
  /** Whom the provider rings or writes to at the school. */
  contact: z.object({ name: z.string(), email: z.string() }),
  teamPhone: z.optional(z.string()),
  answerBy: z.optional(z.string()),
  otherOffer: z.optional(z.string()),
  ended: z.optional(z.enum(offerEnds)),
});
export type OfferReply = Told<z.infer<typeof offerReply>>;

export const viewOffer = endpoint({
  name: 'viewOffer',
  summary: 'What a provider sees by its link: an order that waits for its answer',
  method: 'POST',
  path: '/links/offer/view',
  roles: [],
  body: z.strictObject({ link: linkShape }),
  reply: offerReply,
});

export const answerOffer = endpoint({
  name: 'answerOffer',
  summary: 'A provider accepts an order by its link, declines it with a reason, or says what it can offer instead',
  method: 'POST',
  path: '/links/offer/respond',
  roles: [],
  idempotent: true,
  body: z.strictObject({
    link: linkShape,
    answerer: z.strictObject({ name: lineShape, position: lineShape }),
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('accept') }),
      z.strictObject({ kind: z.literal('decline'), reason: paragraphShape }),
      z.strictObject({ kind: z.literal('other'), text: paragraphShape }),
    ]),
  }),
  reply: offerReply,
});
