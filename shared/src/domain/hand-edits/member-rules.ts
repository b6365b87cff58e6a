import type { LocalDate } from '../days/local-date.ts';
import type { EditFaultCode } from './edit-fault.ts';
import { changedFields, type FieldFault, type RecordRules } from './record-rules.ts';

/** A row of the list of members, as far as it says who stands in for an approver. */
export interface TypedMember {
  readonly buyerRef: string;
  readonly person: string;
  readonly delegateTo: string | undefined;
  readonly delegateName: string | undefined;
  readonly delegateEmail: string | undefined;
  readonly delegateFrom: LocalDate | undefined;
  readonly delegateUntil: LocalDate | undefined;
}

const code: EditFaultCode = 'refused-by-the-rules';
const halfTyped = 'Write who stands in, the first day and the last day together, or empty all three.';

const delegateFields = ['delegateTo', 'delegateName', 'delegateEmail', 'delegateFrom', 'delegateUntil'] as const;

/** A delegate who is typed is named by the same rules as in the app: all that says so is there, and the rest is for the command to judge. */
export const memberRules: RecordRules<TypedMember> = (before, after) => {
  const { buyerRef, person, delegateTo, delegateFrom, delegateUntil } = after;
  const told = changedFields<Partial<TypedMember>>(before ?? {}, after, delegateFields);
  if (told.length === 0) return { faults: [] };
  if (delegateTo !== undefined && delegateFrom !== undefined && delegateUntil !== undefined)
    return {
      faults: [],
      command: { of: 'delegation', buyerRef, person, delegation: { to: delegateTo, from: delegateFrom, until: delegateUntil } },
    };
  if (delegateTo === undefined && delegateFrom === undefined && delegateUntil === undefined)
    return { faults: [], command: { of: 'delegation', buyerRef, person } };
  return { faults: told.map((field): FieldFault<TypedMember> => ({ field, code, sentence: halfTyped })) };
};
