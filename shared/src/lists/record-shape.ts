import * as z from 'zod';
import { isLocalDate, type LocalDate } from '../domain/days/local-date.ts';
import type { Pence } from '../domain/money/money.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { Differing, Same } from './differing.ts';

// Parts that the JSON of every record has. Objects are strict: a field that newer code wrote would otherwise be dropped in reading, and lost
// with the next write (I26).

export const localDate = z.string().refine(isLocalDate, 'is not a date') as z.ZodType<string> as z.ZodType<LocalDate>;
export const pence = z.int().min(0) as z.ZodType<number> as z.ZodType<Pence>;
export const personId = z.strictObject({ tenantId: z.guid(), objectId: z.guid() });
export const person = personId.extend({ name: z.string(), email: z.string() });
/** `tenantId/objectId` in lower case. */
export const key = z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/) as z.ZodType<string> as z.ZodType<PersonKey>;

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

/** Every field of a type to its depth, whether it may be absent or not. */
type AllFields<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Part)[]
    ? readonly AllFields<Part>[]
    : { readonly [Name in keyof T]-?: AllFields<Exclude<T[Name], undefined>> };

/**
 * A schema that reads just what a type of the domain holds. The compiler keeps both equal, and names the field where it is otherwise: a schema may lack no
 * field of the type (a row with it could not be read, for objects are strict), have no other, and allow no other values.
 */
export const shapeOf =
  <T>() =>
  <S extends z.ZodType>(
    shape: Same<AllFields<T>, AllFields<z.output<S>>> extends true
      ? S
      : { readonly differsIn: Differing<AllFields<T>, AllFields<z.output<S>>> },
  ): z.ZodType<T> =>
    shape as unknown as z.ZodType<T>;
