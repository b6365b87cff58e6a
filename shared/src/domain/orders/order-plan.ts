import { addDays, addMonths, compareDates, type LocalDate, mondayOf, toLondonDate } from '../days/local-date.ts';
import type { TermDates } from '../days/term-dates.ts';
import { countUnits, type WeeklyPattern } from '../days/weekly-pattern.ts';
import { addPence, type Pence } from '../money/money.ts';
import type { RateUnit } from '../money/rate-card.ts';
import { timesUnits, vatOf } from '../money/rounding.ts';
import type { OrderHold } from '../quality/order-hold.ts';
import { type Refusal, refused } from '../refusal.ts';

/** So many days on end with one pattern of the week, both ends included. */
export interface PlanPart {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly pattern: WeeklyPattern;
}

/** What a plan comes to at the frozen price. Money in pence; VAT is counted once, on the whole. */
export interface PlanTotals {
  readonly units: number;
  readonly unitsSentence: string;
  /** Of the fullest week. */
  readonly hoursPerWeek: number;
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
}

/** What is to be taught by now, in parts in order that do not overlap, and what it comes to. */
export interface OrderPlan extends PlanTotals {
  readonly parts: readonly PlanPart[];
}

/** The parts of a call-off that say what is planned: what was asked for, and what became of it. */
interface Planned {
  readonly request: { readonly startDate: LocalDate; readonly endDate: LocalDate; readonly pattern: WeeklyPattern };
  readonly order?: { readonly plan?: OrderPlan | undefined } | undefined;
}

/** The rate that was frozen with the request. The price per unit in pence, ex VAT. */
export interface FrozenRate {
  readonly unit: RateUnit;
  readonly unitPrice: Pence;
  readonly vatBasisPoints: number;
}

/** The parts of the present plan: that of the request, until the order was varied, paused, extended or cut short. */
export const plannedParts = ({ request, order }: Planned): readonly PlanPart[] =>
  order?.plan?.parts ?? [{ from: request.startDate, to: request.endDate, pattern: request.pattern }];

interface Stopping {
  readonly order?: { readonly pausedFrom?: LocalDate | undefined } | undefined;
  readonly hold?: Pick<OrderHold, 'state' | 'answeredAt'> | undefined;
}

/**
 * The first day on which nobody is taught though it be planned: that of a pause, or, for a hold on the provider, of the answer of a school that paused or
 * ended the placement (R19). `undefined` where it goes on.
 */
export const stoppedFrom = ({ order, hold }: Stopping): LocalDate | undefined => {
  const answered = hold?.state === 'paused' || hold?.state === 'ended' ? hold.answeredAt : undefined;
  return [order?.pausedFrom, answered && toLondonDate(answered)].flatMap((day) => day || []).sort(compareDates)[0];
};

/** What the present plan comes to. */
export const presentTotals = ({ price, order }: Pick<Planned, 'order'> & { readonly price: PlanTotals }): PlanTotals =>
  order?.plan ?? price;

/** The first planned day; that of the request where nothing is planned any more. */
export const plannedStart = (callOff: Planned): LocalDate => plannedParts(callOff)[0]?.from ?? callOff.request.startDate;

/** The last planned day; that of the request where nothing is planned any more. */
export const plannedEnd = (callOff: Planned): LocalDate => plannedParts(callOff).at(-1)?.to ?? callOff.request.endDate;

/** The parts up to and with a day; what lies after it is cut off. */
export const cutAfter = (parts: readonly PlanPart[], lastDay: LocalDate): readonly PlanPart[] =>
  parts.filter(({ from }) => from <= lastDay).map((part) => (part.to > lastDay ? { ...part, to: lastDay } : part));

/** The parts from a day on; what lies before it is cut off. */
export const cutBefore = (parts: readonly PlanPart[], firstDay: LocalDate): readonly PlanPart[] =>
  parts.filter(({ to }) => to >= firstDay).map((part) => (part.from < firstDay ? { ...part, from: firstDay } : part));

/** The parts before a day, and from it on another pattern to the last day. */
export const changedFrom = (parts: readonly PlanPart[], next: PlanPart): readonly PlanPart[] =>
  joined([...cutAfter(parts, addDays(next.from, -1)), next]);

/** Parts that follow each other without a gap by the same pattern are one. */
const joined = (parts: readonly PlanPart[]): readonly PlanPart[] => {
  const found: PlanPart[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    const goesOn = last && addDays(last.to, 1) === part.from && samePattern(last.pattern, part.pattern);
    if (goesOn) found[found.length - 1] = { ...last, to: part.to };
    else found.push(part);
  }
  return found;
};

const samePattern = (a: WeeklyPattern, b: WeeklyPattern): boolean =>
  a.sessions === b.sessions &&
  a.hoursPerDay === b.hoursPerDay &&
  a.days.length === b.days.length &&
  a.days.every((day) => b.days.includes(day));

/**
 * Whether a part may begin on this day: a price per week counts every week that is taught in as a whole one, so that two parts must never share one.
 * The sentence says so; `undefined` when it may.
 */
export const whyNotFrom = (unit: RateUnit, from: LocalDate, field: string): Refusal | undefined =>
  unit === 'week' && mondayOf(from) !== from ? refused('dates-not-allowed', 'The price is per week: choose a Monday.', field) : undefined;

/**
 * What parts come to at the price that was frozen with the request: the rate never changes in the life of an order (R29). A part without a school day
 * comes to nothing. Refused where the calendar cannot speak for a day, or a part is no pattern.
 */
export const pricePlan = (
  parts: readonly PlanPart[],
  price: FrozenRate,
  termDates: readonly TermDates[],
): { readonly ok: true; readonly plan: OrderPlan } | Refusal => {
  let begins: LocalDate | undefined;
  let units = 0;
  let hoursPerWeek = 0;
  const sentences: string[] = [];
  for (const { from, to, pattern } of parts) {
    begins ??= from;
    if (to >= addMonths(begins, 12))
      return refused('dates-not-allowed', 'An order covers at most 12 months. Make another request for the time after.', '/endDate');
    const count = countUnits(pattern, from, to, termDates, price.unit);
    if (!count.ok && count.code === 'no-teaching-days') continue;
    if (!count.ok) return refused('dates-not-allowed', count.sentence, count.field);
    units += count.units;
    hoursPerWeek = Math.max(hoursPerWeek, count.hoursPerWeek);
    sentences.push(count.sentence);
  }
  const net = timesUnits(price.unitPrice, units);
  const vat = vatOf(net, price.vatBasisPoints);
  const unitsSentence = sentences.length === 0 ? 'No school days' : sentences.join('; then ');
  return { ok: true, plan: { parts, units, unitsSentence, hoursPerWeek, net, vat, gross: addPence(net, vat) } };
};
