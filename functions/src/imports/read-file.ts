import type { Sheet } from '@ap/shared/domain/imports/sheet';
import { FileRefusal, mostFileBytes } from './file-refusal.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

/** Reads a file that a person chose, by what is in it and not by its name. `name` is what addresses call the one sheet of a CSV file. Throws FileRefusal. */
export const readFile = async (bytes: Uint8Array, name: string): Promise<readonly Sheet[]> => {
  if (bytes.length === 0) throw new FileRefusal('The file is empty.');
  if (bytes.length > mostFileBytes) throw new FileRefusal('A file may be 10 MB. Split it into several.');
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const compound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return zipped || compound ? readWorkbook(bytes) : [await readCsv(bytes, name)];
};
