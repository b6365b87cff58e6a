import * as z from 'zod/mini';
import { passportStates } from '../domain/quality/passport.ts';
import { loadStandings } from '../domain/quality/registration-load.ts';
import { endpoint } from './endpoint.ts';
import { localDateShape } from './values.ts';

/** Counts are for commissioners alone; no reference of a pupil is in them. */
export const listRegistrationLoads = endpoint({
  name: 'listRegistrationLoads',
  summary:
    'Providers that are no registered school: how near each comes, by the orders made here, to the number of pupils at which it must register',
  method: 'GET',
  path: '/registration-loads',
  roles: ['commissioner'],
  reply: z.object({
    /** The numbers of the Settings list. */
    policy: z.object({
      fullTimeAbove: z.number(),
      pupils: z.int(),
      withPlan: z.int(),
      nearHours: z.number(),
      nearPupils: z.int(),
    }),
    /** The row of the Standards list; absent where somebody took it out. */
    rule: z.optional(
      z.object({
        title: z.string(),
        text: z.optional(z.string()),
        source: z.string(),
        edition: z.string(),
        checkedOn: z.optional(localDateShape),
        /** Whether its words must be compared with their source again. */
        toCompare: z.boolean(),
      }),
    ),
    /** The nearest first. */
    providers: z.array(
      z.object({
        providerRef: z.string(),
        providerName: z.string(),
        standing: z.enum(loadStandings),
        /** The heaviest day from today on. */
        on: localDateShape,
        fullTime: z.int(),
        fullTimeWithPlan: z.int(),
        nearFullTime: z.int(),
        nearFullTimeWithPlan: z.int(),
        sentence: z.string(),
        /** What the provider declares from elsewhere: it is among the counts. */
        elsewhere: z.optional(z.object({ pupils: z.int(), withPlan: z.int(), asAt: localDateShape })),
        /** How many a commissioner allows beyond the number today, and until when. */
        allowed: z.optional(z.object({ pupils: z.int(), withPlan: z.int(), until: localDateShape })),
        /** What a commissioner recorded about its registration, by the latest check of it. */
        view: z.object({
          state: z.enum(passportStates),
          by: z.optional(z.string()),
          on: z.optional(localDateShape),
          until: z.optional(localDateShape),
          reason: z.optional(z.string()),
        }),
      }),
    ),
  }),
});
