import type { LocalDate } from '../days/local-date.ts';
import type { ProviderCommandKind } from '../quality/provider-standing.ts';
import type { ProviderStatus } from '../register/provider.ts';
import type { EditFault } from './edit-fault.ts';
import type { RowContent } from './row-content.ts';

/** A provider's status that somebody typed. */
export interface TypedProviderStatus {
  readonly of: 'provider';
  readonly kind: Exclude<ProviderCommandKind, 'lift-hold'>;
  readonly providerRef: string;
  /** Where the row stood before. */
  readonly from: ProviderStatus;
  readonly reason?: string | undefined;
}

/** A status of a framework that the app leads, where its command asks nothing more. */
export interface TypedFrameworkStatus {
  readonly of: 'framework';
  readonly kind: 'open-framework' | 'close-framework' | 'go-live';
  readonly frameworkRef: string;
}

/** An outcome of a check that the app leads, where its command asks nothing more. */
export interface TypedCheckOutcome {
  readonly of: 'check';
  readonly kind: 'receive-evidence';
  readonly checkRef: string;
}

/** Who stands in for an approver, as somebody typed it; absent where it was emptied. People are 'tenant id/object id'. */
export interface TypedDelegation {
  readonly of: 'delegation';
  readonly buyerRef: string;
  readonly person: string;
  readonly delegation?: { readonly to: string; readonly from: LocalDate; readonly until: LocalDate } | undefined;
}

/** The transition that a status which somebody typed stands for: it is carried out as the command would be, or the status is put back. */
export type TypedCommand = TypedProviderStatus | TypedFrameworkStatus | TypedCheckOutcome | TypedDelegation;

/** The columns in which each is typed, and put back. */
export const typedColumns: Readonly<Record<TypedCommand['of'], readonly string[]>> = {
  provider: ['Status', 'StatusReason'],
  framework: ['Status'],
  check: ['Outcome'],
  delegation: ['DelegateTo', 'DelegateName', 'DelegateEmail', 'DelegateFrom', 'DelegateUntil'],
};

/** What the rules of a record say of an edit. `before` is absent for a row that is new. */
export interface RecordVerdict {
  readonly faults: readonly EditFault[];
  readonly command?: TypedCommand | undefined;
}

/** What is law in one list, beside the schema: `columns` are named as in the list. */
export interface EditLaw {
  readonly list: string;
  /** Whether people may write there at all. */
  readonly handEdited: boolean;
  /** Whether only people whom the council names may know what is there. */
  readonly restricted: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** Columns that the app alone writes, such as the JSON of what was decided. */
  readonly appColumns: readonly string[];
  /** Columns that a migration of the schema fills: an administrator's program may write these by itself, and no other of a row that is there. */
  readonly filledColumns: readonly string[];
  /** Columns that say what a row belongs to: written once, with the row. */
  readonly fixedColumns: readonly string[];
  /** Columns that hold the key of a row elsewhere, or several, with the list where it must be. */
  readonly references: Readonly<Record<string, string>>;
  /** Columns of which the record's own rules speak. */
  readonly ruledColumns: readonly string[];
  readonly record: (before: RowContent | undefined, after: RowContent) => RecordVerdict;
}

/** The column that holds the key of every row. */
export const keyColumn = 'Title';

/** The key of a row, as it is compared. */
export const keyOf = (content: RowContent): string => String(content[keyColumn] ?? '');

/** What a judgement asks about other rows. */
export interface EditFacts {
  /** `list/key` of each reference that is nowhere. */
  readonly missing: ReadonlySet<string>;
  /** Keys of the other rows of this list. */
  readonly otherKeys: ReadonlySet<string>;
}

/** A reference that a judgement asks about. */
export interface Reference {
  readonly column: string;
  readonly list: string;
  readonly key: string;
}

/** The references that a content makes in the given columns. */
export const referencesIn = (law: EditLaw, content: RowContent, columns: readonly string[]): readonly Reference[] =>
  columns.flatMap((column) => {
    const list = law.references[column];
    const value = content[column];
    if (list === undefined || value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).map((key) => ({ column, list, key: String(key).toUpperCase() }));
  });
