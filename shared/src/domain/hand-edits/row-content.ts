/** What the columns of a row hold, by column. An empty column is absent. */
export type RowContent = Readonly<Record<string, unknown>>;

/** A row as it was found: what could be read, and each column that could not, with what is wrong. */
export interface FoundRow {
  readonly content: RowContent;
  readonly unreadable: readonly { readonly column: string; readonly message: string }[];
}

const text = (value: unknown): string | undefined => JSON.stringify(value);

/** Whether a column says the same in both. Several values of one column are the same in any order. */
const sameIn = (a: RowContent, b: RowContent, column: string): boolean => {
  const ordered = (value: unknown): unknown => (Array.isArray(value) ? [...value].map(text).sort() : value);
  return text(ordered(a[column])) === text(ordered(b[column]));
};

/** Columns in which two contents differ. */
export const differing = (a: RowContent, b: RowContent): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((column) => !sameIn(a, b, column));

/** Columns that an edit changed; one that cannot be read any more counts as changed. */
export const changedColumns = (before: RowContent, after: FoundRow): readonly string[] => [
  ...new Set([...differing(before, after.content), ...after.unreadable.map(({ column }) => column)]),
];

/** A content with some columns as they are in another. */
export const withColumns = (content: RowContent, columns: readonly string[], from: RowContent): RowContent => {
  const kept = Object.entries(content).filter(([column]) => !columns.includes(column));
  const taken = columns.flatMap((column) => (from[column] === undefined ? [] : [[column, from[column]] as const]));
  return Object.fromEntries([...kept, ...taken]);
};
