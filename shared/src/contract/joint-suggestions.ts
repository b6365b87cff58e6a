import * as z from 'zod/mini';
import { rateUnits } from '../domain/money/rate-card.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape } from './values.ts';

/** A service in which it could be bought: it has volume prices. */
const serviceShape = z.object({
  serviceRef: z.string(),
  name: z.string(),
  providerName: z.string(),
  unit: z.enum(rateUnits),
  /** What the requests ask for in this unit, whole; nought where they are in others. */
  units: z.int(),
});

export const jointSuggestionReply = z.object({
  key: z.string(),
  lotName: z.string(),
  requests: z.int(),
  schools: z.int(),
  /** An outcode, and within how many miles of it all lie. Of a school its own. */
  around: z.string(),
  miles: z.int(),
  /** In which months they start, 'YYYY-MM'. */
  startsFrom: z.string(),
  startsTo: z.string(),
  /** The first day of the first of these months, and the last of the month in which the last request ends. */
  from: localDateShape,
  to: localDateShape,
  /** Of a school: which of its own it is about, and how many of the requests are its own. */
  own: z.optional(z.object({ buyerRef: z.string(), buyerName: z.string(), requests: z.int() })),
  /** Of a commissioner: the schools and departments that ask. */
  names: z.optional(z.array(z.string())),
  services: z.array(serviceShape),
});
export type JointSuggestionReply = Told<z.infer<typeof jointSuggestionReply>>;

export const listJointSuggestions = endpoint({
  name: 'listJointSuggestions',
  summary:
    'Similar open requests that could be bought together: for commissioners all, for a school those that its own are among, where no other school can be told from them',
  method: 'GET',
  path: '/joint-suggestions',
  roles: ['requester', 'commissioner'],
  reply: z.object({ suggestions: z.array(jointSuggestionReply) }),
});

/** Apart from other operations of block purchases, so that only whoever is shown suggestions loads their shapes. */
export const jointSuggestionsApi = { listJointSuggestions } as const;
