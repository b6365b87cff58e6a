import * as z from 'zod/mini';
import { payers } from '../domain/money/payer.ts';
import { memberRoles, membershipStatuses } from '../domain/people/membership.ts';
import { phases } from '../domain/register/buyer.ts';
import { buyerTypes } from '../domain/register/buyer-type.ts';
import { endpoint, type Told } from './endpoint.ts';
import { personShape } from './values.ts';

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
export type BuyerReply = Told<z.infer<typeof buyerShape>>;

export const membershipShape = z.object({
  buyer: buyerShape,
  roles: z.array(z.enum(memberRoles)),
  status: z.enum(membershipStatuses),
  /** Why this buyer may not buy at present, in a sentence; absent when it may. */
  whyNotBuy: z.optional(z.string()),
  payers: z.array(z.enum(payers)),
});
export type MembershipReply = Told<z.infer<typeof membershipShape>>;

/** Who is signed in and what they may do: the first call of every screen. */
export const getMe = endpoint({
  name: 'getMe',
  summary: 'Who I am and which buyers I act for',
  method: 'GET',
  path: '/me',
  roles: ['signed-in'],
  openToWebPart: true,
  reply: z.object({
    person: personShape,
    memberships: z.array(membershipShape),
    commissioner: z.boolean(),
    /** Parts that the council has switched off (`FeatureName`), so that no link leads to them; absent: none. */
    switchedOff: z.optional(z.array(z.string())),
  }),
});
