import * as z from 'zod/mini';
import { rateUnits } from '../domain/money/rate-card.ts';
import { priceBookStatuses } from '../domain/tenders/prices/price-book.ts';
import { priceSteps } from '../domain/tenders/prices/price-steps.ts';
import { endpoint, type Told } from './endpoint.ts';
import { longRefShape } from './evaluation.ts';
import { localDateShape, paragraphShape, penceShape, volumeBandsShape } from './values.ts';

const periodShape = z.strictObject({ from: localDateShape, to: localDateShape });
const priceLineShape = z.strictObject({
  serviceRef: longRefShape,
  lotKey: longRefShape,
  unit: z.enum(rateUnits),
  group: z.optional(z.strictObject({ from: z.int(), to: z.int() })),
  price: penceShape,
  volumeBands: z.optional(volumeBandsShape),
});

const bookLineShape = z.extend(priceLineShape, {
  ref: z.string(),
  /** By the list of services; absent where the service is not entered yet. */
  serviceName: z.optional(z.string()),
  from: localDateShape,
  to: localDateShape,
  state: z.enum(['reserved', 'approved']),
});

export const priceBookReply = z.object({
  ref: z.string(),
  providerRef: z.string(),
  providerName: z.string(),
  frameworkRef: z.string(),
  status: z.enum(priceBookStatuses),
  periods: z.array(periodShape),
  lines: z.array(bookLineShape),
  /** What a review would price if it were opened now; absent where the framework ends with the newest period. */
  nextPeriod: z.optional(periodShape),
  review: z.optional(
    z.object({
      period: periodShape,
      reason: z.string(),
      proposed: z.array(priceLineShape),
      /** Names of those who proposed: none of them approves. */
      proposedBy: z.array(z.string()),
    }),
  ),
  /** What the viewer may do now. */
  may: z.array(z.enum(priceSteps)),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) })),
});
export type PriceBookReply = Told<z.infer<typeof priceBookReply>>;

const bookParams = z.strictObject({ frameworkRef: longRefShape, providerRef: longRefShape });
const path = '/frameworks/{frameworkRef}/providers/{providerRef}/prices' as const;

export const listPriceBooks = endpoint({
  name: 'listPriceBooks',
  summary: 'The price books of a provider: one under each framework that awarded it anything',
  method: 'GET',
  path: '/providers/{providerRef}/prices',
  roles: ['commissioner'],
  params: z.strictObject({ providerRef: longRefShape }),
  reply: z.object({
    providerName: z.string(),
    books: z.array(z.object({ frameworkRef: z.string(), status: z.enum(priceBookStatuses), fixedUntil: localDateShape, prices: z.int() })),
  }),
});

export const getPriceBook = endpoint({
  name: 'getPriceBook',
  summary: 'Every price of a provider under a framework, with the days for which each is fixed',
  method: 'GET',
  path,
  roles: ['commissioner'],
  params: bookParams,
  reply: priceBookReply,
});

export const openPriceReview = endpoint({
  name: 'openPriceReview',
  summary: 'Opens a price review for the period that follows; a change inside a period is refused',
  method: 'POST',
  path: `${path}/review`,
  roles: ['commissioner'],
  idempotent: true,
  params: bookParams,
  body: z.strictObject({ period: periodShape, reason: paragraphShape }),
  reply: priceBookReply,
});

export const proposePrices = endpoint({
  name: 'proposePrices',
  summary: 'Proposes prices in an open review; what is not proposed goes on at its present price',
  method: 'POST',
  path: `${path}/review/proposal`,
  roles: ['commissioner'],
  idempotent: true,
  params: bookParams,
  body: z.strictObject({ lines: z.array(priceLineShape).check(z.maxLength(200)) }),
  reply: priceBookReply,
});

export const approvePriceReview = endpoint({
  name: 'approvePriceReview',
  summary: 'Approves a price review, by somebody who proposed none of its prices',
  method: 'POST',
  path: `${path}/review/approval`,
  roles: ['commissioner'],
  idempotent: true,
  params: bookParams,
  reply: priceBookReply,
});

export const abandonPriceReview = endpoint({
  name: 'abandonPriceReview',
  summary: 'Ends a price review without new prices, with a reason',
  method: 'POST',
  path: `${path}/review/abandonment`,
  roles: ['commissioner'],
  idempotent: true,
  params: bookParams,
  body: z.strictObject({ reason: paragraphShape }),
  reply: priceBookReply,
});
