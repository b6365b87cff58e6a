import * as z from 'zod/mini';
import { sendReasons, sendStates } from '../domain/notices/notice-send.ts';
import type { Told } from './endpoint.ts';

/** Which of a send record is asked for. */
export const sendsQuery = z.object({
  state: z.optional(z.enum(sendStates)),
  page: z.optional(
    z.pipe(
      z.string().check(z.regex(/^\d{1,4}$/, 'is not a page')),
      z.pipe(z.transform(Number), z.int().check(z.minimum(1), z.maximum(1_000))),
    ),
  ),
});

/** A page of a send record, of all that were asked for. */
export const sendsReply = z.object({
  total: z.int(),
  sends: z.array(
    z.object({
      name: z.string(),
      /** The school or department of a person; nothing of a provider. */
      of: z.optional(z.string()),
      state: z.enum(sendStates),
      reason: z.optional(z.enum(sendReasons)),
      at: z.string(),
    }),
  ),
});
export type NoticeSendReply = Told<z.infer<typeof sendsReply>>['sends'][number];
