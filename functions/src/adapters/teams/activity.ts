import { z } from 'zod';

/** What the bot reads of an inbound activity. Everything else is left unread. */
export const inboundActivity = z.object({
  type: z.string(),
  name: z.string().optional(),
  channelId: z.string().default(''),
  serviceUrl: z.string().default(''),
  from: z.object({ id: z.string().optional(), aadObjectId: z.string().optional(), name: z.string().optional() }).optional(),
  conversation: z.object({ id: z.string(), tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
  text: z.string().max(4000).optional(),
  replyToId: z.string().optional(),
  value: z.unknown().optional(),
});
export type InboundActivity = z.infer<typeof inboundActivity>;

/** The invoke of a Universal Action. */
export const cardInvoke = z.object({ action: z.object({ type: z.string().optional(), verb: z.string(), data: z.unknown() }) });

/** The Submit fallback of older clients: the verb travels in the data. */
export const cardSubmit = z.looseObject({ verb: z.string(), ref: z.string() });
