import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Columns, ListDefinition } from '@ap/shared/lists/list';
import * as z from 'zod';

const counted = { rows: z.int().min(0), sha256: z.string() };

/** What a copy says of itself. */
const shape = z.strictObject({
  format: z.literal(1),
  /** When everything in it was so at once (ISO instant). */
  takenAt: z.string(),
  site: z.string(),
  deployment: z.string(),
  /** How often the lists were read until none had changed. */
  rounds: z.int(),
  lists: z.array(
    z.strictObject({
      title: z.string(),
      ...counted,
      /** The highest item id in it: order numbers and edits are counted by item ids, which must not come again. */
      highestId: z.int(),
      columns: z.record(z.string(), z.string()),
    }),
  ),
  tables: z.array(z.strictObject({ name: z.string(), ...counted })),
  audit: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof shape>;
export const manifestFormat = 1;

/** The kinds of a list's columns: whether a copy can be read by the schema of today. */
export const columnsOf = (list: ListDefinition): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(list.columns as Columns).map(([name, { kind }]) => [name, kind]));

export const manifestFile = (dir: string): string => path.join(dir, 'manifest.json');

/** Reads the manifest of a copy. Throws one sentence where there is none, or none that this version reads. */
export const readManifest = (dir: string): Manifest => {
  let stored: unknown;
  try {
    stored = JSON.parse(readFileSync(manifestFile(dir), 'utf8'));
  } catch (failure) {
    throw new Error(`${manifestFile(dir)} cannot be read (${(failure as Error).message}): this is no copy, or one that was not finished.`);
  }
  const parsed = shape.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new Error(
    `${manifestFile(dir)} is not one that this version reads. Check out the version of the product that made the copy, restore with that, and run provision with this one.`,
  );
};

/** Why a copy cannot be restored by the schema of today: one line for each list that differs. A column that was added since, and may be empty, does not matter. */
export const schemaFaults = (register: readonly ListDefinition[], { lists }: Pick<Manifest, 'lists'>): readonly string[] =>
  lists.flatMap(({ title, columns }) => {
    const list = register.find((each) => each.title === title);
    if (!list) return [`${title}: there is no such list any more`];
    const today = columnsOf(list);
    const gone = Object.entries(columns).flatMap(([name, kind]) =>
      today[name] === kind ? [] : [`${title}.${name}: it was ${kind}, and is ${today[name] ?? 'not there any more'}`],
    );
    const added = Object.entries(list.columns as Columns).flatMap(([name, { options }]) =>
      options.required && columns[name] === undefined ? [`${title}.${name}: it is required now, and the copy has none`] : [],
    );
    return [...gone, ...added];
  });
