/** What a column holds. `note` is multi-line text; `computed` is written by the service only. */
export type ColumnKind =
  | 'text'
  | 'note'
  | 'choice'
  | 'multiChoice'
  | 'number'
  | 'currency'
  | 'dateTime'
  | 'boolean'
  | 'lookup'
  | 'multiLookup'
  | 'person'
  | 'multiPerson'
  | 'hyperlink'
  | 'computed';

/** The parts of a type facet that decide about values. */
export interface ColumnSettings {
  readonly maxLength?: number;
  readonly choices?: readonly string[];
  readonly allowTextEntry?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Decimal places that the column keeps; absent = automatic. */
  readonly decimals?: number;
  readonly dateOnly?: boolean;
  /** The list that a lookup points to. */
  readonly listId?: string;
  /** The column of that list which a lookup shows. */
  readonly showColumn?: string;
}

export interface Column {
  readonly id: string;
  /** Internal name: fixed for ever, what `fields/X` means. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly columnGroup: string;
  readonly kind: ColumnKind;
  /** Name of the Graph facet, e.g. `text`, and its body as it is read back. */
  readonly facet: string;
  readonly facetBody: Readonly<Record<string, unknown>>;
  readonly settings: ColumnSettings;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly required: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  /** True for columns that every list has. */
  readonly system: boolean;
  readonly defaultValue?: string;
  /** Set through SharePoint REST only. A validation formula is kept, not evaluated. */
  readonly customFormatter?: string;
  readonly validationFormula?: string;
  readonly validationMessage?: string;
}

/** True for lookup and person columns, whose values are ids of rows elsewhere. */
export const pointsElsewhere = (kind: ColumnKind): boolean =>
  kind === 'lookup' || kind === 'multiLookup' || kind === 'person' || kind === 'multiPerson';

export const isPerson = (kind: ColumnKind): boolean => kind === 'person' || kind === 'multiPerson';

export const isMulti = (kind: ColumnKind): boolean => kind === 'multiChoice' || kind === 'multiLookup' || kind === 'multiPerson';
