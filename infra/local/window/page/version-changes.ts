import { type GraphColumn, shownValue } from './list-column.ts';

const longest = 120;

/** What one version changed of the one before it, column by column; of the first version, everything it was made with. */
export const changesBetween = (
  columns: readonly GraphColumn[],
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>>,
): readonly { readonly label: string; readonly text: string }[] =>
  columns.flatMap((column) => {
    const [old, now] = [shownValue(column, before?.[column.name]), shownValue(column, after[column.name])];
    if (old === now) return [];
    const text = now === '' ? 'emptied' : now.length > longest ? `${now.slice(0, longest)}…` : now;
    return [{ label: column.displayName, text }];
  });
