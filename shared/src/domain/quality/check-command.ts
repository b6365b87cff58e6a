import type { LocalDate } from '../days/local-date.ts';
import type { Refusal } from '../refusal.ts';
import type { CheckCommandKind, CheckFacts, CheckRecord, Inspection } from './check-record.ts';
import type { Confirmation } from './confirmation.ts';
import type { CommandOf, QualityChange } from './quality-decision.ts';

interface Told {
  readonly 'request-evidence': { readonly dueOn: LocalDate };
  readonly 'receive-evidence': { readonly link?: string | undefined };
  readonly pass: {
    readonly checkedOn: LocalDate;
    /** The last day on which it holds: of an insurance, that of the policy. */
    readonly expiresOn: LocalDate;
    /** The day of the training or the review that the pass rests on, where it is neither older nor newer than that (R17). */
    readonly restsOn?: LocalDate | undefined;
    readonly confirmed: readonly Confirmation[];
    readonly confirmation: string;
    readonly inspection?: Inspection | undefined;
  };
  readonly 'require-action': { readonly action: string; readonly dueOn: LocalDate };
  readonly fail: { readonly reason: string };
  readonly 'request-waiver': { readonly reason: string; readonly until: LocalDate };
  readonly 'refuse-waiver': { readonly reason: string };
}

/** A command to a check, by its kind. */
export type CheckCommandOf<Kind extends CheckCommandKind> = CommandOf<Kind, Told>;

export type CheckCommand = { [Kind in CheckCommandKind]: CheckCommandOf<Kind> }[CheckCommandKind];

/** What one kind of command does to a check. Who gives it and whether it is allowed from here has been asked before. */
export type CheckStep<Kind extends CheckCommandKind> = (
  present: CheckRecord,
  command: CheckCommandOf<Kind>,
  facts: CheckFacts,
) => QualityChange<CheckRecord> | Refusal;
