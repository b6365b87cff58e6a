import type { CallOffRequestInput } from '@ap/shared/contract/call-offs';
import type { ApiClient } from '@ap/shared/contract/client';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import { type RouteNamed, routeNamed } from '@ap/shared/domain/call-off/award-route';
import { addDays, dayOfWeek, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { sampleTermDates } from '@ap/shared/domain/days/sample-term-dates';
import { isSchoolDay } from '@ap/shared/domain/days/term-dates';
import type { DirectAwardBasis } from '@ap/shared/domain/register/framework';

/** Whether the sample's schools teach from this Monday to Friday, and on a Thursday of the second to fifth week after it. */
const placementsCanBegin = (monday: LocalDate): boolean => {
  const isTaught = (days: number): boolean => isSchoolDay(sampleTermDates, addDays(monday, days));
  return [0, 1, 2, 3, 4].every(isTaught) && [2, 3, 4, 5].some((weeks) => isTaught(7 * weeks + 3));
};

/** The next Monday, at least a week from now, of a week in which placements can begin: whenever the test runs, the summer included. Throws where the sample's terms end. */
export const nextMonday = (now = new Date().toISOString()): LocalDate => {
  const soon = Array.from({ length: 120 }, (_, days) => addDays(toLondonDate(now), 7 + days));
  const monday = soon.find((day) => dayOfWeek(day) === 'mon' && placementsCanBegin(day));
  if (monday === undefined) throw new RangeError(`The sample has no week of school soon after ${now}: give sampleTermDates another year.`);
  return monday;
};

/** A request as a school would make it: two days a week for some weeks, paid by the school. */
export const aRequest = (
  buyerRef: string,
  service: Pick<ServiceSummary, 'serviceRef' | 'ageFrom'>,
  basis: string,
  change: Partial<Omit<CallOffRequestInput, keyof RouteNamed>> & RouteNamed = {},
): CallOffRequestInput => {
  const { basis: other, basisReason, blockRef, enquiryRef, ...told } = change;
  const stated = other ?? (basis as DirectAwardBasis);
  const route = routeNamed({ basis: stated, basisReason, blockRef, enquiryRef }) ?? { basis: stated };
  return {
    buyerRef,
    serviceRef: service.serviceRef,
    pupilRef: 'P-0147',
    age: service.ageFrom,
    compulsorySchoolAge: true,
    ehcPlan: false,
    lookedAfter: false,
    arrangedBy: 'school',
    payer: 'school',
    billTo: 'The governing body, finance office',
    pattern: { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 },
    startDate: nextMonday(),
    endDate: addDays(nextMonday(), 34),
    useFallbackApprover: false,
    ...told,
    ...route,
  };
};

/** The first day-rate service that a search finds, with the basis that its framework permits first. */
export const aService = async (api: ApiClient): Promise<{ service: ServiceSummary; basis: string }> => {
  const found = await api.searchDirectory({ query: { unit: 'day', sort: 'price', modes: 'off-site' } });
  const service = found.items[0];
  if (!service) throw new Error('The sample has no service priced by the day');
  const page = await api.getService({ params: { serviceRef: service.serviceRef } });
  return { service, basis: page.permittedBases[0] ?? 'lowest-price' };
};

/** What this request would cost and who would decide it: the quote that the form asks for while it is filled in. */
export const quoteOf = (api: ApiClient, request: CallOffRequestInput) => {
  const { buyerRef, serviceRef, payer, pattern, startDate, endDate, useFallbackApprover, blockRef, enquiryRef } = request;
  const asked = { buyerRef, serviceRef, payer, pattern, startDate, endDate, useFallbackApprover };
  return api.quoteCallOff({
    body: { ...asked, ...(blockRef === undefined ? {} : { blockRef }), ...(enquiryRef === undefined ? {} : { enquiryRef }) },
  });
};
