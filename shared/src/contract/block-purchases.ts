import * as z from 'zod/mini';
import { schoolBlockCommands } from '../domain/block-purchases/block-acts.ts';
import { blockKinds } from '../domain/block-purchases/block-purchase.ts';
import { blockViewShape, planShape, unitsShape } from './block-shapes.ts';
import { endpoint, type Told } from './endpoint.ts';
import { paragraphShape, penceShape, refShape } from './values.ts';

/** For which buyer it is shown; absent for a commissioner. `may`: what this caller can do for that buyer now. */
export const blockReply = z.object({
  buyerRef: z.optional(refShape),
  serviceName: z.string(),
  providerName: z.string(),
  names: z.readonly(z.array(z.object({ ref: refShape, name: z.string() }))),
  purchase: blockViewShape,
  /** Whether the closing time has passed, also where the price has not been worked out yet. */
  pledgesClosed: z.boolean(),
  may: z.readonly(z.array(z.enum(schoolBlockCommands))),
});
export type BlockReply = Told<z.infer<typeof blockReply>>;

export const listBlocks = endpoint({
  name: 'listBlocks',
  summary: 'Block purchases that my buyers may join or take part in',
  method: 'GET',
  path: '/block-purchases',
  roles: ['requester', 'approver', 'contact', 'commissioner'],
  reply: z.object({ blocks: z.array(blockReply) }),
});

export const getBlock = endpoint({
  name: 'getBlock',
  summary: 'One block purchase as one of my buyers sees it',
  method: 'GET',
  path: '/block-purchases/{ref}',
  roles: ['requester', 'approver', 'contact', 'commissioner'],
  params: z.object({ ref: refShape }),
  query: z.object({ buyer: z.optional(refShape) }),
  reply: blockReply,
});

export const draftBlock = endpoint({
  name: 'draftBlock',
  summary: 'Draft a block purchase of one service, alone or for several buyers',
  method: 'POST',
  path: '/block-purchases',
  roles: ['requester'],
  idempotent: true,
  parks: true,
  body: z.strictObject({ purchase: z.enum(blockKinds), leadBuyerRef: refShape, serviceRef: refShape, plan: planShape }),
  reply: blockReply,
});

const ofPledge = { buyerRef: refShape, round: z.int() };
const ofTransfer = { transfer: z.int() };

/** Everything that people do with a block purchase. Closing is the clock's alone. */
export const commandBlock = endpoint({
  name: 'commandBlock',
  summary: 'Open, pledge, approve, withdraw, cancel, or transfer units',
  method: 'POST',
  path: '/block-purchases/{ref}',
  roles: ['requester', 'approver', 'commissioner'],
  idempotent: true,
  parks: true,
  params: z.object({ ref: refShape }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('amend-block'), plan: planShape }),
    z.strictObject({ kind: z.literal('open-block') }),
    z.strictObject({ kind: z.literal('pledge'), buyerRef: refShape, units: unitsShape, cap: penceShape }),
    z.strictObject({ kind: z.literal('approve-pledge'), ...ofPledge }),
    z.strictObject({ kind: z.literal('refuse-pledge'), ...ofPledge, reason: paragraphShape }),
    z.strictObject({ kind: z.literal('withdraw-pledge'), buyerRef: refShape }),
    z.strictObject({ kind: z.literal('cancel-block'), reason: paragraphShape }),
    z.strictObject({ kind: z.literal('stop-offer'), reason: paragraphShape }),
    z.strictObject({ kind: z.literal('offer-transfer'), giver: refShape, taker: refShape, units: unitsShape }),
    z.strictObject({ kind: z.literal('accept-transfer'), ...ofTransfer }),
    z.strictObject({ kind: z.literal('refuse-transfer'), ...ofTransfer }),
    z.strictObject({ kind: z.literal('withdraw-transfer'), ...ofTransfer }),
  ]),
  reply: blockReply,
});
