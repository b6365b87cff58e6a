import type { LocalDate } from '../days/local-date.ts';
import type { Person } from '../people/person.ts';

/** What can become of a delegation; the audit chain calls it so. `delegation-over`: its last day has passed. */
export const delegationActions = ['delegate-named', 'delegation-changed', 'delegation-ended', 'delegation-over'] as const;
export type DelegationAction = (typeof delegationActions)[number];

/** Why an approver is stood in for. Never more than this: why exactly somebody is away is nobody's business here. */
export const absenceReasons = ['planned-absence', 'unexpected-absence', 'other-work'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** Why something became of it: the absence, or how it came about. */
export const delegationReasons = [...absenceReasons, 'typed-in-list', 'ended-early', 'last-day-passed'] as const;
export type DelegationReason = (typeof delegationReasons)[number];

/** One thing that became of an approver's delegation, with who did it and why. Numbered without gaps for each approver at each buyer. */
export interface DelegationEvent {
  readonly number: number;
  readonly action: DelegationAction;
  readonly at: string;
  readonly by: Person;
  readonly why: DelegationReason;
  readonly to: Person;
  readonly from: LocalDate;
  readonly until: LocalDate;
}
