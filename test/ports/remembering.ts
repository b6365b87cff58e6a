import type { Columns, ListDefinition } from '@ap/shared/lists/list';

const mostKept = 2_000;

/**
 * The same list, whose columns of structured text remember what they read: from one write to the next most of a row stays as it is. What they give is to be
 * frozen, as `frozen` does.
 */
export const remembering = <L extends ListDefinition>(list: L): L => {
  const columns: Record<string, Columns[string]> = {};
  for (const [name, column] of Object.entries(list.columns as Columns)) {
    const read = new Map<unknown, ReturnType<typeof column.parse.safeParse>>();
    const safeParse = (value: unknown): ReturnType<typeof column.parse.safeParse> => {
      const before = read.get(value);
      if (before) return before;
      const parsed = column.parse.safeParse(value);
      if (read.size >= mostKept) read.clear();
      read.set(value, parsed);
      return parsed;
    };
    const isText = column.kind === 'json' || column.kind === 'longText';
    columns[name] = isText ? { ...column, parse: { safeParse } as unknown as typeof column.parse } : column;
  }
  return { ...list, columns } as L;
};
