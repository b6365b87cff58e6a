import fc from 'fast-check';
import type * as z from 'zod/mini';
import { hostileTexts } from './hostile-texts.fixture.ts';

type Shape = z.core.$ZodType;
type Definition = Readonly<Record<string, unknown>>;

const checksOf = (def: object): readonly Definition[] =>
  ((def as { checks?: readonly z.core.$ZodCheck<never>[] }).checks ?? []).map((check) => check._zod.def as unknown as Definition);
const bound = (def: object, check: string, name: string): number | undefined => {
  const found = checksOf(def).find((one) => one.check === check)?.[name];
  return typeof found === 'number' ? found : undefined;
};

/** Ids and numbers that mean something where the inputs go. */
export interface Known {
  /** Those that any field may hold. */
  readonly anywhere: readonly unknown[];
  /** Those that fields of a name hold, or one that begins so: of `lotKeys` as of `lotKey`. */
  readonly named: Readonly<Record<string, readonly unknown[]>>;
}

const fitting = (shape: Shape, values: readonly unknown[] | undefined): readonly unknown[] =>
  (values ?? []).filter((value) => takes(shape, value));

const takes = (shape: Shape, value: unknown): boolean => (shape as z.ZodMiniType).safeParse(value).success;

const numbers = [0, 1, 2, 5, 100, 500, 144_000, 1_000_000_000, -1, 0.5, 1e15, Number.MAX_SAFE_INTEGER];
const words = [
  '2027-01-12',
  '2026-11-24T10:00:00.000Z',
  'Some text',
  'a',
  '0',
  '10',
  '09:30',
  'office@provider.example',
  'https://provider.example/a',
  'INV-0001',
];

/**
 * Values that a shape of the contract takes, or nearly: ids of `known` where they fit, and hostile texts wherever words may be typed. What a refinement of
 * several fields asks is not aimed at.
 */
export const inputOf = (shape: Shape, known: Known, name = ''): fc.Arbitrary<unknown> => {
  const meant = fitting(shape, known.named[name]);
  const any = anyOf(shape, known, name);
  return meant.length > 0 ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...meant) }, any) : any;
};

const anyOf = (shape: Shape, known: Known, name: string): fc.Arbitrary<unknown> => {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return textOf(shape, def, known);
    case 'number': {
      const taken = numbers.filter((value) => takes(shape, value));
      return fc.constantFrom(...(taken.length > 0 ? taken : [1]));
    }
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'optional':
      return fc.option(inputOf(def.innerType, known, name), { nil: undefined });
    case 'nullable':
      return fc.option(inputOf(def.innerType, known, name), { nil: null });
    case 'readonly':
      return inputOf(def.innerType, known, name);
    case 'union':
      return fc.oneof(...def.options.map((option) => inputOf(option, known, name)));
    case 'array': {
      const least = bound(def, 'min_length', 'minimum') ?? 0;
      return fc.array(inputOf(def.element, known, name.replace(/s$/, '')), { minLength: least, maxLength: least + 2 });
    }
    case 'record':
      return recordOf(def, known);
    case 'object':
      return objectOf(shape, def.shape, known);
    case 'pipe': {
      const read = fitting(shape, [...words, ...hostileTexts, ...linesOf(def.out, known, name)]);
      const any = inputOf(def.in, known, name);
      return read.length > 0 ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...read) }, any) : any;
    }
    default:
      throw new Error(`A shape of the contract is of a kind (${def.type}) that this generator does not know: teach it.`);
  }
};

/** Where a line is read as several values: one of them, and two parted by a comma. */
const linesOf = (out: Shape, known: Known, name: string): readonly string[] => {
  const { def } = (out as z.core.$ZodTypes)._zod;
  if (def.type !== 'array') return [];
  const [first, ...others] = fc.sample(inputOf(def.element, known, name.replace(/s$/, '')), { numRuns: 6, seed: 1 }).map(String);
  return [`${first}`, ...others.flatMap((other) => [other, `${first},${other}`])];
};

const recordOf = ({ keyType, valueType }: z.core.$ZodRecordDef, known: Known): fc.Arbitrary<unknown> => {
  const { def } = (keyType as z.core.$ZodTypes)._zod;
  if (def.type === 'enum')
    return fc.record(Object.fromEntries(Object.values(def.entries).map((name) => [name, inputOf(valueType, known)])));
  return fc.dictionary(inputOf(keyType, known) as fc.Arbitrary<string>, inputOf(valueType, known), { maxKeys: 3 });
};

const objectOf = (shape: Shape, parts: Readonly<Record<string, Shape>>, known: Known): fc.Arbitrary<unknown> => {
  const any = fc.record(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, inputOf(part, known, name)])));
  const whole = fitting(shape, known.anywhere).filter((value) => typeof value === 'object');
  return whole.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...whole) }, any) : any;
};

const textOf = (shape: Shape, def: object, known: Known): fc.Arbitrary<unknown> => {
  const pattern = [def as Definition, ...checksOf(def)].find((one) => one.pattern instanceof RegExp)?.pattern as RegExp | undefined;
  const most = bound(def, 'max_length', 'maximum') ?? 0;
  const ids = fitting(shape, known.anywhere).filter((value) => typeof value === 'string');
  const common = [...words, ...hostileTexts, 'm'.repeat(most)].filter((text) => takes(shape, text));
  const usual = common.length > 0 || !pattern ? common : fc.sample(fc.stringMatching(pattern), { numRuns: 8, seed: 1 });
  const choices: fc.WeightedArbitrary<unknown>[] = [];
  if (usual.length > 0) choices.push({ weight: 3, arbitrary: fc.constantFrom(...usual) });
  if (ids.length > 0) choices.push({ weight: 6, arbitrary: fc.constantFrom(...ids) });
  if (!pattern) choices.push({ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) });
  return fc.oneof(...choices, { weight: choices.length > 0 ? 0 : 1, arbitrary: fc.constant('x') });
};
