import * as z from 'zod/mini';
import { ownCheckKeys } from '../domain/quality/own-check.ts';
import { endpoint } from './endpoint.ts';
import { localDateShape, paragraphShape, refShape } from './values.ts';

const roles = ['requester', 'approver', 'contact'] as const;

const check = z.object({
  checkedOn: localDateShape,
  checkedBy: z.string(),
  headings: z.array(z.enum(ownCheckKeys)),
  note: z.optional(z.string()),
  reviewOn: localDateShape,
  /** Whether the day of the review has passed. */
  overdue: z.boolean(),
});

/** What one school or department recorded of its own check of a provider; without `check` it has recorded none. */
const ownCheck = z.object({
  buyerRef: z.string(),
  buyerName: z.string(),
  department: z.boolean(),
  check: z.optional(check),
});
export type OwnCheckReply = z.infer<typeof ownCheck>;

/** Each of the caller's own schools and departments, and no other's. */
export const getOwnChecks = endpoint({
  name: 'getOwnChecks',
  summary: "What the caller's own schools recorded of their checks of a provider (R1, R2)",
  method: 'GET',
  path: '/own-checks/{providerRef}',
  roles,
  params: z.object({ providerRef: refShape }),
  reply: z.object({ schools: z.array(ownCheck) }),
});

export const recordOwnCheck = endpoint({
  name: 'recordOwnCheck',
  summary: "Records a school's own check of a provider: the last one recorded stands",
  method: 'POST',
  path: '/own-checks/{providerRef}/{buyerRef}',
  roles,
  idempotent: true,
  params: z.object({ providerRef: refShape, buyerRef: refShape }),
  body: z.strictObject({
    checkedOn: localDateShape,
    headings: z.array(z.enum(ownCheckKeys)).check(z.maxLength(ownCheckKeys.length)),
    note: z.optional(paragraphShape),
    reviewOn: localDateShape,
  }),
  reply: ownCheck,
});

/** For commissioners: what every school recorded of one provider. */
export const listOwnChecks = endpoint({
  name: 'listOwnChecks',
  summary: "What schools recorded of their own checks of a provider, beside the council's, for commissioners",
  method: 'GET',
  path: '/quality/providers/{providerRef}/own-checks',
  roles: ['commissioner'],
  params: z.object({ providerRef: refShape }),
  reply: z.object({ schools: z.array(ownCheck) }),
});
