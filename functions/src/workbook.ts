import writeXlsx from 'write-excel-file/universal';

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

/** An Excel workbook of sheets. */
export const workbookOf = async (sheets: readonly FilledSheet[]): Promise<Uint8Array> => {
  const written = await writeXlsx(sheets as Parameters<typeof writeXlsx>[0]).toBlob();
  return new Uint8Array(await written.arrayBuffer());
};

/** A workbook as a reply carries it. `name` has no ending. */
export const workbookFile = async (name: string, sheets: readonly FilledSheet[]) => ({
  fileName: `${name}.xlsx`,
  mediaType,
  content: Buffer.from(await workbookOf(sheets)).toString('base64'),
});
