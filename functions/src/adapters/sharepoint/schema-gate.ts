import { firstVersion, type Migration, neededFor } from '@ap/shared/lists/schema/migration';
import { readSchemaVersion, schemaVersionTitle } from '@ap/shared/lists/schema/schema-version';
import { ProblemError } from '../../http/problem-reply.ts';
import type { Log } from '../../ports/clock.ts';

/** Lets code at a list, or throws the problem 'lists-behind': this code stores what the list cannot hold yet. */
export type SchemaGate = (list: string) => Promise<void>;

/** For what writes where the schema is known to be there, such as a test's own list. */
export const openGate: SchemaGate = async () => undefined;

/**
 * Holds the writes of this code to lists that are at the version which it needs. The version stands in Settings, of which every process has a copy: it is asked only of lists
 * that a migration touched, and of each no more once it was enough, for it never goes back. Code that needs less than is there writes on.
 */
export const schemaGate = (migrations: readonly Migration[], version: () => Promise<number>, log: Log): SchemaGate => {
  let known = firstVersion;
  return async (list) => {
    const needed = neededFor(migrations, list);
    if (known >= needed) return;
    known = Math.max(known, await version());
    if (known >= needed) return;
    log.event('error', 'lists-behind', { list, needed, found: known });
    throw new ProblemError(
      'lists-behind',
      'The lists behind the app are being brought up to date. Nothing was saved. Try again in a few minutes; if it goes on, the IT team must finish the migration.',
      { retryAfterSeconds: 60 },
    );
  };
};

interface CopyOfSettings {
  readonly byKey: (title: string) => Promise<{ readonly fields: { readonly Value: string } } | undefined>;
}

/** The version of the lists as the copy of Settings has it. A row that cannot be read counts as none: the first version. */
export const versionInSettings =
  (copy: CopyOfSettings): (() => Promise<number>) =>
  async () =>
    readSchemaVersion((await copy.byKey(schemaVersionTitle))?.fields.Value) ?? firstVersion;

/** Tells the log as the program starts which lists are behind this code. Nothing is asked where no list was ever migrated. */
export const tellOfSchema = async (migrations: readonly Migration[], gate: SchemaGate): Promise<void> => {
  for (const list of new Set(migrations.map((each) => each.list))) await gate(list).catch(() => undefined);
};
