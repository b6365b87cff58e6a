import * as z from 'zod/mini';
import { agesNoted, unmetReasons } from '../domain/insight/unmet-need.ts';
import { deliveryModes, keyStages, needs } from '../domain/register/service.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape } from './values.ts';

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
  searches: z.int(),
});
export type UnmetNeedReply = Told<z.infer<typeof unmetNeedReply>>;

export const listUnmetNeeds = endpoint({
  name: 'listUnmetNeeds',
  summary: 'What schools searched for and did not find: counts by lot, need, ages and area, of no pupil and no person',
  method: 'GET',
  path: '/unmet-needs',
  roles: ['commissioner'],
  /** Ninety days to today, where they are left out. */
  query: z.object({ from: z.optional(localDateShape), to: z.optional(localDateShape) }),
  reply: z.object({ from: localDateShape, to: localDateShape, rows: z.array(unmetNeedReply) }),
});

export const unmetNeedsApi = { listUnmetNeeds } as const;
