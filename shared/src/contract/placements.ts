import * as z from 'zod/mini';
import { type SettingType, settingTypes } from '../domain/census/ap-placement.ts';
import { arrangers } from '../domain/money/payer.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

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
export type Placement = Told<z.infer<typeof placement>>;

/** Row 72: the council oversees every placement, also those that schools buy. A school reads its own. */
export const listPlacements = endpoint({
  name: 'listPlacements',
  summary: "Placements that are to start, run or are about to end: of the caller's own schools; of every buyer for a commissioner",
  method: 'GET',
  path: '/placements',
  roles: ['requester', 'approver', 'contact', 'commissioner'],
  reply: z.object({ today: localDateShape, rows: z.array(placement) }),
});
export type PlacementsReply = Told<z.infer<(typeof listPlacements)['reply']>>;

/** R26: by whoever works for the school that commissioned the placements. */
export const listCensusPlacements = endpoint({
  name: 'listCensusPlacements',
  summary: 'The placements that a school returns in its census for a period, and what it has to complete itself (R26)',
  method: 'GET',
  path: '/buyers/{buyerRef}/census-placements',
  roles: ['requester', 'approver', 'contact'],
  params: z.object({ buyerRef: refShape }),
  query: z.object({ from: localDateShape, to: localDateShape }),
  reply: z.object({
    rows: z.array(
      z.object({
        ref: z.string(),
        orderNumber: z.string(),
        pupilRef: z.string(),
        providerName: z.string(),
        urn: z.string(),
        ukprn: z.string(),
        settingType: z.enum(['', ...(Object.keys(settingTypes) as SettingType[])]),
        startDate: localDateShape,
        endDate: localDateShape,
        attendancePattern: z.enum(['F', 'P']),
        sessionsPerWeek: z.number(),
        toComplete: z.array(z.string()),
      }),
    ),
  }),
});
