/** Whether two records say the same, field by field; an absent field is an empty one, and the order of words in a list means nothing. */
export const sameRecord = (a: object, b: object): boolean => {
  const [one, other] = [a as Fields, b as Fields];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => content(one[field]) === content(other[field]));
};

type Fields = Readonly<Record<string, unknown>>;

const content = (value: unknown): string => {
  if (!Array.isArray(value)) return JSON.stringify(value ?? []);
  return JSON.stringify(value.every((each) => typeof each === 'string') ? [...value].sort() : value);
};
