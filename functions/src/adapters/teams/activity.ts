import * as z from 'zod';

/** What the bot reads of an inbound activity. Everything else is left unread. */
export const inboundActivity = z.object({
  type: z.string(),
  name: z.string().optional(),
  channelId: z.string().default(''),
  serviceUrl: z.string().default(''),
  from: z.object({ id: z.string().optional(), aadObjectId: z.string().optional(), name: z.string().optional() }).optional(),
  conversation: z.object({ id: z.string(), tenantId: z.string().optional(), conversationType: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
  /** Of a long message only the beginning is read. */
  text: z
    .string()
    .transform((text) => text.slice(0, 1000))
    .optional(),
  attachments: z.array(z.object({ contentType: z.string().default('') })).default([]),
  /** What happened to the installation: 'add', 'remove', and of updates 'add-upgrade', 'remove-upgrade'. */
  action: z.string().optional(),
  replyToId: z.string().optional(),
  value: z.unknown().optional(),
});
export type InboundActivity = z.infer<typeof inboundActivity>;

/** The invoke of a Universal Action. */
export const cardInvoke = z.object({ action: z.object({ type: z.string().optional(), verb: z.string(), data: z.unknown() }) });

/** The Submit fallback of older clients: the verb travels in the data. */
export const cardSubmit = z.looseObject({ verb: z.string(), ref: z.string() });

const short = z.string().transform((typed) => typed.slice(0, 500));

/** What a search command sends. `initialRun` comes as a parameter before anything is typed: it is left unread, as every unknown one. */
export const composeQuery = z
  .object({
    commandId: z.string().max(64),
    parameters: z
      .array(z.object({ name: z.string().max(64), value: z.union([short, z.boolean(), z.number()]).optional() }))
      .max(10)
      .default([]),
    queryOptions: z.object({ skip: z.int().min(0).max(10_000).default(0), count: z.int().min(1).default(25) }).optional(),
  })
  .transform(({ commandId, parameters, queryOptions }) => ({
    command: commandId,
    typed: Object.fromEntries(parameters.map(({ name, value }) => [name, String(value ?? '')])),
    skip: queryOptions?.skip ?? 0,
    count: queryOptions?.count ?? 25,
  }));

/** A link that was pasted into the compose box. */
export const composeLink = z.object({ url: z.string().max(2000) });

/** A button that asks for a dialog, or the end of one. The data is read by whoever offered the dialog. */
export const dialogInvoke = z.object({ data: z.unknown() });
