import type { Values } from './column.ts';
import type { ImportKind, ImportRecord } from './record.ts';

/** What is wrong with one cell, and what to enter instead. `value` is cut to 40 characters, and empty where it may identify a pupil. */
export interface CellError {
  readonly sheet: string;
  readonly row: number;
  readonly address: string;
  readonly heading: string;
  readonly value: string;
  readonly sentence: string;
}

/** One row as it was read. */
export interface ReadRow {
  readonly kind: ImportKind;
  readonly sheet: string;
  readonly row: number;
  readonly ref: string;
  readonly values: Values;
  readonly errors: readonly CellError[];
  /** Where each field stands, and what its cell shows. */
  readonly cells: Readonly<Record<string, Pick<CellError, 'address' | 'heading' | 'value'>>>;
}

/** The error of a field of a row, once its value is known to be wrong beside others; of the row's reference where the field has no column. */
export const faultOf = ({ sheet, row, cells }: ReadRow, field: string, sentence: string): CellError => {
  const cell = cells[field] ?? cells.ref;
  if (!cell) throw new Error(`${sheet}, row ${row} was read without a reference`);
  return { sheet, row, ...cell, sentence };
};

/** One sheet as it was read. `left` are the headings that no column has: they are not read, and said so. */
export interface ReadSheet {
  readonly kind: ImportKind;
  readonly name: string;
  readonly left: readonly string[];
  readonly rows: readonly ReadRow[];
}

/** A file as it was read: every cell that has a column, and nothing else of it. Plain data: it can be kept and planned again. */
export interface ReadImport {
  readonly sheets: readonly ReadSheet[];
  /** Sheets that are none of the kinds: they were not read. */
  readonly aside: readonly string[];
  /** What is wrong with a sheet as a whole. While there is any, nothing of the file can be written. */
  readonly sheetErrors: readonly CellError[];
}

export const rowOutcomes = ['new', 'changed', 'same', 'conflict', 'error'] as const;
/** `conflict`: a person changed in the register what the file changes otherwise. */
export type RowOutcome = (typeof rowOutcomes)[number];

export interface FieldChange {
  readonly field: string;
  readonly heading: string;
  readonly from: string;
  readonly to: string;
}

/** What becomes of one row. `record` is what would be in the register then; for a conflict, if the file is followed; none for a row with errors. */
export interface PlannedRow {
  readonly kind: ImportKind;
  readonly sheet: string;
  readonly row: number;
  readonly ref: string;
  readonly outcome: RowOutcome;
  readonly changes: readonly FieldChange[];
  readonly errors: readonly CellError[];
  readonly values: Values;
  readonly record?: ImportRecord;
}
