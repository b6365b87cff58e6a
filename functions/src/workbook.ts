import { cellText } from '@ap/shared/domain/texts/csv-text';

/** A cell: `format` is Excel's own, such as '£#,##0.00'. A text is a text, whatever it begins with. */
export type FilledCell =
  | string
  | number
  | { readonly value: string | number; readonly fontWeight?: 'bold'; readonly format?: string }
  | null;

export interface FilledSheet {
  readonly sheet: string;
  readonly data: readonly (readonly FilledCell[])[];
  readonly columns?: readonly { readonly width: number }[];
  readonly stickyRowsCount?: number;
}

export const bold = (value: string): FilledCell => ({ value, fontWeight: 'bold' });

/** Pounds as Excel shows and adds them up. */
export const poundsCell = (value: number): FilledCell => ({ value, format: '£#,##0.00' });

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An Excel workbook of sheets. The library is loaded with the first one. */
export const workbookOf = async (sheets: readonly FilledSheet[]): Promise<Uint8Array> => {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  const written = await writeXlsx(sheets as Parameters<typeof writeXlsx>[0]).toBlob();
  return new Uint8Array(await written.arrayBuffer());
};

/** A workbook as a reply carries it. `name` has no ending. */
export const workbookFile = async (name: string, sheets: readonly FilledSheet[]) => ({
  fileName: `${name}.xlsx`,
  mediaType,
  content: Buffer.from(await workbookOf(sheets)).toString('base64'),
});

/** A column of a table as a sheet shows it: `money` is in pounds. */
interface SheetColumn {
  readonly name: string;
  readonly money?: true;
}

/** A table as a sheet whose first row stays in sight. '' is an empty cell. `widths`: of columns by name, where they are not the usual ones. */
export const tableSheet = (
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly (string | number)[])[],
  widths: Readonly<Record<string, number>> = {},
): FilledSheet => {
  const cell = (value: string | number, column: number): FilledCell => {
    if (value === '') return null;
    if (typeof value === 'string') return cellText(value);
    return columns[column]?.money ? poundsCell(value) : value;
  };
  return {
    sheet,
    columns: columns.map(({ name }) => ({ width: widths[name] ?? 24 })),
    data: [columns.map(({ name }) => bold(name)), ...rows.map((cells) => cells.map(cell))],
    stickyRowsCount: 1,
  };
};
