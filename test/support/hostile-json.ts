import fc from 'fast-check';

/** What stands in place of one field, as the text of JSON, so that what no value of JavaScript can say (1e309, keys given twice) can be sent too. */
const replacements: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e309',
  '-1e309',
  '9007199254740993',
  '""',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u202e"',
  '"2026-02-30"',
  '"0000-00-00"',
  '"\\r\\nX-Injected: 1"',
  `"${'x'.repeat(20_001)}"`,
  '[]',
  '[null]',
  '{}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  `[${Array.from({ length: 5_000 }, () => '1').join(',')}]`,
  `${'['.repeat(500)}${']'.repeat(500)}`,
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
];

/** Keys that nobody declared, by which a caller might hope to set what is the server's to say. */
const extraKeys: readonly string[] = [
  '"state":"approved"',
  '"status":"active"',
  '"approvedBy":"me"',
  '"tenantId":"11111111-1111-4111-8111-111111111111"',
  '"etag":"*"',
  '"id":1',
  '"__proto__":{"admin":true}',
  '"constructor":{"prototype":{"admin":true}}',
  '"hasOwnProperty":1',
  '"a/b~c":1',
  `"${'k'.repeat(20_000)}":1`,
];

type Path = readonly string[];
const pathsOf = (value: unknown, at: Path = []): readonly Path[] =>
  value !== null && typeof value === 'object'
    ? [at, ...Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : pathsOf(inner, [...at, key])))]
    : [at];

const marked = 'here-is-the-field-in-question';
/** A copy in which the value at a path is what `change` makes of it. */
const changedAt = (value: unknown, path: Path, change: (found: unknown) => unknown): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  if (Array.isArray(value)) return value.map((inner, index) => (String(index) === first ? changedAt(inner, rest, change) : inner));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, key === first ? changedAt(inner, rest, change) : inner]),
  );
};
const jsonOf = (value: unknown): string => JSON.stringify(value) ?? '';

/** What was done to a body, and its text. `well-formed`: nothing. */
export interface HostileBody {
  readonly what: 'well-formed' | 'a field' | 'a field is left out' | 'a key more' | 'a key twice' | 'the whole';
  readonly text: string;
}

/** A body as JSON, whole or spoilt at one place. */
export const spoilt = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<HostileBody> =>
  fc.tuple(valid, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 29 })).map(([value, where, which, how]) => {
    const text = jsonOf(value);
    const paths = pathsOf(value);
    const path = paths[where % paths.length] ?? [];
    const pick = (from: readonly string[]): string => from[which % from.length] ?? '';
    if (how < 16) return { what: 'well-formed', text };
    if (how < 24)
      return { what: 'a field', text: jsonOf(changedAt(value, path, () => marked)).replace(`"${marked}"`, () => pick(replacements)) };
    if (how < 25) return { what: 'a field is left out', text: jsonOf(changedAt(value, path, () => undefined)) };
    const objects = paths.filter((each) => isObjectAt(value, each));
    const into = objects[where % objects.length];
    if (how < 28 && into) return { what: 'a key more', text: withKey(value, into, pick(extraKeys)) };
    if (how < 29 && into) return { what: 'a key twice', text: withKey(value, into, firstKeyOf(value, into)) };
    return {
      what: 'the whole',
      text: pick([...replacements, '', '{', text.slice(0, -1), `${text}${text}`, `\uFEFF${text}`, 'NaN', "{'a':1}", '\u0000']),
    };
  });

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, key) => (found as Readonly<Record<string, unknown>>)[key], value);
const isObjectAt = (value: unknown, path: Path): boolean => {
  const found = at(value, path);
  return found !== null && typeof found === 'object' && !Array.isArray(found);
};
const firstKeyOf = (value: unknown, path: Path): string => {
  const [first] = Object.entries(at(value, path) as object).filter(([, inner]) => inner !== undefined);
  return first ? `${JSON.stringify(first[0])}:${jsonOf(first[1])}` : '"a":1';
};
const withKey = (value: unknown, path: Path, member: string): string => {
  const text = jsonOf(changedAt(value, path, (found) => ({ [marked]: 0, ...(found as object) })));
  return text.replace(`"${marked}":0`, () => member);
};
