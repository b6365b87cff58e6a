import type { Told } from '@ap/shared/contract/endpoint';
import type * as z from 'zod/mini';

/**
 * What of a record a reply shows: the fields that its shape names, as far as they are there, and no other. What a record gains stays inside until the contract
 * names it.
 */
export const shownBy = <Shape extends z.ZodMiniObject>(shape: Shape, record: Told<z.infer<Shape>>): Told<z.infer<Shape>> => {
  const shown: Record<string, unknown> = {};
  for (const name of namesOf(shape)) {
    const value = (record as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) shown[name] = value;
  }
  return shown as Told<z.infer<Shape>>;
};

/** A page of results asks twenty times what one shape names. */
const names = new WeakMap<z.ZodMiniObject, readonly string[]>();
const namesOf = (shape: z.ZodMiniObject): readonly string[] => {
  const known = names.get(shape) ?? Object.keys(shape.shape);
  names.set(shape, known);
  return known;
};
