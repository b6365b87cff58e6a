import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ListDefinition } from '@ap/shared/lists/list';
import { type CopiedRow, listHash, rowHash, sha256 } from './canonical.ts';
import type { Manifest } from './manifest.ts';

/** A row of a table as it is copied. */
export type TableRow = Readonly<Record<string, string | number | boolean>> & { readonly partitionKey: string; readonly rowKey: string };

/** The whole of a copy, read and found to be as it was written. */
export interface Copy {
  readonly manifest: Manifest;
  readonly lists: ReadonlyMap<string, readonly CopiedRow[]>;
  readonly tables: ReadonlyMap<string, readonly TableRow[]>;
  readonly audit: readonly { readonly name: string; readonly text: string }[];
}

const listFile = (dir: string, title: string): string => path.join(dir, 'lists', `${title}.jsonl`);
const tableFile = (dir: string, name: string): string => path.join(dir, 'tables', `${name}.jsonl`);
const auditFile = (dir: string, name: string): string => path.join(dir, 'audit', name);
/** It holds what the lists hold: nobody else on this machine reads it. */
const forThisUser = { mode: 0o600 };

/** Makes the folder of a new copy. Throws where it holds something already. */
export const makeFolder = (dir: string): void => {
  if (existsSync(dir) && readdirSync(dir).length > 0) throw new Error(`${dir} is not empty: a copy has a folder of its own.`);
  for (const part of ['lists', 'tables', 'audit']) mkdirSync(path.join(dir, part), { recursive: true, mode: 0o700 });
};

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const tableHash = (rows: readonly TableRow[]): string => sha256(lines(rows));

/** Writes the rows of a list, each with the hash of what it says, and answers what the manifest says of them. */
export const writeList = (dir: string, list: ListDefinition, rows: readonly CopiedRow[]) => {
  writeFileSync(listFile(dir, list.title), lines(rows.map((row) => ({ ...row, sha256: rowHash(list, row.fields) }))), forThisUser);
  return { title: list.title, rows: rows.length, sha256: listHash(list, rows), highestId: Math.max(0, ...rows.map(({ id }) => id)) };
};

export const writeTable = (dir: string, name: string, rows: readonly TableRow[]) => {
  writeFileSync(tableFile(dir, name), lines(rows), forThisUser);
  return { name, rows: rows.length, sha256: tableHash(rows) };
};

export const writeAuditBlob = (dir: string, { name, text }: Copy['audit'][number]) => {
  writeFileSync(auditFile(dir, name), text, forThisUser);
  return { name, bytes: Buffer.byteLength(text), sha256: sha256(text) };
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (failure) {
    throw new Error(`The copy is not whole: ${file} cannot be read (${(failure as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
};

const changed = (what: string, remedy = 'Take another copy.'): never => {
  throw new Error(`The copy was changed since it was taken, first at ${what}. ${remedy}`);
};

const rowsOf = (dir: string, list: ListDefinition, expected: Manifest['lists'][number]): readonly CopiedRow[] => {
  const rows = read(listFile(dir, list.title))
    .split('\n')
    .filter(Boolean)
    .map((line, index): CopiedRow => {
      const where = `row ${index + 1} of ${list.title}`;
      let row: (CopiedRow & { readonly sha256: string }) | undefined;
      try {
        row = JSON.parse(line);
      } catch {
        return changed(where);
      }
      if (!row?.fields) return changed(where);
      const { sha256: hash, ...copied } = row;
      if (rowHash(list, copied.fields) !== hash) return changed(`${where} (${String(copied.fields.Title)})`);
      return copied;
    });
  if (rows.length !== expected.rows) return changed(`${list.title}: it has ${rows.length} rows, and had ${expected.rows}`);
  if (listHash(list, rows) !== expected.sha256) return changed(`${list.title}: a row is another`);
  return rows;
};

/** Reads a copy and holds each part against the manifest. Throws a sentence that names the first that differs. */
export const readCopy = (dir: string, manifest: Manifest, register: readonly ListDefinition[]): Copy => ({
  manifest,
  lists: new Map(
    manifest.lists.map((expected) => {
      const list = register.find(({ title }) => title === expected.title);
      if (!list) throw new Error(`There is no list ${expected.title}.`);
      return [expected.title, rowsOf(dir, list, expected)];
    }),
  ),
  tables: new Map(
    manifest.tables.map(({ name, sha256: hash }) => {
      const text = read(tableFile(dir, name));
      if (sha256(text) !== hash) return changed(`the table ${name}`);
      return [
        name,
        text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as TableRow),
      ];
    }),
  ),
  audit: manifest.audit.map(({ name, sha256: hash }) => {
    const text = read(auditFile(dir, name));
    if (sha256(text) !== hash) return changed(`the audit log ${name}`);
    return { name, text };
  }),
});
