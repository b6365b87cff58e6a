/** What a filter offers: all, then each value once, in the order of its words. */
export const filterOptions = (values: readonly (readonly [value: string, label: string])[]) => [
  { value: '', label: 'All' },
  ...[...new Map(values)].sort(([, a], [, b]) => a.localeCompare(b)).map(([value, label]) => ({ value, label })),
];
