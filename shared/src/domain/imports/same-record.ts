/** Whether two records say the same, field by field; an absent field is an empty one, and the order of words in a list means nothing. */
export const sameRecord = (a: object, b: object): boolean => {
  const [one, other] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => content(one?.[field]) === content(other?.[field]));
};

const content = (value: unknown): string => {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return JSON.stringify([...value].sort());
  return JSON.stringify(value ?? (Array.isArray(value) ? [] : null));
};
