import { readImport } from '@ap/shared/domain/imports/read-sheet';
import { importKinds } from '@ap/shared/domain/imports/record';
import { workbookOf } from '../workbook.ts';
import { errorsCsv, templateOf } from './import-documents.ts';
import { readFile } from './read-file.ts';

describe('a template', () => {
  it.each(importKinds)('of %s is read as what it is for, without a row and without an error', async (kind) => {
    const read = readImport(await readFile(await workbookOf(templateOf(kind)), ''));
    expect(read).toMatchObject({ sheets: [{ kind, left: [], rows: [] }], aside: ['How to fill in'], sheetErrors: [] });
  });
});

describe('the report of errors', () => {
  it('is read by Excel as it is, and nothing in it is taken for a formula', async () => {
    const error = {
      sheet: 'Rates',
      row: 2,
      address: 'Rates!D2',
      heading: 'Price (ex VAT)',
      value: '=HYPERLINK("https://example.org")',
      sentence: 'Enter pounds, such as 45.00.',
    };
    const [headings, row] = (await readFile(new TextEncoder().encode(errorsCsv([error])), 'Errors'))[0]?.rows ?? [];
    expect(headings).toEqual(['Sheet', 'Row', 'Cell', 'Column', 'Value', 'What to enter']);
    expect(row).toEqual(['Rates', '2', 'Rates!D2', 'Price (ex VAT)', `'=HYPERLINK("https://example.org")`, 'Enter pounds, such as 45.00.']);
  });
});
