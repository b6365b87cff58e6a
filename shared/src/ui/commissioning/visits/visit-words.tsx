import type { VisitReply } from '../../../contract/visits.ts';
import { formatDate, type LocalDate } from '../../../domain/days/local-date.ts';
import type { VisitStatus } from '../../../domain/quality/visit.ts';

const statusWords: Readonly<Record<VisitStatus, string>> = {
  planned: 'Planned',
  held: 'Visited',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

/** A visit's state; one whose day has passed with nothing recorded says so. */
export const stateWords = ({ status, plannedFor }: Pick<VisitReply, 'status' | 'plannedFor'>, today: LocalDate): string =>
  status === 'planned' && plannedFor < today ? 'Overdue: record what was found' : statusWords[status];

/** When a provider is to be visited; without a day it never was. */
export const dueWords = (dueOn: LocalDate | undefined, today: LocalDate): string => {
  if (dueOn === undefined) return 'At once: never visited';
  return dueOn < today ? `Overdue since ${formatDate(dueOn, 'short')}` : `By ${formatDate(dueOn, 'short')}`;
};

/** The day of a visit: when it was held, else when it is planned. */
export const dayOf = ({ heldOn, plannedFor }: Pick<VisitReply, 'heldOn' | 'plannedFor'>): LocalDate => heldOn ?? plannedFor;

type Action = VisitReply['actions'][number];

/** How an action stands. Evidence that came in does not end it: a commissioner looks first. */
export const actionWords = ({ doneBy, overdue, evidence }: Action): string => {
  if (doneBy !== undefined) return 'Done';
  if (overdue) return evidence ? 'Overdue, with evidence to look at' : 'Overdue';
  return evidence ? 'Evidence to look at' : 'Open';
};
