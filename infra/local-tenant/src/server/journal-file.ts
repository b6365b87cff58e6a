import { appendFileSync, closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const lineOf = (entry: unknown): string => `${JSON.stringify(entry)}\n`;

const unlessMissing = <T>(read: () => T, missing: T): T => {
  try {
    return read();
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return missing;
    throw failure;
  }
};

/** The entries of a journal file; a last line that a crash cut off is left out. Throws when another line is not JSON. */
export const readJournal = (path: string): readonly unknown[] => {
  const lines = unlessMissing(() => readFileSync(path, 'utf8'), '').split('\n');
  // A line that was written to its end is followed by a line break.
  return lines.slice(0, -1).map((line, index) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (failure) {
      throw new Error(`${path}, line ${index + 1} cannot be read: ${(failure as Error).message}. Remove the file to begin afresh.`);
    }
  });
};

const endsInALine = (path: string): boolean =>
  unlessMissing(() => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const last = Buffer.alloc(1);
      return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
    } finally {
      closeSync(file);
    }
  }, true);

/** Writes a journal whole, under another name first; no entries remove it. */
export const writeJournal = (path: string, entries: readonly unknown[]): void => {
  if (entries.length === 0) {
    rmSync(path, { force: true });
    return;
  }
  writeFileSync(`${path}.new`, entries.map(lineOf).join(''), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

/** Adds entries at the end. A line that a crash cut off is taken away first, so that it cannot spoil the next. */
export const appendJournal = (path: string, entries: readonly unknown[]): void => {
  if (!endsInALine(path)) writeJournal(path, readJournal(path));
  appendFileSync(path, entries.map(lineOf).join(''), { mode: 0o600 });
};
