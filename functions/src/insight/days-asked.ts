import { addDays, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';

/** A quarter of a year, where nothing else is asked for. */
const usualDays = 90;

/** The days that are looked back at, both included: those asked for, else the last ninety. Refuses days that end before they begin. */
export const daysAsked = (
  query: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined },
  { clock }: Pick<Ports, 'clock'>,
): { readonly from: LocalDate; readonly to: LocalDate } => {
  const to = query.to ?? toLondonDate(clock.now());
  const from = query.from ?? addDays(to, -usualDays);
  if (from > to) throw new ProblemError('input-not-understood', 'The first day is after the last one.', { pointer: '/query/from' });
  return { from, to };
};
