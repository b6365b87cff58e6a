import * as z from 'zod/mini';
import { absenceReasons, delegationReasons } from '../domain/approvals/delegation-event.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

const colleagueShape = z.object({ tenantId: z.guid(), objectId: z.guid(), name: z.string() });
const personIdShape = z.strictObject({ tenantId: z.guid(), objectId: z.guid() });
const daysShape = { from: localDateShape, until: localDateShape };

/** Somebody decides for an approver, or did. In the past `until` is the last day on which it held. */
const heldShape = z.object({ delegate: colleagueShape, ...daysShape });

/** An approver whose delegate the caller may name: the caller themself, or a colleague of whose school or department the caller is the contact. */
const approverShape = z.object({
  approver: colleagueShape,
  present: z.optional(heldShape),
  past: z.array(z.extend(heldShape, { namedBy: z.string() })),
  /** Why and by whom the present one was named, where that is known. */
  namedBy: z.optional(z.string()),
  why: z.optional(z.enum(delegationReasons)),
  /** Who can be chosen. */
  colleagues: z.array(colleagueShape),
});
export type StoodInFor = Told<z.infer<typeof approverShape>>;

const placeShape = z.object({
  buyer: z.object({ ref: z.string(), name: z.string() }),
  /** Absent where the caller is no approver. */
  own: z.optional(approverShape),
  /** For whom the caller decides, or will. */
  standsInFor: z.array(z.object({ approver: z.string(), ...daysShape })),
  /** Other approvers, for the contact alone. */
  others: z.array(approverShape),
});
export type DelegationPlace = Told<z.infer<typeof placeShape>>;

/** Who stands in for me, for whom I stand in, and, for the contact of a school or department, for its other approvers: each of the caller's buyers. */
export const listDelegations = endpoint({
  name: 'listDelegations',
  summary: 'Who stands in for whom while approvers are away',
  method: 'GET',
  path: '/delegations',
  roles: ['requester', 'approver', 'contact'],
  reply: z.object({ places: z.array(placeShape) }),
});

/** Names who decides for an approver on these days, both included: for oneself, or as the contact for `approver`. A new delegate replaces the one before. */
export const nameDelegate = endpoint({
  name: 'nameDelegate',
  summary: 'Name who decides for an approver who is away',
  method: 'POST',
  path: '/buyers/{buyerRef}/delegation',
  roles: ['approver', 'contact'],
  idempotent: true,
  params: z.object({ buyerRef: refShape }),
  body: z.strictObject({
    approver: z.optional(personIdShape),
    delegate: personIdShape,
    ...daysShape,
    why: z.enum(absenceReasons),
  }),
  reply: placeShape,
});

/** From now on the approver decides alone again. */
export const endDelegation = endpoint({
  name: 'endDelegation',
  summary: 'End a delegation before its last day',
  method: 'POST',
  path: '/buyers/{buyerRef}/delegation/end',
  roles: ['approver', 'contact'],
  idempotent: true,
  params: z.object({ buyerRef: refShape }),
  body: z.strictObject({ approver: z.optional(personIdShape) }),
  reply: placeShape,
});
