import * as z from 'zod/mini';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

export const listBlockInterest = endpoint({
  name: 'listBlockInterest',
  summary:
    'Buyers that said in a survey that they are, or may be, interested in buying such a service together; for the lead of a joint purchase until it closes (row 68)',
  method: 'GET',
  path: '/block-purchases/{ref}/interest',
  roles: ['requester'],
  params: z.object({ ref: refShape }),
  /** Those who are interested before those who may be. None of it says who pledged. */
  reply: z.object({
    buyers: z.array(z.object({ ref: z.string(), name: z.string(), interest: z.enum(['interested', 'possibly']), saidOn: localDateShape })),
  }),
});
export type BlockInterestReply = Told<z.infer<typeof listBlockInterest.reply>>;

/** What a lead asks before others have pledged. */
export const blockInterestApi = { listBlockInterest } as const;
