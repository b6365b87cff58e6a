import * as z from 'zod/mini';
import { providerStatuses } from '../domain/register/provider.ts';
import { endpoint, type Told } from './endpoint.ts';

const providerFoundShape = z.object({ ref: z.string(), name: z.string(), status: z.enum(providerStatuses), email: z.string() });
export type ProviderFound = Told<z.infer<typeof providerFoundShape>>;

export const findProviders = endpoint({
  name: 'findProviders',
  summary: 'Providers of any status by a part of their name or by their reference; the first 20 by name',
  method: 'GET',
  path: '/providers',
  roles: ['commissioner'],
  query: z.object({ text: z.optional(z.string().check(z.maxLength(100))) }),
  reply: z.object({ providers: z.array(providerFoundShape), total: z.int() }),
});
