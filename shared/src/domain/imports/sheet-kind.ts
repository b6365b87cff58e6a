import type { ImportColumn, Values } from './column.ts';
import type { ImportKind, RecordOf, RegisterFacts } from './record.ts';
import type { ReadRow } from './row.ts';

/** What a check of rows says: a field of a row, and what is wrong with it. */
export interface Fault {
  readonly field: string;
  readonly sentence: string;
}

/** Every row of the file that had no error so far, and the register: what one row is checked against. */
export interface Surroundings {
  readonly facts: RegisterFacts;
  /** A record as it will be: of the file if it is in it without an error, of the register otherwise. */
  readonly find: <K extends ImportKind>(kind: K, ref: string) => RecordOf[K] | undefined;
  /** Where the file has a record whose row has errors; what names it cannot be written either. */
  readonly broken: (kind: ImportKind, ref: string) => ReadRow | undefined;
}

/** One kind of sheet as data, with what is special about it. */
export interface SheetKind<K extends ImportKind = ImportKind> {
  readonly kind: K;
  /** Name of the sheet in a template, and in addresses. */
  readonly title: string;
  readonly one: string;
  /** The first is the record's reference. */
  readonly columns: readonly ImportColumn[];
  /** What a row says of its record's own fields. A field that it leaves out stays as it is. */
  readonly fieldsOf: (values: Values) => Values;
  /** The record of a row that is not in the register yet. */
  readonly arrive: (fields: Readonly<Record<string, unknown>>, values: Values) => RecordOf[K];
  /** Fills in what the file may leave out because another record says it. */
  readonly complete?: (record: RecordOf[K], around: Surroundings) => RecordOf[K];
  /** What is wrong with a record as it would be, beside others and beside what it was. */
  readonly check: (record: RecordOf[K], values: Values, present: RecordOf[K] | undefined, around: Surroundings) => readonly Fault[];
  /** What is wrong with records beside each other; by the record's reference. */
  readonly checkTogether?: (records: readonly RecordOf[K][], around: Surroundings) => readonly (Fault & { readonly ref: string })[];
}
