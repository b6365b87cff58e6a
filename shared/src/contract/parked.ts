import * as z from 'zod/mini';
import { endpoint, type Told } from './endpoint.ts';
import { problem } from './problem.ts';

/** The answer 202 of an endpoint that parks: nothing is decided yet, and where to ask what became of it. */
export const parkedReply = z.object({ state: z.literal('writing'), commandId: z.string() });
export type ParkedReply = Told<z.infer<typeof parkedReply>>;

const outcomeShape = z.object({
  /** `writing`: ask again. `done`: the same command with the same key answers with what lies there now. `refused`: nothing was changed, and why. */
  state: z.enum(['writing', 'done', 'refused']),
  problem: z.optional(problem),
});

export const getOutcome = endpoint({
  name: 'getOutcome',
  summary: 'What became of a command of mine that had to wait',
  method: 'GET',
  path: '/commands/{commandId}',
  roles: ['signed-in'],
  params: z.object({ commandId: z.string().check(z.regex(/^[0-9a-f]{40}$/)) }),
  reply: outcomeShape,
});

/** Apart from `api`, so that nobody loads it who need not wait. */
export const parkedApi = { getOutcome } as const;
