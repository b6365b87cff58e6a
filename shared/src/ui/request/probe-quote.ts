import { addDays, type LocalDate } from '../../domain/days/local-date.ts';
import type { Payer } from '../../domain/money/payer.ts';
import type { QuoteInput } from './to-request.ts';

/**
 * The smallest request worth pricing, before anything is filled in: one day a week for eight weeks, which is longer than any school
 * holiday. When nobody may approve even that, the person is told before filling in the form.
 */
export const probeQuote = (
  serviceRef: string,
  buyerRef: string,
  payer: Payer,
  useFallbackApprover: boolean,
  from: LocalDate,
): QuoteInput => ({
  buyerRef,
  serviceRef,
  payer,
  pattern: { days: ['tue'], sessions: 'am', hoursPerDay: 1 },
  startDate: from,
  endDate: addDays(from, 55),
  useFallbackApprover,
});
