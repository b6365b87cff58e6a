import * as z from 'zod/mini';
import { isLocalDate, type LocalDate } from '../domain/days/local-date.ts';
import type { Pence } from '../domain/money/money.ts';
import { writableText } from '../domain/texts/writable-text.ts';

/** A day as 'YYYY-MM-DD'. */
export const localDateShape = z
  .string()
  .check(z.refine((text: string) => isLocalDate(text), 'Enter a real date')) as unknown as z.ZodMiniType<LocalDate, string>;

/** Whole pence. */
export const penceShape = z.int().check(z.minimum(0), z.maximum(1_000_000_000)) as unknown as z.ZodMiniType<Pence, number>;

/** A reference such as CO-7K3MQ9 or P-0042. */
export const refShape = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/, 'is not a reference'));

const writable = z.overwrite(writableText);

/** Short free text; screened for pupil identity by the domain. */
export const lineShape = z.string().check(writable, z.trim(), z.maxLength(200));
export const paragraphShape = z.string().check(writable, z.trim(), z.maxLength(2000));

/** A member of staff as the API shows them. */
export const personShape = z.object({ tenantId: z.string(), objectId: z.string(), name: z.string(), email: z.string() });

/** Row 51: from so many units on, each costs so much, ex VAT. What they must be beside their price is the domain's to say. */
export const volumeBandsShape = z.readonly(z.array(z.strictObject({ fromUnits: z.int(), unitPrice: penceShape })).check(z.maxLength(10)));
