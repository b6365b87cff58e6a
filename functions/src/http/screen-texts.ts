import type { Endpoint } from '@ap/shared/contract/endpoint';
import { namedTexts } from '@ap/shared/contract/named-texts';
import { type MayHold, screenExcusing } from '@ap/shared/domain/pupils/screen-excusing';
import type * as z from 'zod/mini';
import { pointerTo } from './pointer-to.ts';
import { ProblemError } from './problem-reply.ts';

/** A text that somebody typed: where it stands, where its shape stands (with * for any place or key), and what it says. */
interface TypedText {
  readonly pointer: string;
  readonly path: string;
  readonly text: string;
}

const mayHold = new Map<string, readonly MayHold[]>(namedTexts.flatMap(({ may, fields }) => fields.map((field) => [field, may])));

/**
 * Refuses input in which a text could identify a pupil (R40, row 63), before any use case sees it. Every text is free text unless its shape is bounded by a
 * pattern, or `namedTexts` says what it may hold. `value` has the shape already. Throws `text-names-a-pupil` with the field.
 */
export const screenTexts = ({ name }: Endpoint, shape: z.ZodMiniType, value: unknown, prefix: string): void => {
  for (const { pointer, path, text } of textsIn(shape, value, prefix, prefix)) {
    const screened = screenExcusing(text, mayHold.get(`${name} ${path}`));
    if (!screened.ok) throw new ProblemError('text-names-a-pupil', screened.sentence, { pointer });
  }
};

const textsIn = (shape: z.core.$ZodType, value: unknown, pointer: string, path: string): readonly TypedText[] => {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return typeof value !== 'string' || isBounded(def) ? [] : [{ pointer, path, text: value }];
    case 'optional':
    case 'nullable':
    case 'readonly':
      return value === undefined || value === null ? [] : textsIn(def.innerType, value, pointer, path);
    case 'union':
      return def.options.filter((option) => takes(option, value)).flatMap((option) => textsIn(option, value, pointer, path));
    case 'array':
      return (value as readonly unknown[]).flatMap((item, index) => textsIn(def.element, item, `${pointer}/${index}`, `${path}/*`));
    case 'record':
      // A key is typed as well. It is told by the place of its record: the pointer must not repeat it.
      return Object.entries(value as object).flatMap(([key, item]) => [
        ...textsIn(def.keyType, key, pointer, `${path}/{key}`),
        ...textsIn(def.valueType, item, `${pointer}${pointerTo([key])}`, `${path}/*`),
      ]);
    case 'object':
      return Object.entries(def.shape).flatMap(([key, part]) =>
        textsIn(part, (value as Readonly<Record<string, unknown>>)[key], `${pointer}/${key}`, `${path}/${key}`),
      );
    default:
      return [];
  }
};

/** Held to a pattern, or to what a check of ours calls a day: nothing is typed freely into it. */
const isBounded = ({ checks, ...def }: z.core.$ZodStringDef): boolean =>
  'format' in def || (checks ?? []).some((check) => ['string_format', 'custom'].includes(check._zod.def.check));

const takes = (option: z.core.$ZodType, value: unknown): boolean => (option as z.ZodMiniType).safeParse(value).success;
