import type { Endpoint } from '@ap/shared/contract/endpoint';
import type { PupilIdentity } from '@ap/shared/domain/pupils/screen-free-text';
import fc from 'fast-check';
import type * as z from 'zod/mini';

type Shape = z.core.$ZodType;
type Part = 'body' | 'query' | 'params';

/** A string that a caller gives to an endpoint. */
export interface TextField {
  readonly declared: Endpoint;
  readonly part: Part;
  /** Its endpoint and path, with * for any place or key: 'commandOrder /reason'. */
  readonly field: string;
  /** The pointer by which a refusal names it. */
  readonly pointer: string;
  readonly shape: z.ZodMiniType;
  /** The whole part, well formed, with this text in this field. */
  readonly holding: (text: string) => unknown;
}

interface Found {
  readonly path: string;
  readonly pointer: string;
  readonly shape: Shape;
  readonly holding: (text: string) => unknown;
}

/** Whether somebody can type words into it: not so where a pattern holds it to a reference or a day. */
export const takesWords = (shape: z.ZodMiniType): boolean => shape.safeParse('Jo Ng').success;

/** Every string in what an endpoint takes, each with how to fill it. */
export const textFieldsOf = (declared: Endpoint): readonly TextField[] =>
  (['params', 'query', 'body'] as const).flatMap((part) => {
    const shape = declared[part];
    if (!shape) return [];
    const prefix = part === 'body' ? '' : `/${part}`;
    return fieldsIn(shape, { path: prefix, pointer: prefix }).map(({ path, ...field }) => ({
      ...field,
      shape: field.shape as z.ZodMiniType,
      declared,
      part,
      field: `${declared.name} ${path}`,
    }));
  });

const key = 'some-key';

const fieldsIn = (shape: Shape, at: { readonly path: string; readonly pointer: string }): readonly Found[] => {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  const within = (part: Shape, path: string, pointer: string, wrap: (inner: unknown) => unknown): readonly Found[] =>
    fieldsIn(part, { path: `${at.path}/${path}`, pointer: `${at.pointer}/${pointer}` }).map((found) => ({
      ...found,
      holding: (text) => wrap(found.holding(text)),
    }));
  switch (def.type) {
    case 'string':
      return [{ ...at, shape, holding: (text) => text }];
    case 'optional':
    case 'nullable':
    case 'readonly':
      return fieldsIn(def.innerType, at);
    case 'union':
      return def.options.flatMap((option) => fieldsIn(option, at));
    case 'array':
      return within(def.element, '*', '0', (inner) => filled(def.element, least(def), inner));
    case 'record':
      return [
        ...(isString(def.keyType)
          ? [
              {
                path: `${at.path}/{key}`,
                pointer: at.pointer,
                shape: def.keyType,
                holding: (text: string) => ({ [text]: sampleOf(def.valueType) }),
              },
            ]
          : []),
        ...within(def.valueType, '*', key, (inner) => ({ [key]: inner })),
      ];
    case 'object':
      return Object.entries(def.shape).flatMap(([name, part]) =>
        within(part, name, name, (inner) => ({ ...(sampleOf(shape) as object), [name]: inner })),
      );
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
      return [];
    case 'pipe':
      // Read from the address: numbers and closed lists, which their own shape holds.
      return at.path.startsWith('/query/') ? [] : unknownKind(def.type, at.path);
    default:
      return unknownKind(def.type, at.path);
  }
};

const unknownKind = (type: string, path: string): never => {
  throw new Error(`${path} is of a kind (${type}) that neither this test nor functions/src/http/screen-texts.ts looks into: teach both.`);
};

const isString = (shape: Shape): boolean => (shape as z.core.$ZodTypes)._zod.def.type === 'string';

const filled = (element: Shape, atLeast: number, first: unknown): readonly unknown[] => [
  first,
  ...Array.from({ length: Math.max(0, atLeast - 1) }, () => sampleOf(element)),
];

type Checked = { readonly checks?: readonly z.core.$ZodCheck<never>[] | undefined };
const checksOf = (def: object): readonly Readonly<Record<string, unknown>>[] =>
  ((def as Checked).checks ?? []).map((check) => check._zod.def as unknown as Readonly<Record<string, unknown>>);
const numberIn = (def: object, check: string, name: string): number =>
  Number(checksOf(def).find((one) => one.check === check)?.[name] ?? 0);
const least = (def: object): number => numberIn(def, 'min_length', 'minimum');

/** A value that a shape takes, with only what it must have. */
const sampleOf = (shape: Shape): unknown => {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return sampleText(shape as z.ZodMiniType, def);
    case 'number':
      return Math.max(1, numberIn(def, 'greater_than', 'value'));
    case 'boolean':
      return false;
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'optional':
    case 'nullable':
      return undefined;
    case 'readonly':
      return sampleOf(def.innerType);
    case 'union':
      return sampleOf(def.options[0] as Shape);
    case 'array':
      return Array.from({ length: least(def) }, () => sampleOf(def.element));
    case 'record': {
      const { def: ofKey } = (def.keyType as z.core.$ZodTypes)._zod;
      // A record by a closed list of keys wants all of them.
      return ofKey.type === 'enum' ? Object.fromEntries(Object.values(ofKey.entries).map((one) => [one, sampleOf(def.valueType)])) : {};
    }
    case 'object':
      return sampleObject(shape as z.ZodMiniType, def.shape);
    default:
      return undefined;
  }
};

/** With only what it must have; where a check asks for one of several that may be absent, with the first that satisfies it. */
const sampleObject = (shape: z.ZodMiniType, parts: Readonly<Record<string, Shape>>): Readonly<Record<string, unknown>> => {
  const least = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, sampleOf(part)]));
  if (shape.safeParse(least).success) return least;
  const withOne = Object.entries(parts).flatMap(([name, part]) => {
    const { def } = (part as z.core.$ZodTypes)._zod;
    return def.type === 'optional' ? [{ ...least, [name]: sampleOf(def.innerType) }] : [];
  });
  return withOne.find((each) => shape.safeParse(each).success) ?? least;
};

/** What was found for a pattern: to invent a text takes tens of milliseconds, and a shape is asked thousands of times. */
const invented = new WeakMap<z.ZodMiniType, string>();

const sampleText = (shape: z.ZodMiniType, def: object): string => {
  const before = invented.get(shape);
  if (before !== undefined) return before;
  const pattern = [def as Readonly<Record<string, unknown>>, ...checksOf(def)].find((one) => one.pattern instanceof RegExp)?.pattern;
  const known = ['2027-01-12', 'a', '0', 'Some text'].find((text) => shape.safeParse(text).success);
  if (known !== undefined) return known;
  const found = fc.sample(fc.stringMatching(pattern as RegExp), { numRuns: 20, seed: 1 }).find((text) => shape.safeParse(text).success);
  if (found === undefined) throw new Error('No text was found for a shape of the contract.');
  invented.set(shape, found);
  return found;
};
/** Short texts that give a pupil away, one for each thing that the issue names. The people are invented. */
export const pupilProbes: readonly { readonly found: PupilIdentity; readonly text: string }[] = [
  { found: 'name', text: 'It is for Jack Smith' },
  { found: 'date-of-birth', text: 'Born on 3 April 2012' },
  { found: 'upn', text: 'A123456789012' },
  { found: 'nhs-number', text: '943 476 5919' },
  { found: 'postcode', text: '12 Mill Lane, DT1 1XJ' },
];
