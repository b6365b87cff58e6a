import { type Cell, mostColumns, mostRows, type Sheet } from '@ap/shared/domain/imports/sheet';
import { FileRefusal } from './file-refusal.ts';

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads a CSV file as Excel or a register writes one: UTF-8 with or without its mark, UTF-16 with its mark, or Windows-1252; parted by commas, semicolons
 * or tabs. Every value stays text. `name` is what addresses will call the sheet. Throws FileRefusal.
 */
export const readCsv = async (bytes: Uint8Array, name: string): Promise<Sheet> => {
  const text = decode(bytes);
  // Excel obeys such a first line and does not show it: it is no row of the sheet.
  const told = /^sep=(.)\r?\n/i.exec(text);
  const content = told ? text.slice(told[0].length) : text;
  if (content.includes('\0')) throw new FileRefusal('This is not a CSV file. Choose a CSV file or an Excel workbook (.xlsx).');
  const rows = await records(content, told?.[1] ?? likeliest(content));
  if (rows.length > mostRows + 1) throw new FileRefusal(`A file may have ${mostRows.toLocaleString('en-GB')} rows. Split it into several.`);
  return { name, rows: rows.map((row) => row.map(cellOf)) };
};

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Excel's "CSV (Comma delimited)" in Britain: every byte is a letter of it, so this cannot fail.
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The delimiter that parts the first line most often, outside quotes. */
const likeliest = (text: string): string => {
  const first = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => first.split(delimiter).length;
  return [...delimiters].sort((a, b) => count(b) - count(a))[0] ?? ',';
};

const records = async (text: string, delimiter: string): Promise<readonly (readonly string[])[]> => {
  const { CsvError, parse } = await import('csv-parse/sync');
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      // One cell is at most a long text; one row a few of them.
      max_record_size: 512 * 1024,
      to: mostRows + 2,
      on_record: (record: string[]) => {
        if (record.length > mostColumns) throw new FileRefusal(`A sheet may have ${mostColumns} columns.`);
        return record;
      },
    }) as readonly (readonly string[])[];
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { readonly lines?: number }).lines;
    throw new FileRefusal(
      `The file cannot be read${line === undefined ? '' : ` from about line ${line} on`}: check that every quotation mark there has its partner.`,
    );
  }
};

const cellOf = (value: string): Cell => (value.trim() === '' ? undefined : value);
