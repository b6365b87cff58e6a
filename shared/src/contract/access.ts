import * as z from 'zod/mini';
import { memberRoles, membershipStatuses } from '../domain/people/membership.ts';
import { endpoint, type Told } from './endpoint.ts';
import { personShape, refShape } from './values.ts';

/** Buyers whose people sign in from the caller's tenant: what a newcomer may ask to join. */
export const findBuyers = endpoint({
  name: 'findBuyers',
  summary: 'Buyers that I may ask to join',
  method: 'GET',
  path: '/buyers',
  roles: ['signed-in'],
  openToWebPart: true,
  query: z.object({ text: z.optional(z.string().check(z.maxLength(100))) }),
  reply: z.object({ buyers: z.array(z.object({ ref: z.string(), name: z.string(), hasContact: z.boolean() })), total: z.int() }),
});

export const askForAccess = endpoint({
  name: 'askForAccess',
  summary: "Ask a buyer's contact for access",
  method: 'POST',
  path: '/buyers/{buyerRef}/access-requests',
  roles: ['signed-in'],
  idempotent: true,
  params: z.object({ buyerRef: refShape }),
  reply: z.object({ status: z.enum(membershipStatuses), contactNames: z.array(z.string()) }),
});

const memberShape = z.object({ person: personShape, roles: z.array(z.enum(memberRoles)), status: z.enum(membershipStatuses) });
export type MemberReply = Told<z.infer<typeof memberShape>>;

/** Members of one buyer, for its contact or a commissioner. */
export const listMembers = endpoint({
  name: 'listMembers',
  summary: 'Members of a buyer',
  method: 'GET',
  path: '/buyers/{buyerRef}/members',
  roles: ['contact', 'commissioner'],
  params: z.object({ buyerRef: refShape }),
  reply: z.object({ members: z.array(memberShape) }),
});

/** A contact lets a person raise requests, or ends their access. Approvers and contacts are appointed by a commissioner in the list. */
export const changeMember = endpoint({
  name: 'changeMember',
  summary: 'Grant or end access',
  method: 'POST',
  path: '/buyers/{buyerRef}/members/change',
  roles: ['contact', 'commissioner'],
  idempotent: true,
  params: z.object({ buyerRef: refShape }),
  body: z.object({ tenantId: z.guid(), objectId: z.guid(), change: z.enum(['grant', 'remove']) }),
  reply: memberShape,
});
