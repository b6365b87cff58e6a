import type { ServiceDocument } from '@ap/shared/search/document';
import { isOneEdit } from '@ap/shared/search/one-edit';
import { planText, type Vocabulary } from '@ap/shared/search/text-plan';
import { weightedKeys } from '@ap/shared/search/weighted-keys';
import { ColumnScan } from './column-scan.ts';
import type { MakeEngine } from './engine.ts';

/** As much of SQLite as is used here. */
interface Database {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => {
    readonly run: (...values: unknown[]) => void;
    readonly all: (...values: unknown[]) => readonly unknown[];
  };
}

/** Words as FTS5 keeps them whole: letters and digits alone, so that a meaning is one word too. */
const plainWord = (key: string): string => (key.startsWith('#') ? `zzmeaning${key.replace(/[^a-z0-9]/g, '')}` : key);

/**
 * The SQLite of Node 22 and later, or better-sqlite3 where somebody installed it (it compiles for minutes, so that it is no dependency).
 * Asked for by names that are not literal, because neither is there everywhere.
 */
const open = async (): Promise<Database | undefined> => {
  const [inNode, package_] = ['node:sqlite', process.env.BETTER_SQLITE3 ?? 'better-sqlite3'];
  try {
    const { DatabaseSync } = (await import(inNode)) as { DatabaseSync: new (path: string) => Database };
    return new DatabaseSync(':memory:');
  } catch {
    try {
      const { default: Better } = (await import(package_)) as { default: new (path: string) => Database };
      return new Better(':memory:');
    } catch {
      console.log('SQLite: not run. It is in Node from 22.13 on; before, install better-sqlite3 and name its path in BETTER_SQLITE3.');
      return undefined;
    }
  }
};

/** SQLite FTS5 for the text, and columns for all else: kinder to it than counting each facet in SQL. It forgives no slip. */
export const sqlite: MakeEngine = async (documents: readonly ServiceDocument[]) => {
  const database = await open();
  if (database === undefined) return undefined;
  database.exec(`CREATE VIRTUAL TABLE texts USING fts5(keys, content='', detail=none, tokenize='unicode61 remove_diacritics 0')`);
  const add = database.prepare('INSERT INTO texts(rowid, keys) VALUES (?, ?)');
  const known = new Set<string>();
  database.exec('BEGIN');
  for (const [at, document] of documents.entries()) {
    const keys = [...weightedKeys(document).keys()];
    for (const key of keys) known.add(key);
    add.run(at, keys.map(plainWord).join(' '));
  }
  database.exec('COMMIT');
  const find = database.prepare('SELECT rowid FROM texts WHERE texts MATCH ?');
  const columns = new ColumnScan(documents);
  const vocabulary: Vocabulary = {
    has: (word) => known.has(word),
    hasLonger: () => true,
    slipsOf: (typed) => [...known].filter((word) => isOneEdit(typed, word)),
  };
  return {
    name: 'SQLite FTS5 + columns',
    search: (query) => {
      const plan = planText(query.text ?? '', vocabulary);
      if (plan === undefined) return columns.judge(query);
      const asked = plan.map(
        (ways) => `(${ways.map(({ key, how }) => `"${plainWord(key)}"${how === 'beginning' ? '*' : ''}`).join(' OR ')})`,
      );
      const found = find.all(asked.join(' AND ')) as readonly { readonly rowid: number }[];
      return columns.judge(
        query,
        Uint32Array.from(found, ({ rowid }) => rowid),
      );
    },
  };
};
