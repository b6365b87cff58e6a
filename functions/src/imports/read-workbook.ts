import { type Cell, mostColumns, mostRows, type Sheet } from '@ap/shared/domain/imports/sheet';
import { FileRefusal } from './file-refusal.ts';

/** What the parts of a workbook may weigh once they are unpacked. */
const mostUnpackedBytes = 100 * 1024 * 1024;
const mostParts = 500;

const notAWorkbook = 'This is not an Excel workbook (.xlsx). Choose one, or a CSV file.';

/**
 * Reads an Excel workbook (.xlsx), every sheet of it; of a formula the value that Excel last computed. The parts are unpacked here, under limits, and
 * handed on as they are: the reader never unpacks what a stranger packed. Throws FileRefusal.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<readonly Sheet[]> => {
  // What a password protects, and what Excel wrote before 2007, is a compound file.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new FileRefusal('The workbook has a password, or is of an old kind (.xls). Save it as .xlsx without a password.');
  const zip = await import('fflate');
  const parts = unpack(zip, bytes);
  for (const [path, content] of Object.entries(parts)) refusePart(path, new TextDecoder().decode(content));
  const sheets = await readParts(zip.zipSync(parts, { level: 0 }));
  const rows = sheets.reduce((sum, sheet) => sum + Math.max(0, sheet.rows.length - 1), 0);
  if (rows > mostRows) throw tooLong();
  return sheets;
};

const readParts = async (zipped: Uint8Array): Promise<readonly Sheet[]> => {
  const { default: readXlsx } = await import('read-excel-file/universal');
  try {
    const read = await readXlsx(zipped.slice().buffer, { trim: false });
    return read.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }));
  } catch (error) {
    throw new FileRefusal(
      error instanceof Error && error.name === 'InvalidSpreadsheetError'
        ? 'The workbook is damaged. Open it in Excel and save it again.'
        : notAWorkbook,
    );
  }
};

/** Unpacks the parts that hold data, each into as many bytes as it declares and never more. Refuses when they declare too many. */
const unpack = ({ unzipSync }: typeof import('fflate'), bytes: Uint8Array): Record<string, Uint8Array> => {
  let total = 0;
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false;
        total += Math.max(size, originalSize);
        count += 1;
        if (total > mostUnpackedBytes || count > mostParts)
          throw new FileRefusal('The workbook is too large once it is unpacked. Copy the values into a new workbook.');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal(notAWorkbook);
  }
};

/**
 * Refuses a part that declares entities, and a sheet with a cell beyond the limits: the reader fills every gap up to the last cell, so one cell in the
 * last row of Excel would cost all memory.
 */
const refusePart = (path: string, xml: string): void => {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw new FileRefusal('The workbook has declarations that no spreadsheet needs. Copy the values into a new workbook.');
  if (!/worksheets\/[^/]+\.xml$/i.test(path)) return;
  let rows = 0;
  for (const [, row] of xml.matchAll(/<(?:\w+:)?row\b([^>]*)>/g)) {
    rows += 1;
    if (Math.max(rows, Number(/\br="(\d+)"/.exec(row ?? '')?.[1] ?? 0)) > mostRows + 1) throw tooLong();
  }
  for (const [, letters, row] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Za-z]+)(\d+)"/g)) {
    if (Number(row) > mostRows + 1) throw tooLong();
    if (columnNumber(letters ?? '') > mostColumns)
      throw new FileRefusal(`A sheet may have ${mostColumns} columns. Delete what is to the right of them.`);
  }
};

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const tooLong = (): FileRefusal =>
  new FileRefusal(`A file may have ${mostRows.toLocaleString('en-GB')} rows. Delete empty rows below the last one, or split the file.`);

const cellOf = (value: unknown): Cell => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#DATE' : { day: value.toISOString().slice(0, 10) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value;
};
