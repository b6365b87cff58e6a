import type { EditFaultCode } from './edit-fault.ts';
import type { TypedCommand } from './edit-law.ts';

export interface FieldFault<R> {
  readonly field: keyof R & string;
  readonly code: EditFaultCode;
  readonly sentence: string;
}

/** What the rules of one kind of record say of an edit that somebody made in its list; `before` is absent for a new record. */
export type RecordRules<R> = (
  before: R | undefined,
  after: R,
) => { readonly faults: readonly FieldFault<R>[]; readonly command?: TypedCommand | undefined };

/** Fields that an edit changed, among some. */
export const changedFields = <R>(before: R, after: R, fields: readonly (keyof R & string)[]): readonly (keyof R & string)[] =>
  fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
