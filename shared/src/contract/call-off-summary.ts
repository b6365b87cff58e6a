import * as z from 'zod/mini';
import { attentionReasons } from '../domain/call-off/attention.ts';
import { callOffStatuses } from '../domain/call-off/call-off.ts';
import { orderStates } from '../domain/orders/order.ts';
import { orderHoldStates } from '../domain/quality/order-hold.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, penceShape } from './values.ts';

/** One call-off in a list. */
export const callOffSummary = z.object({
  ref: z.string(),
  status: z.enum(callOffStatuses),
  orderNumber: z.optional(z.string()),
  orderState: z.optional(z.enum(orderStates)),
  /** How the live order stands towards a hold on its provider; absent where there is none. */
  holdState: z.optional(z.enum(orderHoldStates)),
  buyerRef: z.string(),
  buyerName: z.string(),
  serviceRef: z.string(),
  serviceName: z.string(),
  providerName: z.string(),
  lotName: z.string(),
  pupilRef: z.string(),
  startDate: localDateShape,
  endDate: localDateShape,
  net: penceShape,
  gross: penceShape,
  requesterName: z.string(),
  submittedAt: z.string(),
  waitingFor: z.array(z.string()),
  waitingSince: z.optional(z.string()),
  needsAttention: z.optional(z.enum(attentionReasons)),
  /** A change of the order that costs more than was approved and waits for these people: the totals that it would come to. */
  change: z.optional(z.object({ waitingFor: z.array(z.string()), net: penceShape, gross: penceShape, proposedBy: z.string() })),
});
export type CallOffSummary = Told<z.infer<typeof callOffSummary>>;

export const callOffScopes = ['mine', 'waiting', 'buyer'] as const;

/** `mine`: those I raised; `waiting`: those that wait for my decision, about the request or a change of its order, or, on hold, for my school's, oldest first; `buyer`: all of the buyers I act for. */
export const listCallOffs = endpoint({
  name: 'listCallOffs',
  summary: 'Call-offs that I may see',
  method: 'GET',
  path: '/call-offs',
  roles: ['signed-in'],
  openToWebPart: true,
  query: z.object({ scope: z.enum(callOffScopes) }),
  reply: z.object({ callOffs: z.array(callOffSummary) }),
});
