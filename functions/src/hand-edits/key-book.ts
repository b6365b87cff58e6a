import type { GoodCopies } from '../ports/hand-edits.ts';

/** The keys of one list during one run: read once and only when asked for, with what the run itself has found since. */
export interface KeyBook {
  /** Keys of all rows but one. */
  readonly others: (itemId: number) => Promise<ReadonlySet<string>>;
  /** Notes which key a row has now; `undefined`: it is not there. */
  readonly note: (itemId: number, key: string | undefined) => void;
}

export const keyBook = (copies: Pick<GoodCopies, 'keys'>, list: string): KeyBook => {
  let reading: Promise<Map<number, string>> | undefined;
  const noted = new Map<number, string | undefined>();
  return {
    others: async (itemId) => {
      reading ??= copies.keys(list).then((keys) => new Map(keys));
      const keys = await reading;
      for (const [id, key] of noted)
        if (key === undefined) keys.delete(id);
        else keys.set(id, key);
      noted.clear();
      return new Set([...keys].flatMap(([id, key]) => (id === itemId ? [] : [key])));
    },
    note: (itemId, key) => {
      noted.set(itemId, key);
    },
  };
};
