import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a file in the project's `data/` folder, by column name, trimmed. Throws when the file is missing or a row has too few columns. */
export const readDataCsv = (name: 'dorset-schools.csv' | 'uk-outcodes.csv'): readonly CsvRow[] => {
  const path = fileURLToPath(new URL(`../../../data/${name}`, import.meta.url));
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true, trim: true, skip_empty_lines: true }) as CsvRow[];
};
