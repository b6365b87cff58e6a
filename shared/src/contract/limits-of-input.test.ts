import type * as z from 'zod/mini';
import { everyEndpoint } from './every-endpoint.ts';

// Security V2.2.1, V15.2.2: nothing that a caller sends is without an end. A text is held to a length or to a pattern, a list to a number of entries; what is
// left is held by the bytes of the body.

type Shape = z.core.$ZodType;
const usualBody = 64 * 1024;
/** Held to less by the rules of what they are, within the bytes of their body. */
const byTheBody: readonly string[] = ['setNoticePicture body/content', 'checkImport body/content'];

const hasMost = (def: object): boolean =>
  ((def as { checks?: readonly z.core.$ZodCheck<never>[] }).checks ?? []).some((check) => check._zod.def.check === 'max_length');
const takes = (shape: Shape, value: unknown): boolean => (shape as z.ZodMiniType).safeParse(value).success;
/** As long as a body may be, of the characters that references, numbers and words are made of. */
const endless = ['a', '0', 'A', '-', ' x'].map((text) => text.repeat(usualBody));

const withoutEnd = (shape: Shape, at: string): readonly string[] => {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return hasMost(def) || endless.every((text) => !takes(shape, text)) ? [] : [at];
    case 'array':
      return [...(hasMost(def) ? [] : [`${at}[]`]), ...withoutEnd(def.element, `${at}/*`)];
    case 'optional':
    case 'nullable':
    case 'readonly':
      return withoutEnd(def.innerType, at);
    case 'union':
      return def.options.flatMap((option) => withoutEnd(option, at));
    case 'pipe':
      return withoutEnd(def.in, at);
    case 'record':
      return [...withoutEnd(def.keyType, `${at}/{key}`), ...withoutEnd(def.valueType, `${at}/*`)];
    case 'object':
      return Object.entries(def.shape).flatMap(([name, part]) => withoutEnd(part, `${at}/${name}`));
    default:
      return [];
  }
};

test('every text and every list that a caller sends has an end', () => {
  const found = everyEndpoint.flatMap(({ name, params, query, body }) =>
    Object.entries({ params, query, body }).flatMap(([part, shape]) => (shape ? withoutEnd(shape, `${name} ${part}`) : [])),
  );
  expect(found.filter((at) => !byTheBody.includes(at))).toEqual([]);
});

test('no body is larger than a file of 10 MB is in base64, and only the work of an application and a picture are larger than 64 KB besides', () => {
  const larger = everyEndpoint.filter(({ bodyLimit = 0 }) => bodyLimit > usualBody);
  expect(larger.filter(({ bodyLimit = 0 }) => bodyLimit > 256 * 1024).map(({ name, bodyLimit }) => [name, bodyLimit])).toEqual([
    ['setNoticePicture', 300 * 1024],
    ['checkImport', 14 * 1024 * 1024],
  ]);
  expect(
    larger.map(({ path }) => path).filter((path) => !/^\/(imports$|links\/application\/|managed-notices\/[^/]+\/picture$)/.test(path)),
  ).toEqual([]);
});
