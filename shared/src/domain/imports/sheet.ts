/** A day as a spreadsheet holds it: a number with a date's format, read as the day it shows. */
export interface DayCell {
  readonly day: string;
}

/** What one cell holds; an empty cell is `undefined`. A formula is the value that was last computed for it. */
export type Cell = string | number | boolean | DayCell | undefined;

/** One sheet of a file as it was read. `rows[0]` is the sheet's row 1, `rows[0][0]` its cell A1: nothing is left out, so that addresses are true. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Rows below the headings that a file may have, all sheets together. */
export const mostRows = 20_000;
/** Columns that a sheet may have: the extract of GIAS has fewer than 150. */
export const mostColumns = 256;

/** The letters over a column: 0 is A, 25 Z, 26 AA. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** Where a cell is, as Excel says it: 'Rates!E17'. `row` counts from 1, `column` from 0. */
export const cellAddress = (sheet: string, row: number, column: number): string => `${sheet}!${columnLetters(column)}${row}`;

const mostShown = 40;

/** A cell's value for an error: on one line, cut to 40 characters. */
export const shownCell = (cell: Cell): string => {
  const line = (cell === undefined ? '' : typeof cell === 'object' ? cell.day : String(cell)).replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= mostShown ? line : `${letters.slice(0, mostShown - 1).join('')}…`;
};
