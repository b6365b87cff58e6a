import * as z from 'zod/mini';
import { packageKinds } from '../domain/open-data/package-kind.ts';
import { frameworkStatuses } from '../domain/register/framework.ts';
import { endpoint, type Told } from './endpoint.ts';
import { fileShape } from './file-shape.ts';
import { refShape } from './values.ts';

const openFramework = z.object({
  ref: z.string(),
  name: z.string(),
  status: z.enum(frameworkStatuses),
  lots: z.int(),
  /** Of the framework's own process and of each group of call-offs. Nought: nothing of it is public yet. */
  releases: z.int(),
  /** Of one lot to one provider. */
  awards: z.int(),
  /** Sums of call-offs that are told, and that are withheld because they are of few pupils or buyers. */
  told: z.int(),
  withheld: z.int(),
  /** Financial years of which call-offs are told once they are over. */
  running: z.array(z.string()),
});
export type OpenFramework = Told<z.infer<typeof openFramework>>;

/** What the packages of each framework would hold; nothing of it where the setting is missing. */
export const listOpenData = endpoint({
  name: 'listOpenData',
  summary: 'What the open data of each framework holds, and whether the council has a prefix of its own to publish it under',
  method: 'GET',
  path: '/open-data',
  roles: ['commissioner'],
  reply: z.object({
    /** 'sample': the prefix of the standard's own examples, not to be published. */
    prefix: z.enum(['missing', 'sample', 'registered']),
    /** From how many pupils and buyers on the sum of a group is told. */
    fewest: z.optional(z.object({ pupils: z.int(), buyers: z.int() })),
    frameworks: z.array(openFramework),
  }),
});
export type OpenDataReply = Told<z.infer<(typeof listOpenData)['reply']>>;

export const getOpenDataFile = endpoint({
  name: 'getOpenDataFile',
  summary:
    'A framework, its awards and the sums of its call-offs as an OCDS 1.1 release or record package: no buyer, no pupil, no sum of few',
  method: 'GET',
  path: '/open-data/{ref}/{kind}',
  roles: ['commissioner'],
  params: z.strictObject({ ref: refShape, kind: z.enum(packageKinds) }),
  reply: fileShape,
});

export const openDataApi = { listOpenData, getOpenDataFile } as const;
