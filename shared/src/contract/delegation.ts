import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

const colleagueShape = z.object({ tenantId: z.guid(), objectId: z.guid(), name: z.string() });

/** Who decides for me while I am away, if anybody, and who could: the other members of the same school or department. */
const delegationReply = z.object({
  delegation: z.optional(z.object({ delegate: colleagueShape, from: localDateShape, until: localDateShape })),
  colleagues: z.array(colleagueShape),
});

const byBuyer = z.object({ buyerRef: refShape });

export const getDelegation = endpoint({
  name: 'getDelegation',
  summary: 'Who decides for me while I am away',
  method: 'GET',
  path: '/buyers/{buyerRef}/my-delegation',
  roles: ['approver'],
  params: byBuyer,
  reply: delegationReply,
});

/** Names who decides for me on these days, both included. One at a time: a new one replaces the one before. */
export const nameDelegate = endpoint({
  name: 'nameDelegate',
  summary: 'Name who decides for me while I am away',
  method: 'POST',
  path: '/buyers/{buyerRef}/my-delegation',
  roles: ['approver'],
  idempotent: true,
  params: byBuyer,
  body: z.strictObject({
    delegate: z.strictObject({ tenantId: z.guid(), objectId: z.guid() }),
    from: localDateShape,
    until: localDateShape,
  }),
  reply: delegationReply,
});

export const endDelegation = endpoint({
  name: 'endDelegation',
  summary: 'Decide for myself again',
  method: 'POST',
  path: '/buyers/{buyerRef}/my-delegation/end',
  roles: ['approver'],
  idempotent: true,
  params: byBuyer,
  reply: delegationReply,
});
