import { type Aggregate, unwritten } from '../call-off/aggregate.ts';
import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Transition } from '../machine/transition.ts';
import type { Membership } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import { refused } from '../refusal.ts';
import type { QaOutcome } from './check-outcome.ts';
import type { Confirmation } from './confirmation.ts';
import type { QaCheck } from './qa-check.ts';
import { accept, type QualityCommand, type QualityDecision, whyNotCommissioner } from './quality-decision.ts';
import type { QualityEffectWork } from './quality-effect.ts';
import type { QualityPolicy } from './quality-policy.ts';
import { mandatoryStandards, type QaStandard } from './standard.ts';

/** That evidence came in, who recorded it, and where it lies. Never the evidence itself (R16). */
export interface Evidence {
  readonly recordedBy: Person;
  readonly recordedAt: string;
  readonly link?: string | undefined;
}

/** R20: which body inspected a registered school last, when, and where its report is. There is no grade: single-word grades ended in 2024. */
export interface Inspection {
  readonly body: 'Ofsted' | 'ISI';
  readonly on: LocalDate;
  readonly link: string;
}

/** Leave to go on for a time without a check that holds. Two people: one asks, another approves. */
export interface Waiver {
  readonly state: 'requested' | 'approved' | 'refused';
  readonly reason: string;
  readonly until: LocalDate;
  readonly requestedBy: Person;
  readonly decidedBy?: Person | undefined;
}

/** One check of one standard of one provider, from plan to lapse: one list item. A renewal is a check of its own. */
export interface CheckRecord extends QaCheck, Aggregate<QualityEffectWork> {
  /** Absent where the check was typed or imported, not planned here. */
  readonly scheduledFor?: LocalDate | undefined;
  readonly evidenceDueOn?: LocalDate | undefined;
  readonly evidence?: Evidence | undefined;
  readonly decidedBy?: Person | undefined;
  readonly decidedAt?: string | undefined;
  readonly confirmed: readonly Confirmation[];
  readonly confirmation?: string | undefined;
  readonly inspection?: Inspection | undefined;
  /** What the provider has to put right, by `actionDueOn`. */
  readonly action?: string | undefined;
  readonly waiver?: Waiver | undefined;
  /** The reminders that were sent, in days before the last day. */
  readonly reminded: readonly number[];
}

/** What a decision about a check is taken from. Each part is read from its list at the time. */
export interface CheckFacts {
  /** Members of the council's departments. */
  readonly councilMembers: readonly Membership[];
  readonly policy: QualityPolicy;
  /** Every other check of the provider, of whatever standard. */
  readonly others: readonly (QaCheck & { readonly decidedAt?: string | undefined })[];
  readonly offersTherapy: boolean;
  readonly registeredSchool: boolean;
  /** Whether a hold for a concern stands. */
  readonly safeguardingPause: boolean;
}

export const checkCommands = [
  'request-evidence',
  'receive-evidence',
  'pass',
  'require-action',
  'fail',
  'miss-action',
  'become-due',
  'remind',
  'lapse',
  'request-waiver',
  'approve-waiver',
  'refuse-waiver',
  'end-waiver',
] as const;
export type CheckCommandKind = (typeof checkCommands)[number];

const waivable = ['action-required', 'failed', 'due', 'lapsed'] as const satisfies readonly QaOutcome[];
const waiverCommands = ['request-waiver', 'approve-waiver', 'refuse-waiver', 'end-waiver'] as const;

/** Domain section 5, 'QA check'. Whatever is not listed is refused. */
export const checkTable: readonly Transition<QaOutcome, CheckCommandKind>[] = [
  { from: 'scheduled', command: 'request-evidence', to: ['evidence-requested'] },
  { from: 'evidence-requested', command: 'receive-evidence', to: ['received'] },
  { from: 'received', command: 'pass', to: ['passed'] },
  { from: 'received', command: 'require-action', to: ['action-required'] },
  { from: 'received', command: 'fail', to: ['failed'] },
  { from: 'action-required', command: 'receive-evidence', to: ['received'] },
  { from: 'action-required', command: 'fail', to: ['failed'] },
  { from: 'action-required', command: 'miss-action', to: ['failed'] },
  { from: 'passed', command: 'become-due', to: ['due'] },
  { from: 'due', command: 'remind', to: ['due'] },
  { from: 'due', command: 'lapse', to: ['lapsed'] },
  ...waivable.flatMap((state) => waiverCommands.map((command) => ({ from: state, command, to: [state] }))),
];

export interface ScheduleCheck extends QualityCommand {
  readonly ref: string;
  readonly providerRef: string;
  readonly standard: QaStandard;
  readonly scheduledFor: LocalDate;
}

/** Plans a check. Whether it is mandatory follows from the standard: nobody chooses. */
export const scheduleCheck = (command: ScheduleCheck, facts: Pick<CheckFacts, 'councilMembers'>): QualityDecision<CheckRecord> => {
  const refusal = whyNotCommissioner(command, facts.councilMembers);
  if (refusal) return refusal;
  if (command.scheduledFor < toLondonDate(command.now))
    return refused('dates-not-allowed', 'Enter a day that is today or later.', '/scheduledFor');
  return accept(
    {
      state: {
        ...unwritten,
        ref: command.ref,
        providerRef: command.providerRef,
        standard: command.standard,
        mandatory: mandatoryStandards.includes(command.standard),
        outcome: 'scheduled',
        scheduledFor: command.scheduledFor,
        confirmed: [],
        reminded: [],
      },
      what: 'Check planned',
      action: 'check-scheduled',
      works: [],
    },
    command,
  );
};
