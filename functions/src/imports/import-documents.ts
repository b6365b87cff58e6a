import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getImportErrors as errorsDeclared, getImportTemplate as templateDeclared } from '@ap/shared/contract/imports';
import { sheetKinds } from '@ap/shared/domain/imports/kinds/all';
import type { ImportKind } from '@ap/shared/domain/imports/record';
import type { CellError } from '@ap/shared/domain/imports/row';
import { csvText } from '@ap/shared/domain/texts/csv-text';
import type { Call } from '../http/route.ts';
import type { ImportPorts } from '../ports/imports.ts';
import { bold, type FilledSheet, workbookFile } from '../workbook.ts';
import { noSuchImport } from './check-import.ts';
import { loadKept } from './kept-import.ts';

/** Errors as CSV that Excel opens: with the mark of UTF-8. */
export const errorsCsv = (errors: readonly CellError[]): string =>
  csvText([
    ['Sheet', 'Row', 'Cell', 'Column', 'Value', 'What to enter'],
    ...errors.map(({ sheet, row, address, heading, value, sentence }) => [sheet, row, address, heading, value, sentence]),
  ]);

const baseName = (fileName: string): string => fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[^\p{L}\p{N} _-]/gu, '') || 'import';

/** Every error of a file that was checked. */
export const getImportErrors =
  ({ importFiles }: Pick<ImportPorts, 'importFiles'>) =>
  async ({ params: { importId } }: Call<typeof errorsDeclared>): Promise<ReplyOf<typeof errorsDeclared>> => {
    const checked = await loadKept(importFiles, 'checked', importId);
    if (!checked) throw noSuchImport();
    const csv = errorsCsv([...checked.read.sheetErrors, ...checked.rows.flatMap(({ errors }) => errors)]);
    return { fileName: `${baseName(checked.fileName)} errors.csv`, mediaType: 'text/csv', content: Buffer.from(csv).toString('base64') };
  };

/** One sheet to fill in, and one that says what to enter in each column. */
export const templateOf = (kind: ImportKind): readonly FilledSheet[] => {
  const { title, columns } = sheetKinds[kind];
  return [
    {
      sheet: title,
      data: [columns.map(({ heading }) => bold(heading))],
      columns: columns.map(({ heading }) => ({ width: Math.max(14, heading.length + 2) })),
      stickyRowsCount: 1,
    },
    {
      sheet: 'How to fill in',
      data: [
        ['Column of the first sheet', 'Needed', 'What to enter'].map(bold),
        ...columns.map(({ heading, required, example }) => [
          heading,
          required ? 'Yes' : 'No',
          `${example.charAt(0).toUpperCase()}${example.slice(1)}`,
        ]),
      ],
      columns: [{ width: 28 }, { width: 10 }, { width: 80 }],
    },
  ];
};

export const getImportTemplate =
  () =>
  ({ params: { kind } }: Call<typeof templateDeclared>): Promise<ReplyOf<typeof templateDeclared>> =>
    workbookFile(sheetKinds[kind].title, templateOf(kind));
