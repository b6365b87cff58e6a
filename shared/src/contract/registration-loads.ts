import * as z from 'zod/mini';
import { loadStandings } from '../domain/quality/registration-load.ts';
import { endpoint } from './endpoint.ts';
import { localDateShape } from './values.ts';

export const listRegistrationLoads = endpoint({
  name: 'listRegistrationLoads',
  summary: 'Providers that come near the number of pupils at which they must register as a school, by the orders made here',
  method: 'GET',
  path: '/registration-loads',
  roles: ['commissioner'],
  reply: z.object({
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
      }),
    ),
  }),
});
