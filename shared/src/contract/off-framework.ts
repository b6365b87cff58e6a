import * as z from 'zod/mini';
import { offFrameworkReasons, offFrameworkStatuses } from '../domain/off-framework/off-framework-purchase.ts';
import { endpoint, type Told } from './endpoint.ts';
import { fileShape } from './file-shape.ts';
import { lineShape, localDateShape, paragraphShape, penceShape, refShape } from './values.ts';

const buyerStaff = ['requester', 'approver', 'contact'] as const;
const monthShape = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Choose a month'));

const purchaseShape = z.strictObject({
  /** Left out where it fits no lot. */
  lotKey: z.optional(refShape),
  bought: lineShape,
  providerName: lineShape,
  /** Ex VAT, over all its months. */
  net: penceShape,
  from: monthShape,
  to: monthShape,
  reason: z.enum(offFrameworkReasons),
  because: z.optional(paragraphShape),
});
export type OffFrameworkBody = Told<z.infer<typeof purchaseShape>>;

/** What can be done with a declaration by its buyer. */
export const offFrameworkActs = ['correct-purchase', 'withdraw-purchase'] as const;

const reply = z.object({
  ref: z.string(),
  status: z.enum(offFrameworkStatuses),
  version: z.int(),
  buyerRef: z.string(),
  buyerName: z.string(),
  lotKey: z.optional(z.string()),
  lotName: z.optional(z.string()),
  bought: z.string(),
  providerName: z.string(),
  net: penceShape,
  from: z.string(),
  to: z.string(),
  reason: z.enum(offFrameworkReasons),
  because: z.optional(z.string()),
  withdrawnBecause: z.optional(z.string()),
});
export const offFrameworkReply = z.extend(reply, {
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) })),
  may: z.array(z.enum(offFrameworkActs)),
});
export type OffFrameworkReply = Told<z.infer<typeof offFrameworkReply>>;

export const listOffFramework = endpoint({
  name: 'listOffFramework',
  summary:
    "What the caller's own schools and departments declared that they bought outside the framework, and for which of them it can be declared (row 71)",
  method: 'GET',
  path: '/off-framework',
  roles: buyerStaff,
  reply: z.object({
    today: localDateShape,
    /** The schools and departments for which the caller can declare. */
    buyers: z.array(z.object({ ref: z.string(), name: z.string() })),
    lots: z.array(z.object({ key: z.string(), name: z.string() })),
    purchases: z.array(offFrameworkReply),
  }),
});

export const declareOffFramework = endpoint({
  name: 'declareOffFramework',
  summary: 'Declare what a school or department bought outside the framework (row 71)',
  method: 'POST',
  path: '/off-framework',
  roles: buyerStaff,
  idempotent: true,
  success: 201,
  body: z.strictObject({ buyerRef: refShape, purchase: purchaseShape }),
  reply: offFrameworkReply,
});

/** `seen`: the version that whoever acts has read; another one is refused. */
const seen = z.int();

export const actOnOffFramework = endpoint({
  name: 'actOnOffFramework',
  summary: 'Correct or withdraw what was declared; what it said before stays in its history (row 71)',
  method: 'POST',
  path: '/off-framework/{ref}/acts',
  roles: buyerStaff,
  idempotent: true,
  params: z.object({ ref: refShape }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('correct-purchase'), seen, purchase: purchaseShape }),
    z.strictObject({ kind: z.literal('withdraw-purchase'), seen, reason: paragraphShape }),
  ]),
  reply: offFrameworkReply,
});

/** Operations of those who declare. */
export const offFrameworkApi = { listOffFramework, declareOffFramework, actOnOffFramework } as const;

const days = { from: z.optional(localDateShape), to: z.optional(localDateShape) };

/** A declaration as commissioners read it: not who made it, and how much of it falls into the months that are looked at. */
export const declaredReply = z.extend(reply, { within: penceShape });
export type DeclaredReply = Told<z.infer<typeof declaredReply>>;

export const listDeclaredPurchases = endpoint({
  name: 'listDeclaredPurchases',
  summary:
    'What schools and departments declared that they bought outside the framework in the months of these days, the last months first (row 71)',
  method: 'GET',
  path: '/declared-purchases',
  roles: ['commissioner'],
  /** Ninety days to today, where they are left out; whole months are looked at. */
  query: z.object(days),
  reply: z.object({ from: localDateShape, to: localDateShape, purchases: z.array(declaredReply) }),
});

export const getDeclaredFile = endpoint({
  name: 'getDeclaredFile',
  summary: 'The same as a workbook',
  method: 'GET',
  path: '/declared-purchases/workbook',
  roles: ['commissioner'],
  /** Each of buyer, lot and reason may be left out; the lot 'none' is of what fits none. */
  query: z.object({ ...days, buyer: z.optional(refShape), lot: z.optional(refShape), reason: z.optional(z.enum(offFrameworkReasons)) }),
  reply: fileShape,
});

/** Operations of commissioners. Apart, so that nobody else's browser loads their shapes. */
export const declaredPurchasesApi = { listDeclaredPurchases, getDeclaredFile } as const;
