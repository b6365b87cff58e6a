/** Names of which any one will do: 'A', 'A or B', 'A, B or C'. */
export const oneOf = (names: readonly string[]): string => joined(names, 'or');

/** Names of which every one counts: 'A', 'A and B', 'A, B and C'. */
export const allOf = (names: readonly string[]): string => joined(names, 'and');

const joined = (names: readonly string[], last: 'or' | 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;
