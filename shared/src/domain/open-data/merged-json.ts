/** What JSON holds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const areIdentified = (value: Json | undefined): value is readonly (JsonObject & { readonly id: string })[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => isObject(each) && typeof each.id === 'string');

/** What two say of the same, the later one on top: objects field by field, lists of things with an id thing by thing, everything else as a whole. */
export const merged = (earlier: Json | undefined, later: Json): Json => {
  if (isObject(earlier) && isObject(later)) {
    const next: Record<string, Json> = { ...earlier };
    for (const [key, value] of Object.entries(later)) next[key] = merged(earlier[key], value);
    return next;
  }
  if (areIdentified(earlier) && areIdentified(later)) {
    const next = new Map<string, Json>(earlier.map((each) => [each.id, each]));
    for (const each of later) next.set(each.id, merged(next.get(each.id), each));
    return [...next.values()];
  }
  return later;
};
