import { leadsTo } from '../machine/transition.ts';
import { isUndecided } from '../quality/check-outcome.ts';
import { checkTable } from '../quality/check-record.ts';
import type { QaCheck } from '../quality/qa-check.ts';
import type { TypedCheckOutcome } from './edit-law.ts';
import { changedFields, type RecordRules } from './record-rules.ts';

const recorded = [
  'standard',
  'mandatory',
  'outcome',
  'checkedOn',
  'checkedBy',
  'expiresOn',
  'actionDueOn',
  'waivedUntil',
] as const satisfies readonly (keyof QaCheck)[];

/** A check as its list has it; `isLed`: the app has decided about it. */
export type EditedCheck = QaCheck & { readonly isLed: boolean };

/** That evidence came in asks nothing more. Every other step of a check that the app leads asks for a day, a reason or what was confirmed. */
const typedReceipt = (before: EditedCheck, after: EditedCheck): TypedCheckOutcome | undefined =>
  after.outcome === 'received' && leadsTo(checkTable, before.outcome, 'receive-evidence').length > 0
    ? { of: 'check', kind: 'receive-evidence', checkRef: before.ref }
    : undefined;

const notByTyping =
  'Nobody passes, fails or waives a check by typing. Record it in the app, which asks who checked what and until when it holds.';

/** R16, R17: what was decided about a check stays as it was decided, and nothing is decided by typing. What is only planned may be planned otherwise. */
export const checkRules: RecordRules<EditedCheck> = (before, after) => {
  const changed = before ? changedFields(before, after, recorded) : (['outcome'] as const);
  const command = before?.isLed ? typedReceipt(before, after) : undefined;
  if (before && (before.isLed || !isUndecided(before.outcome)))
    return {
      command,
      faults: changed
        .filter((field) => field !== 'outcome' || command === undefined)
        .map((field) => ({
          field,
          code: 'decided-in-the-app',
          sentence: 'This check was decided, and stays as it was decided. Record a new one in the app.',
        })),
    };
  const isDecided = !isUndecided(after.outcome);
  return {
    faults: [
      ...(isDecided ? [{ field: 'outcome', code: 'check-not-decided', sentence: notByTyping } as const] : []),
      ...(after.waivedUntil === undefined || after.waivedUntil === before?.waivedUntil
        ? []
        : [{ field: 'waivedUntil', code: 'check-not-decided', sentence: notByTyping } as const]),
    ],
  };
};
