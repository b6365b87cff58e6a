import { type Aggregate, unwritten } from '../call-off/aggregate.ts';
import { addMonths, type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { Transition } from '../machine/transition.ts';
import type { Membership } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import { refused } from '../refusal.ts';
import type { Evidence } from './check-record.ts';
import { accept, type CommandOf, type QualityCommand, type QualityDecision, whyNotCommissioner } from './quality-decision.ts';
import type { QualityEffectWork } from './quality-effect.ts';

export const visitStatuses = ['planned', 'held', 'closed', 'cancelled'] as const;
export type VisitStatus = (typeof visitStatuses)[number];

/** What the provider has to do after a visit, by a day. It is done when a commissioner says so, not when evidence comes in. */
export interface VisitAction {
  readonly ref: string;
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly evidence?: Evidence | undefined;
  readonly doneBy?: Person | undefined;
  readonly doneAt?: string | undefined;
}

/** One visit to a provider with the actions that came of it: one list item. */
export interface Visit extends Aggregate<QualityEffectWork> {
  readonly providerRef: string;
  readonly status: VisitStatus;
  readonly plannedFor: LocalDate;
  readonly heldOn?: LocalDate | undefined;
  readonly heldBy?: Person | undefined;
  readonly findings?: string | undefined;
  readonly actions: readonly VisitAction[];
}

export const visitCommands = ['move', 'record', 'cancel', 'add-action', 'evidence-action', 'finish-action', 'close'] as const;
export type VisitCommandKind = (typeof visitCommands)[number];

interface Told {
  readonly move: { readonly plannedFor: LocalDate };
  readonly record: { readonly heldOn: LocalDate; readonly findings: string };
  readonly cancel: { readonly reason: string };
  readonly 'add-action': { readonly text: string; readonly dueOn: LocalDate };
  readonly 'evidence-action': { readonly actionRef: string; readonly link?: string | undefined };
  readonly 'finish-action': { readonly actionRef: string };
}
export type VisitCommandOf<Kind extends VisitCommandKind> = CommandOf<Kind, Told>;
export type VisitCommand = { [Kind in VisitCommandKind]: VisitCommandOf<Kind> }[VisitCommandKind];

export const visitTable: readonly Transition<VisitStatus, VisitCommandKind>[] = [
  { from: 'planned', command: 'move', to: ['planned'] },
  { from: 'planned', command: 'record', to: ['held'] },
  { from: 'planned', command: 'cancel', to: ['cancelled'] },
  { from: 'held', command: 'add-action', to: ['held'] },
  { from: 'held', command: 'evidence-action', to: ['held'] },
  { from: 'held', command: 'finish-action', to: ['held'] },
  { from: 'held', command: 'close', to: ['closed'] },
];

export interface VisitFacts {
  readonly councilMembers: readonly Membership[];
}

export interface PlanVisit extends QualityCommand {
  readonly ref: string;
  readonly providerRef: string;
  readonly plannedFor: LocalDate;
}

export const planVisit = (command: PlanVisit, facts: VisitFacts): QualityDecision<Visit> => {
  const refusal = whyNotCommissioner(command, facts.councilMembers);
  if (refusal) return refusal;
  if (command.plannedFor < toLondonDate(command.now))
    return refused('dates-not-allowed', 'Enter a day that is today or later.', '/plannedFor');
  const { ref, providerRef, plannedFor } = command;
  const state: Visit = { ...unwritten, ref, providerRef, status: 'planned', plannedFor, actions: [] };
  return accept({ state, what: 'Visit planned', action: 'visit-planned', works: [] }, command);
};

/** When a provider is to be visited next: so many months after the last visit; `undefined` when it was never visited, which is at once. */
export const nextVisitDue = (
  visits: readonly Pick<Visit, 'providerRef' | 'heldOn'>[],
  providerRef: string,
  everyMonths: number,
): LocalDate | undefined => {
  const last = visits
    .flatMap((visit) => (visit.providerRef === providerRef && visit.heldOn !== undefined ? [visit.heldOn] : []))
    .sort()
    .at(-1);
  return last === undefined ? undefined : addMonths(last, everyMonths);
};

/** A provider is visited at least so often, unless the council says otherwise. */
export const visitEveryMonths = 12;

/** A provider that is to be visited: since when or by when, and nothing where it was never visited, which is at once. */
export interface VisitDue {
  readonly providerRef: string;
  readonly dueOn?: LocalDate | undefined;
}

/** Row 23: which of these providers are to be visited within so many days and have no visit planned; those never visited first. */
export const visitsDue = (
  providerRefs: readonly string[],
  visits: readonly Pick<Visit, 'providerRef' | 'heldOn' | 'status'>[],
  by: LocalDate,
  everyMonths: number = visitEveryMonths,
): readonly VisitDue[] =>
  providerRefs
    .filter((providerRef) => !visits.some((visit) => visit.providerRef === providerRef && visit.status === 'planned'))
    .map((providerRef): VisitDue => ({ providerRef, dueOn: nextVisitDue(visits, providerRef, everyMonths) }))
    .filter(({ dueOn }) => dueOn === undefined || dueOn <= by)
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.providerRef.localeCompare(b.providerRef));
