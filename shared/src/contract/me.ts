import * as z from 'zod/mini';
import { phases } from '../domain/buyer.ts';
import { buyerTypes } from '../domain/buyer-type.ts';
import { memberRoles, membershipStatuses } from '../domain/membership.ts';
import { payers } from '../domain/payer.ts';
import { endpoint } from './endpoint.ts';
import { personShape, refShape } from './values.ts';

/** A buyer as its own people see it. */
export const buyerShape = z.object({
  ref: z.string(),
  name: z.string(),
  type: z.enum(buyerTypes),
  phase: z.enum(phases),
  outcode: z.optional(z.string()),
  legalBuyer: z.optional(z.string()),
  invoiceAddress: z.optional(z.string()),
});
export type BuyerReply = z.infer<typeof buyerShape>;

export const membershipShape = z.object({
  buyer: buyerShape,
  roles: z.array(z.enum(memberRoles)),
  status: z.enum(membershipStatuses),
  /** Why this buyer may not buy at present, in a sentence; absent when it may. */
  whyNotBuy: z.optional(z.string()),
  payers: z.array(z.enum(payers)),
});
export type MembershipReply = z.infer<typeof membershipShape>;

/** Who is signed in and what they may do: the first call of every screen. */
export const getMe = endpoint({
  name: 'getMe',
  summary: 'Who I am and which buyers I act for',
  method: 'GET',
  path: '/me',
  roles: ['signed-in'],
  openToWebPart: true,
  reply: z.object({ person: personShape, memberships: z.array(membershipShape), commissioner: z.boolean() }),
});

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
export type MemberReply = z.infer<typeof memberShape>;

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
