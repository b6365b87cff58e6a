import * as z from 'zod';

const row = z.looseObject({ id: z.string() });
export type ToldRow = z.infer<typeof row>;

const shape = z.strictObject({
  v: z.literal(1),
  /** Which log this is: one that was lost and begun anew continues nothing. */
  id: z.string(),
  /** What was read: place and columns. Of anything else a reading tells nothing. */
  of: z.string(),
  /** The number of the last reading, and the delta link that it ended with. */
  seq: z.int(),
  link: z.string(),
  /** When the last reading began, by the storage's clock, in milliseconds. */
  at: z.number(),
  /** Until when whoever is reading has the word, by the storage's clock. */
  claimed: z.number().optional(),
  /** Up to this number nothing is told any more: whoever has not come so far reads for itself. */
  from: z.int(),
  /** Readings that found something. Without rows: something that is not handed on, to be read by each for itself. */
  told: z.array(z.strictObject({ seq: z.int(), rows: z.array(row).optional() })),
});

/**
 * What the processes of one deployment have read of a list's changes, one reading after another:
 *
 *     from                                   seq, link
 *      |--- 4: rows --- 5: --- 6: none ------- 7: rows ---|   claimed: somebody reads the eighth
 *
 * Each reading was made by one process, from the link before it, after the one before it was written; so whoever applies them in order comes to the same rows.
 */
export type ReadingLog = z.infer<typeof shape>;

/** Where a process stands in a log. What is numbered up to `unsure` may be older than what it has read for itself. */
export interface LogPlace {
  readonly id: string;
  readonly seq: number;
  readonly unsure: number;
}

/** A log keeps no more than this, in characters: older readings are forgotten. */
const mostCharacters = 100_000;

/** Reads a log; `undefined` for one that is broken, of another release, or of other columns. */
export const readLog = (text: string | undefined, of: string): ReadingLog | undefined => {
  if (text === undefined) return undefined;
  try {
    const log = shape.parse(JSON.parse(text));
    return log.of === of ? log : undefined;
  } catch {
    return undefined;
  }
};

/** What a process has not seen of a log; `undefined` when the log does not tell, and the list must be read. */
export const unseen = (log: ReadingLog | undefined, place: LogPlace | undefined): readonly ToldRow[] | undefined => {
  if (!log || !place || place.id !== log.id || place.seq < log.from || place.seq > log.seq) return undefined;
  const rows: ToldRow[] = [];
  for (const reading of log.told) {
    if (reading.seq <= place.seq) continue;
    if (reading.rows === undefined || reading.seq <= place.unsure) return undefined;
    rows.push(...reading.rows);
  }
  return rows;
};

/** The log with one reading more. `rows` absent: something was found that is not handed on. */
export const withReading = (log: ReadingLog, link: string, at: number, rows: readonly ToldRow[] | undefined): ReadingLog => {
  const { claimed: _, ...rest } = log;
  const seq = log.seq + 1;
  const told = rows?.length === 0 ? [...log.told] : [...log.told, { seq, ...(rows ? { rows: [...rows] } : {}) }];
  let { from } = log;
  while (told.length > 0 && JSON.stringify(told).length > mostCharacters) from = told.shift()?.seq ?? from;
  return { ...rest, seq, link, at, from, told };
};
