import * as z from 'zod';
import { shapeOf } from './record-shape.ts';

interface Kept {
  readonly ref: string;
  readonly note?: string | undefined;
  readonly steps: readonly { readonly state: 'open' | 'closed' }[];
}
const ref = z.string();
const note = z.string().optional();
const step = z.strictObject({ state: z.enum(['open', 'closed']) });
const row = { ref: 'A-1', note: 'kept', steps: [{ state: 'closed' }] };

// The compiler is what is tested here: each schema but the first is refused by it, and the row shows what each would have done to what is stored.

test('a schema that says the same as its type reads every row of it', () => {
  expect(shapeOf<Kept>()(z.strictObject({ ref, note, steps: z.array(step) })).parse(row)).toEqual(row);
});

test('a schema that lacks a field does not compile, though the field may be absent: a row that has it could not be read', () => {
  // @ts-expect-error it differs in `note`.
  expect(shapeOf<Kept>()(z.strictObject({ ref, steps: z.array(step) })).safeParse(row).success).toBe(false);
});

test('a schema that allows fewer values within does not compile: a row with another could not be read', () => {
  // @ts-expect-error it differs in `steps`.
  const narrow = shapeOf<Kept>()(z.strictObject({ ref, note, steps: z.array(z.strictObject({ state: z.literal('open') })) }));
  expect(narrow.safeParse(row).success).toBe(false);
});

test('a schema that demands what its type does not know does not compile: what the product writes could not be read', () => {
  // @ts-expect-error it differs in `more`.
  expect(shapeOf<Kept>()(z.strictObject({ ref, note, steps: z.array(step), more: z.string() })).safeParse(row).success).toBe(false);
});
