import { byHeading, headingKey, type ImportColumn, type Value } from './column.ts';
import { sheetKinds } from './kinds/all.ts';
import { readCell } from './read-cell.ts';
import { type ImportKind, importKinds } from './record.ts';
import type { CellError, ReadImport, ReadRow, ReadSheet } from './row.ts';
import { type Cell, cellAddress, type Sheet, shownCell } from './sheet.ts';

/** A sheet that cannot be read as any kind, and why; `aside` when it is only one that nobody meant to import. */
interface UnknownSheet {
  readonly name: string;
  readonly aside: boolean;
  readonly errors: readonly CellError[];
}

interface Placed {
  readonly column: ImportColumn;
  readonly index: number;
}

interface Headings {
  readonly kind: ImportKind;
  readonly row: number;
  readonly placed: readonly Placed[];
  readonly missing: readonly ImportColumn[];
  readonly cells: readonly Cell[];
}

/** A title and a note may stand above the headings. */
const headingsWithin = 10;

const headings = new Map(importKinds.map((kind) => [kind, byHeading(sheetKinds[kind].columns)]));

/** Reads every sheet of a file. */
export const readImport = (sheets: readonly Sheet[]): ReadImport => {
  const read = sheets.map(readSheet);
  const unknown = read.filter((sheet): sheet is UnknownSheet => !('kind' in sheet));
  return {
    sheets: read.filter((sheet): sheet is ReadSheet => 'kind' in sheet),
    aside: unknown.filter(({ aside }) => aside).map(({ name }) => name),
    sheetErrors: unknown.flatMap(({ errors }) => errors),
  };
};

/** Reads a sheet: finds out by its name and headings what it holds, and then every cell of it. */
const readSheet = (sheet: Sheet): ReadSheet | UnknownSheet => {
  const found = headingsOf(sheet);
  const named = importKinds.find((kind) => headingKey(sheetKinds[kind].title) === headingKey(sheet.name));
  if (!found || (found.kind !== named && found.missing.length >= found.placed.length))
    return { name: sheet.name, aside: named === undefined, errors: named === undefined ? [] : [noHeadings(sheet.name, named)] };
  if (found.missing.length > 0)
    return { name: sheet.name, aside: false, errors: found.missing.map((column) => missingColumn(sheet.name, found.row, column)) };
  const twice = doubled(sheet.name, found);
  if (twice.length > 0) return { name: sheet.name, aside: false, errors: twice };
  const rows = sheet.rows.flatMap((cells, index) =>
    index <= found.row || cells.every((cell) => cell === undefined) ? [] : [readRow(sheet.name, index + 1, cells, found)],
  );
  const left = found.cells
    .filter((cell, index) => cell !== undefined && !found.placed.some((placed) => placed.index === index))
    .map(shownCell);
  return { kind: found.kind, name: sheet.name, left, rows };
};

/**
 * The row and the kind whose headings fit best: of the kind that the sheet is named for, if it has any of its headings; then with the fewest of the
 * required missing, with most of all found. Of equals the first stays first.
 */
const headingsOf = (sheet: Sheet): Headings | undefined => {
  const named = (kind: ImportKind) => (headingKey(sheetKinds[kind].title) === headingKey(sheet.name) ? 1 : 0);
  const candidates = sheet.rows.slice(0, headingsWithin).flatMap((cells, row) =>
    importKinds.map((kind): Headings => {
      const placed = cells.flatMap((cell, index) => {
        const column = typeof cell === 'string' ? headings.get(kind)?.get(headingKey(cell)) : undefined;
        return column ? [{ column, index }] : [];
      });
      const missing = sheetKinds[kind].columns.filter((column) => column.required && !placed.some((each) => each.column === column));
      return { kind, row, placed, missing, cells };
    }),
  );
  return candidates
    .filter(({ placed }) => placed.length > 0)
    .sort((a, b) => named(b.kind) - named(a.kind) || a.missing.length - b.missing.length || b.placed.length - a.placed.length)[0];
};

const readRow = (sheet: string, row: number, cells: readonly Cell[], { kind, placed }: Headings): ReadRow => {
  const values: Record<string, Value> = {};
  const places: Record<string, ReadRow['cells'][string]> = {};
  const errors: CellError[] = [];
  for (const { column, index } of placed) {
    const read = readCell(cells[index], column);
    const value = !read.ok && read.secret ? '' : shownCell(cells[index]);
    const place = { address: cellAddress(sheet, row, index), heading: column.heading, value };
    places[column.field] = place;
    if (read.ok) values[column.field] = read.value;
    else errors.push({ sheet, row, ...place, sentence: read.sentence });
  }
  return { kind, sheet, row, ref: String(values.ref ?? ''), values, errors, cells: places };
};

const doubled = (sheet: string, { placed, row }: Headings): readonly CellError[] =>
  placed.flatMap(({ column, index }, at) =>
    placed.findIndex((other) => other.column === column) < at
      ? [
          {
            sheet,
            row: row + 1,
            address: cellAddress(sheet, row + 1, index),
            heading: column.heading,
            value: column.heading,
            sentence: `There are two columns for ${column.heading}. Delete one of them.`,
          },
        ]
      : [],
  );

const missingColumn = (sheet: string, row: number, column: ImportColumn): CellError => ({
  sheet,
  row: row + 1,
  address: cellAddress(sheet, row + 1, 0),
  heading: column.heading,
  value: '',
  sentence: `There is no column ${column.heading}. Add it to the headings in row ${row + 1}.`,
});

const noHeadings = (sheet: string, kind: ImportKind): CellError => ({
  sheet,
  row: 1,
  address: cellAddress(sheet, 1, 0),
  heading: '',
  value: '',
  sentence: `The headings are missing. They are ${sheetKinds[kind].columns
    .filter(({ required }) => required)
    .map(({ heading }) => heading)
    .join(', ')}, and may be others.`,
});
