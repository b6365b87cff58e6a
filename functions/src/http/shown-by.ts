import type { Told } from '@ap/shared/contract/endpoint';
import type * as z from 'zod/mini';

/**
 * What of a record a reply shows: the fields that its shape names, as far as they are there, and no other. What a record gains stays inside until the contract
 * names it.
 */
export const shownBy = <Shape extends z.ZodMiniObject>(shape: Shape, record: Told<z.infer<Shape>>): Told<z.infer<Shape>> =>
  Object.fromEntries(
    Object.keys(shape.shape).flatMap((name) => {
      const value = (record as Readonly<Record<string, unknown>>)[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ) as Told<z.infer<Shape>>;
