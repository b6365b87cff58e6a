import type { AbsenceReason, DelegationReason } from '../../domain/approvals/delegation-event.ts';
import { formatDate, type LocalDate } from '../../domain/days/local-date.ts';

export const absenceWords: Readonly<Record<AbsenceReason, string>> = {
  'planned-absence': 'A planned absence',
  'unexpected-absence': 'An absence that nobody planned',
  'other-work': 'Other work',
};

const otherReasons: Partial<Readonly<Record<DelegationReason, string>>> = { 'typed-in-list': 'entered in the list' };

/** How it came about: 'Named by A Head: a planned absence.' */
export const namedSentence = (by: string, why: DelegationReason | undefined): string => {
  const told = why === undefined ? undefined : (otherReasons[why] ?? absenceWords[why as AbsenceReason]);
  return `Named by ${by}${told === undefined ? '' : `: ${told.charAt(0).toLowerCase()}${told.slice(1)}`}.`;
};

/** 'from 1 Mar 2027 to 5 Mar 2027', or 'on 1 Mar 2027'. */
export const daysWords = ({ from, until }: { readonly from: LocalDate; readonly until: LocalDate }): string =>
  from === until ? `on ${formatDate(from, 'short')}` : `from ${formatDate(from, 'short')} to ${formatDate(until, 'short')}`;
