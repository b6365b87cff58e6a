/** A condition on a route parameter, e.g. `int` or `length(3,5)`. */
export interface RouteConstraint {
  readonly text: string;
  holds(value: string): boolean;
}

type Rule = (value: string, args: readonly number[]) => boolean;

const inRange = (text: string, low: bigint, high: bigint): boolean =>
  /^-?\d{1,19}$/.test(text) && BigInt(text) >= low && BigInt(text) <= high;
const isLong = (value: string): boolean => inRange(value, -(2n ** 63n), 2n ** 63n - 1n);
const rules: Readonly<Record<string, Rule>> = {
  int: (value) => inRange(value, -(2n ** 31n), 2n ** 31n - 1n),
  long: isLong,
  guid: (value) => /^\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i.test(value),
  alpha: (value) => /^[a-z]*$/i.test(value),
  bool: (value) => /^(true|false)$/i.test(value),
  minlength: (value, [low = 0]) => value.length >= low,
  maxlength: (value, [high = 0]) => value.length <= high,
  length: (value, [low = 0, high = low]) => value.length >= low && value.length <= high,
  min: (value, [low = 0]) => isLong(value) && Number(value) >= low,
  max: (value, [high = 0]) => isLong(value) && Number(value) <= high,
  range: (value, [low = 0, high = 0]) => isLong(value) && Number(value) >= low && Number(value) <= high,
};

/** Parses one constraint of `route`. Throws when the local host does not know it. */
export function parseConstraint(text: string, route: string): RouteConstraint {
  const [, name = '', list] = /^([a-z]+)(?:\(([^)]*)\))?$/i.exec(text) ?? [];
  const rule = rules[name.toLowerCase()];
  const args = list === undefined ? [] : list.split(',').map(Number);
  if (!rule || args.some(Number.isNaN)) throw new Error(`Route "${route}": the local host does not know the constraint "${text}".`);
  return { text: text.toLowerCase(), holds: (value) => rule(value, args) };
}
