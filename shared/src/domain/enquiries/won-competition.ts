import type { CallOff, CallOffRequest } from '../call-off/call-off.ts';
import { compareDates, formatDate, type LocalDate } from '../days/local-date.ts';
import { formatMoney, type Pence } from '../money/money.ts';
import type { Rate, RateUnit } from '../money/rate-card.ts';
import { cameToNothing } from '../orders/order.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Enquiry } from './enquiry.ts';

/** What a competition fixed for its buyer: which service, at what price, and from when it can start. */
export interface WonCompetition {
  readonly ref: string;
  readonly serviceRef: string;
  readonly unit: RateUnit;
  /** As quoted, ex VAT. */
  readonly unitPrice: Pence;
  readonly earliestStart: LocalDate;
  /** Another request that was made of it and has not come to nothing. */
  readonly usedBy?: string | undefined;
}

const isLive = ({ status, order }: CallOff): boolean =>
  status !== 'rejected' && status !== 'withdrawn' && !(order && cameToNothing(order.state));

/** What a buyer may order by a competition of its own; `undefined` where nobody was chosen, or it is another's. `callOffRef`: the request itself. */
export const wonIn = (
  { kind, ref, buyerRef, asked, outcome }: Enquiry,
  buyer: string,
  callOffs: readonly CallOff[],
  callOffRef?: string,
): WonCompetition | undefined => {
  const winner = asked.find(({ providerRef }) => providerRef === outcome?.chosen);
  const quote = winner?.reply?.quote;
  if (kind !== 'competition' || buyerRef !== buyer || !winner?.ceiling || !quote) return undefined;
  const other = callOffs.find((each) => each.ref !== callOffRef && each.request.enquiryRef === ref && isLive(each));
  return { ref, serviceRef: winner.serviceRef, unit: winner.ceiling.unit, ...quote, usedBy: other?.ref };
};

/**
 * Row 39: what a request that names a competition is bought at, or why not; `undefined` where it names none. It is of the service that was chosen, from the day
 * that was quoted, once, and never above the framework price of its first day.
 */
export const wonFor = (
  request: Pick<CallOffRequest, 'enquiryRef' | 'serviceRef' | 'startDate'>,
  won: WonCompetition | undefined,
  rate: Rate,
): WonCompetition | Refusal | undefined => {
  const { enquiryRef } = request;
  if (enquiryRef === undefined) return undefined;
  const misfit = (detail: string, field = '/enquiryRef'): Refusal => refused('call-off-does-not-fit', detail, field);
  if (!won || won.ref !== enquiryRef) return misfit(`Nobody was chosen in competition ${enquiryRef}, or it is not of your school.`);
  if (won.serviceRef !== request.serviceRef) return misfit(`Another service was chosen in competition ${enquiryRef}.`);
  if (won.usedBy !== undefined)
    return misfit(`Request ${won.usedBy} was made of competition ${enquiryRef}. Hold another one for another placement.`);
  if (compareDates(request.startDate, won.earliestStart) < 0)
    return misfit(
      `The provider quoted that it can start on ${formatDate(won.earliestStart)}. Choose that day or a later one.`,
      '/startDate',
    );
  return won.unit === rate.unit && won.unitPrice <= rate.price
    ? won
    : refused(
        'rate-changed',
        `The framework price on the first day is ${formatMoney(rate.price)} per ${rate.unit}, below what was quoted. Request the service without the competition.`,
      );
};
