import * as z from 'zod/mini';
import { agesNoted, unmetReasons } from '../domain/insight/unmet-need.ts';
import { deliveryModes, keyStages, needs } from '../domain/register/service.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape } from './values.ts';

const positionShape = { lat: z.number(), lon: z.number() };

export const unmetNeedReply = z.object({
  reason: z.enum(unmetReasons),
  /** Names of lots. */
  lots: z.array(z.string()),
  needs: z.array(z.enum(needs)),
  keyStages: z.array(z.enum(keyStages)),
  modes: z.array(z.enum(deliveryModes)),
  ages: z.optional(z.enum(agesNoted)),
  /** What the words of the search mean, by the table of synonyms, as people read it. */
  concepts: z.array(z.string()),
  outcode: z.optional(z.string()),
  within: z.optional(z.int()),
  /** Searches, or requests and enquiries that every provider declined. */
  searches: z.int(),
});
export type UnmetNeedReply = Told<z.infer<typeof unmetNeedReply>>;

export const listUnmetNeeds = endpoint({
  name: 'listUnmetNeeds',
  summary:
    'What schools searched for and did not find, and what every provider declined: counts by lot, need, ages and area, of no pupil and no person',
  method: 'GET',
  path: '/unmet-needs',
  roles: ['commissioner'],
  /** Ninety days to today, where they are left out. */
  query: z.object({ from: z.optional(localDateShape), to: z.optional(localDateShape) }),
  reply: z.object({
    from: localDateShape,
    to: localDateShape,
    rows: z.array(unmetNeedReply),
    /** The centre of each outcode that the rows name and the map knows, with the town that lies in it. */
    places: z.array(z.object({ outcode: z.string(), town: z.optional(z.string()), ...positionShape })),
    /** Other towns between these, so that people know where they are. */
    towns: z.array(z.object({ name: z.string(), ...positionShape })),
  }),
});

export const unmetNeedsApi = { listUnmetNeeds } as const;
