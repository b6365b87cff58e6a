import * as z from 'zod/mini';
import { ownCheckKeys } from '../domain/quality/own-check.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

export const ownCheckRoles = ['requester', 'approver', 'contact'] as const;

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
export const ownCheckShape = z.object({
  buyerRef: z.string(),
  buyerName: z.string(),
  department: z.boolean(),
  check: z.optional(check),
});
export type OwnCheckReply = Told<z.infer<typeof ownCheckShape>>;

/** Each of the caller's own schools and departments, and no other's. */
export const getOwnChecks = endpoint({
  name: 'getOwnChecks',
  summary: "What the caller's own schools recorded of their checks of a provider (R1, R2)",
  method: 'GET',
  path: '/own-checks/{providerRef}',
  roles: ownCheckRoles,
  params: z.object({ providerRef: refShape }),
  reply: z.object({ schools: z.array(ownCheckShape) }),
});
