import { createHash } from 'node:crypto';
import type { Column, ColumnOptions } from '@ap/shared/lists/column';
import type { ListDefinition } from '@ap/shared/lists/list';
import * as z from 'zod';

/** What is stored of a column, as the record of the schema has it: nothing of how it is shown. */
export interface StoredColumn {
  readonly kind: string;
  readonly required: boolean;
  readonly indexed: boolean;
  readonly unique: boolean;
  /** Words of a choice. */
  readonly words?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** Fingerprint of what a column of JSON holds. */
  readonly shape?: string;
}

/** What is stored, by the title of the list and the name of the column; and the version whose code stores it so. */
export interface RecordedSchema {
  readonly version: number;
  readonly lists: Readonly<Record<string, Readonly<Record<string, StoredColumn>>>>;
}

// biome-ignore lint/suspicious/noExplicitAny: a column is invariant in its value type
const storedColumn = ({ kind, options, facet, shape }: Column<any, ColumnOptions>): StoredColumn => {
  const { choices } = (facet.choice ?? {}) as { readonly choices?: readonly string[] };
  const { minimum, maximum } = (facet.number ?? {}) as { readonly minimum?: number; readonly maximum?: number };
  return {
    kind,
    required: options.required ?? false,
    indexed: options.indexed ?? false,
    unique: options.unique ?? false,
    ...(choices === undefined ? {} : { words: choices }),
    ...(minimum === undefined ? {} : { least: minimum }),
    ...(maximum === undefined ? {} : { most: maximum }),
    ...(shape === undefined ? {} : { shape: fingerprint(shape) }),
  };
};

const fingerprint = (shape: z.ZodType): string =>
  createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })))
    .digest('hex')
    .slice(0, 10);

/** The schema of a register as it is recorded. */
export const schemaOf = (register: readonly ListDefinition[], version: number): RecordedSchema => ({
  version,
  lists: Object.fromEntries(
    register.map(({ title, columns }) => [
      title,
      Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, storedColumn(column)])),
    ]),
  ),
});

const flags = ['required', 'indexed', 'unique'] as const;
const wordsOf = ({ kind, words, least, most, shape, ...rest }: StoredColumn): string =>
  [
    kind,
    ...flags.filter((flag) => rest[flag]),
    ...(least === undefined ? [] : [`least=${least}`]),
    ...(most === undefined ? [] : [`most=${most}`]),
    ...(shape === undefined ? [] : [`shape=${shape}`]),
    ...(words === undefined ? [] : [`words=${words.join('|')}`]),
  ].join(' ');

/** The record as text, a line for each column, so that a change of it reads as what changed. */
export const recordText = ({ version, lists }: RecordedSchema): string =>
  [
    `version ${version}`,
    ...Object.entries(lists).flatMap(([list, columns]) =>
      Object.entries(columns).map(([name, column]) => `${list}.${name} ${wordsOf(column)}`),
    ),
    '',
  ].join('\n');

/** Reads the record. Throws for a line that is none. */
export const readRecord = (text: string): RecordedSchema => {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const lists: Record<string, Record<string, StoredColumn>> = {};
  for (const line of lines) {
    const { list, column, kind, rest } = /^(?<list>\w+)\.(?<column>\w+) (?<kind>\w+)(?<rest>.*)$/.exec(line)?.groups ?? {};
    if (!list || !column || !kind) throw new Error(`The record of the schema has a line that is no column: ${line}`);
    const value = (name: string): string | undefined => new RegExp(` ${name}=(\\S+)`).exec(rest ?? '')?.[1];
    const flagged = (name: string): boolean =>
      (rest ?? '')
        .replace(/ words=.*$/, '')
        .split(' ')
        .includes(name);
    const [words, least, most, shape] = [/ words=(.*)$/.exec(rest ?? '')?.[1], value('least'), value('most'), value('shape')];
    lists[list] ??= {};
    lists[list][column] = {
      kind,
      required: flagged('required'),
      indexed: flagged('indexed'),
      unique: flagged('unique'),
      ...(words === undefined ? {} : { words: words.split('|') }),
      ...(least === undefined ? {} : { least: Number(least) }),
      ...(most === undefined ? {} : { most: Number(most) }),
      ...(shape === undefined ? {} : { shape }),
    };
  }
  return { version: Number(/^version (\d+)$/.exec(head)?.[1]), lists };
};
