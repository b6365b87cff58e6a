import type { ReadingBooks } from '../../functions/src/ports/kept.ts';

/** Books of readings in memory, whose storage has a clock of its own. */
export const memoryBooks = (now: () => number = Date.now): ReadingBooks => {
  const books = new Map<string, { readonly text: string; readonly version: string; readonly writtenAt: number }>();
  let written = 0;
  return (name) => ({
    open: async () => {
      const { text, version, writtenAt } = books.get(name) ?? {};
      return { text, version, writtenAt, at: now() };
    },
    write: async (text, over) => {
      if (books.get(name)?.version !== over) return undefined;
      written += 1;
      const version = String(written);
      books.set(name, { text, version, writtenAt: now() });
      return { version };
    },
  });
};
