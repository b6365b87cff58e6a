import * as z from 'zod/mini';
import { blockViewShape } from './block-shapes.ts';
import { endpoint, type Told } from './endpoint.ts';
import { linkShape } from './link-shape.ts';
import { lineShape, paragraphShape } from './values.ts';

/** A block purchase as its provider sees it by the link in its mail: who buys how much, at the one price. Caps are not among it. */
export const blockOfferReply = z.object({
  providerName: z.string(),
  serviceName: z.string(),
  names: z.readonly(z.array(z.object({ ref: z.string(), name: z.string() }))),
  teamPhone: z.optional(z.string()),
  purchase: blockViewShape,
});
export type BlockOfferReply = Told<z.infer<typeof blockOfferReply>>;

export const viewBlockOffer = endpoint({
  name: 'viewBlockOffer',
  summary: 'What a provider sees by its link: a block purchase that waits for its answer',
  method: 'POST',
  path: '/links/block-offer/view',
  roles: [],
  body: z.strictObject({ link: linkShape }),
  reply: blockOfferReply,
});

export const answerBlockOffer = endpoint({
  name: 'answerBlockOffer',
  summary: 'A provider accepts a block purchase by its link, or declines it with a reason',
  method: 'POST',
  path: '/links/block-offer/respond',
  roles: [],
  idempotent: true,
  body: z.strictObject({
    link: linkShape,
    answerer: z.strictObject({ name: lineShape, position: lineShape }),
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('accept') }),
      z.strictObject({ kind: z.literal('decline'), reason: paragraphShape }),
    ]),
  }),
  reply: blockOfferReply,
});
