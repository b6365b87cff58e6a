import * as z from 'zod/mini';
import { type SettingType, settingTypes } from '../domain/census/ap-placement.ts';
import { arrangers, payers } from '../domain/money/payer.ts';
import { livePlacementStates } from '../domain/placements/placement.ts';
import { ageBands, endBands, reviewStands, timeBands } from '../domain/placements/watch.ts';
import { endpoint, type Told } from './endpoint.ts';
import { fileShape } from './file-shape.ts';
import { localDateShape, refShape } from './values.ts';

/** As `Placement` of the domain says what each is. */
const placement = z.object({
  ref: z.string(),
  orderNumber: z.string(),
  state: z.enum(livePlacementStates),
  held: z.boolean(),
  buyerName: z.string(),
  providerName: z.string(),
  registeredSchool: z.optional(z.boolean()),
  serviceName: z.string(),
  lotName: z.string(),
  arrangedBy: z.enum(arrangers),
  payer: z.enum(payers),
  pupilRef: z.string(),
  hoursPerWeek: z.number(),
  sessionsPerWeek: z.number(),
  startsOn: localDateShape,
  endsOn: localDateShape,
  reviewDueOn: z.optional(localDateShape),
  reviewOverdue: z.boolean(),
  lastReviewOn: z.optional(localDateShape),
});

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

const nameShape = z.string().check(z.maxLength(200));

export const getPlacementsFile = endpoint({
  name: 'getPlacementsFile',
  summary: 'The same as a workbook, narrowed as the page is',
  method: 'GET',
  path: '/placements/workbook',
  roles: ['requester', 'approver', 'contact', 'commissioner'],
  /** Each may be left out. */
  query: z.object({
    words: z.optional(nameShape),
    buyer: z.optional(nameShape),
    lot: z.optional(nameShape),
    payer: z.optional(z.enum(payers)),
    stands: z.optional(nameShape),
    age: z.optional(z.enum(ageBands)),
    end: z.optional(z.enum(endBands)),
    review: z.optional(z.enum(reviewStands)),
    time: z.optional(z.enum(timeBands)),
    registered: z.optional(nameShape),
  }),
  reply: fileShape,
});

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
        over: z.boolean(),
        toComplete: z.array(z.string()),
      }),
    ),
    /** What to look at before the placements are returned. */
    checks: z.array(z.object({ about: z.string(), sentence: z.string() })),
    /** Orders that were to start by the last day, without a recorded start. */
    notStarted: z.array(z.string()),
  }),
});

export const getCensusFile = endpoint({
  name: 'getCensusFile',
  summary: 'The same as a workbook: the placements, what is to do, and the codes',
  method: 'GET',
  path: '/buyers/{buyerRef}/census-placements/workbook',
  roles: ['requester', 'approver', 'contact'],
  params: z.object({ buyerRef: refShape }),
  query: z.object({ from: localDateShape, to: localDateShape }),
  reply: fileShape,
});
