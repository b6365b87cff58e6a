import type { PupilIdentity } from '../pupils/screen-free-text.ts';

/** What a cell is read as: one record's field, `null` where it is empty. Lists of words come in one cell, parted by semicolons. */
export type Value = string | number | boolean | readonly string[] | null;

/** What a row says, by field. A field that is `null` was an empty cell; a field that is not there had no column. */
export type Values = Readonly<Record<string, Value>>;

/** A closed list of words, and what people write for them. */
export interface Words {
  readonly of: readonly string[];
  readonly meant?: (word: string) => string | undefined;
}

/** How the cells of a column are read. */
export type ColumnKind =
  | { readonly is: 'reference' }
  | { readonly is: 'text'; readonly most: number; readonly fits?: (text: string) => boolean; readonly say?: string }
  | ({ readonly is: 'choice' } & Words)
  | ({ readonly is: 'choices' } & Words)
  | { readonly is: 'keys' }
  | { readonly is: 'whole'; readonly from: number; readonly to: number }
  | { readonly is: 'day' | 'price' | 'yes-no' | 'postcode' | 'phone' };

/** One column of a sheet as data. Reading, the template and every error sentence are made from it. */
export interface ImportColumn {
  readonly field: string;
  readonly heading: string;
  /** Headings of other registers and of older files that mean the same. */
  readonly alsoKnownAs?: readonly string[];
  readonly kind: ColumnKind;
  readonly required?: boolean;
  /** What to enter, in the template and in errors: 'such as P-0042'. */
  readonly example: string;
  /** Free text is screened for what could identify a pupil (R40), but for these kinds, which the column is for. */
  readonly screened?: readonly PupilIdentity[];
}

/** Headings are compared without regard to capitals, blanks and signs: 'Trusts (name)' is 'trustsname'. */
export const headingKey = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Columns by the keys of all their headings. */
export const byHeading = (columns: readonly ImportColumn[]): ReadonlyMap<string, ImportColumn> =>
  new Map(
    columns.flatMap((column) => [column.heading, ...(column.alsoKnownAs ?? [])].map((heading) => [headingKey(heading), column] as const)),
  );
