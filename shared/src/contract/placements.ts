import * as z from 'zod/mini';
import { arrangers } from '../domain/payer.ts';
import { endpoint } from './endpoint.ts';
import { localDateShape } from './values.ts';

/** Where an order has a placement that is to start, runs, or is about to end. */
export const livePlacementStates = ['accepted', 'active', 'paused', 'notice-given'] as const;

const placement = z.object({
  ref: z.string(),
  orderNumber: z.string(),
  state: z.enum(livePlacementStates),
  /** Its provider is paused for new orders, and the school has not answered yet, or paused the placement because of it. */
  held: z.boolean(),
  buyerName: z.string(),
  providerName: z.string(),
  serviceName: z.string(),
  lotName: z.string(),
  arrangedBy: z.enum(arrangers),
  /** The school's own reference: all that is known here of who the pupil is. */
  pupilRef: z.string(),
  /** Of the fullest week. */
  hoursPerWeek: z.number(),
  /** The day on which it started; else the day that is planned. */
  startsOn: localDateShape,
  endsOn: localDateShape,
  reviewDueOn: z.optional(localDateShape),
  reviewOverdue: z.boolean(),
  lastReviewOn: z.optional(localDateShape),
});
export type Placement = z.infer<typeof placement>;

/** Row 72: the council oversees every placement, also those that schools buy. A school reads its own. */
export const listPlacements = endpoint({
  name: 'listPlacements',
  summary: "Placements that are to start, run or are about to end: of the caller's own schools; of every buyer for a commissioner",
  method: 'GET',
  path: '/placements',
  roles: ['requester', 'approver', 'contact', 'commissioner'],
  reply: z.object({ today: localDateShape, rows: z.array(placement) }),
});
export type PlacementsReply = z.infer<(typeof listPlacements)['reply']>;
