import { z } from 'zod';
import { isLocalDate } from '../domain/days/local-date.ts';

// Parts that the JSON of every record has. Objects are strict: a field that newer code wrote would otherwise be dropped in reading, and lost
// with the next write (I26).

export const localDate = z.string().refine(isLocalDate, 'is not a date');
export const person = z.strictObject({ tenantId: z.guid(), objectId: z.guid(), name: z.string(), email: z.string() });
/** `tenantId/objectId` in lower case. */
export const key = z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/);

/** What every effect in an outbox carries. */
export const numbering = { id: z.string(), version: z.int(), madeAt: z.string() };

export const history = z.array(
  z.strictObject({ at: z.string(), by: z.string(), what: z.string(), comment: z.string().optional(), folded: z.int().min(1).optional() }),
);

/** What every aggregate keeps beside its own facts; its outbox is its own. */
export const bookkeeping = {
  ref: z.string(),
  version: z.int().min(1),
  history,
  lastCommands: z.array(z.strictObject({ id: z.string(), version: z.int() })),
};
