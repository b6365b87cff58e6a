import type { AttendanceDay } from '../attendance/attendance-day.ts';
import type { CallOff, EarlierOffer } from '../call-off/call-off.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { Order } from '../orders/order.ts';
import type { OrderReviews } from '../reviews/order-reviews.ts';

/** What stands where words about a pupil stood. */
export const erasedWords = '(erased)';

const prefix = 'ERASED-';
/** The reference that stands in place of a pupil's: drawn by chance and the same in all records of one pupil, so that they still count as one. */
export const erasedReference = (drawn: string): string => `${prefix}${drawn}`;
export const isErased = (pupilRef: string): boolean => pupilRef.startsWith(prefix);

const gone = (words: string | undefined): string | undefined => (words === undefined ? undefined : erasedWords);
/** The same object without what is undefined: an absent part stays absent in what is kept. */
const without = <T extends object>(whole: T): T =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;
const uncommented = <T extends { readonly comment?: string | undefined }>(each: T): T => without({ ...each, comment: gone(each.comment) });
const withoutComment = <T extends object>(each: T): T => ('comment' in each ? uncommented(each as T & { comment?: string }) : each);

/**
 * A call-off of which nothing tells any more which pupil it was for, nor what was said of them. Money, days, units, states, provider, payer and who decided
 * stay to the penny and the day: they are what the council and the school answer for (R41). `reference` stands in place of the pupil's.
 */
export const eraseCallOff = (callOff: CallOff, reference: string): CallOff => {
  const { request, award, order, offers, hold, attention } = callOff;
  const { objectives: _words, exclusion: _exclusion, offSiteDirection: _direction, ...kept } = request;
  return without({
    ...callOff,
    request: {
      ...withoutReason(kept),
      pupilRef: reference,
      age: 0,
      compulsorySchoolAge: false,
      ehcPlan: false,
      lookedAfter: false,
    } as CallOff['request'],
    // What was said of its days speaks of the pupil: suspended, directed off site.
    advice: undefined,
    award: award && withoutWhy(award),
    approvals: callOff.approvals.map(withoutComment),
    order: order && eraseOrder(order),
    offers: offers?.map(eraseOffer),
    hold: hold && without({ ...hold, reason: gone(hold.reason) }),
    attention: attention?.map((each) => without({ ...each, detail: gone(each.detail) })),
    history: callOff.history.map(uncommented),
  });
};

const withoutReason = <T extends object>(route: T): T =>
  'basisReason' in route && route.basisReason !== undefined ? { ...route, basisReason: erasedWords } : route;
const withoutWhy = <T extends { readonly reason?: string | undefined }>(award: T): T => without({ ...award, reason: gone(award.reason) });

const eraseOffer = (offer: EarlierOffer): EarlierOffer =>
  without({
    ...offer,
    asked: withoutReason(offer.asked),
    award: offer.award && withoutWhy(offer.award),
    order: eraseOrder(offer.order),
    passedOn: { ...offer.passedOn, reason: erasedWords },
  });

const eraseOrder = (order: Order): Order => {
  const { otherOffer, notice, end, change } = order;
  return without({
    ...order,
    declineReason: gone(order.declineReason),
    otherOffer: otherOffer && { ...otherOffer, text: erasedWords },
    notice: notice && { ...notice, reason: erasedWords },
    end: end && without({ ...end, note: gone(end.note), destination: undefined, objectives: undefined }),
    change: change && { ...change, reason: erasedWords, steps: change.steps.map(withoutComment) },
  });
};

/** A day of attendance without the codes of the school's register, which tell of illness and the like. What was taught and is paid for stays. */
export const eraseDay = (day: AttendanceDay): AttendanceDay => ({
  ...day,
  am: without({ ...day.am, code: undefined }),
  pm: without({ ...day.pm, code: undefined }),
  // Its lines name the codes.
  history: day.history.map((line) => ({ ...uncommented(line), what: erasedWords })),
});

/** The record of a placement's reviews without the reviews: how a pupil got on is nothing that money rests on. */
export const eraseReviews = (record: OrderReviews): OrderReviews => ({
  ...record,
  reviews: [],
  history: record.history.map((line) => ({ ...uncommented(line), what: erasedWords })),
});

/** An invoice without what was said of the lines of these call-offs. Every sum stays. */
export const eraseInvoice = (invoice: Invoice, callOffRefs: ReadonlySet<string>): Invoice =>
  without({
    ...invoice,
    note: invoice.lines.some(({ callOffRef }) => callOffRefs.has(callOffRef)) ? gone(invoice.note) : invoice.note,
    lines: invoice.lines.map((line) =>
      callOffRefs.has(line.callOffRef) && line.accepted
        ? { ...line, accepted: without({ ...line.accepted, reason: gone(line.accepted.reason) }) }
        : line,
    ),
    history: invoice.lines.some(({ callOffRef }) => callOffRefs.has(callOffRef)) ? invoice.history.map(uncommented) : invoice.history,
  });
