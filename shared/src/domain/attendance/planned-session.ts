import type { CallOff } from '../call-off/call-off.ts';
import { addDays, dayOfWeek, type LocalDate } from '../days/local-date.ts';
import { calendarKnown, isSchoolDay, type TermDates } from '../days/term-dates.ts';
import type { OrderState } from '../orders/order.ts';
import { type PlanPart, plannedParts, stoppedFrom } from '../orders/order-plan.ts';

/** R22: the two sessions of a school day. */
export const halves = ['am', 'pm'] as const;
export type Half = (typeof halves)[number];

/** One session that is planned. `hours` are those of this session alone. */
export interface PlannedSession {
  readonly date: LocalDate;
  readonly half: Half;
  readonly hours: number;
}

/** A pupil is taught, or was: before the start and where an order came to nothing there are no sessions. */
const taughtStates: readonly OrderState[] = ['active', 'paused', 'notice-given', 'ended', 'completed'];

const partOf = (callOff: CallOff, date: LocalDate): PlanPart | undefined => {
  const { order } = callOff;
  if (!order || !taughtStates.includes(order.state)) return undefined;
  const stopped = stoppedFrom(callOff);
  if (stopped !== undefined && date >= stopped) return undefined;
  return plannedParts(callOff).find(({ from, to }) => from <= date && date <= to);
};

/**
 * The sessions of an order on a day, morning first: they follow from its plan, so that a change, a pause, a notice or an end needs no second entry.
 * None on a day that is no school day by the buyer's term dates (R43), or for which the calendar cannot speak.
 */
export const sessionsOn = (callOff: CallOff, date: LocalDate, termDates: readonly TermDates[]): readonly PlannedSession[] => {
  const part = partOf(callOff, date);
  if (!part?.pattern.days.some((day) => day === dayOfWeek(date))) return [];
  if (!calendarKnown(termDates, date) || !isSchoolDay(termDates, date)) return [];
  const { sessions, hoursPerDay } = part.pattern;
  return sessions === 'both'
    ? halves.map((half) => ({ date, half, hours: hoursPerDay / 2 }))
    : [{ date, half: sessions, hours: hoursPerDay }];
};

/** The sessions of an order from a day to a day, both included. */
export const sessionsBetween = (
  callOff: CallOff,
  from: LocalDate,
  to: LocalDate,
  termDates: readonly TermDates[],
): readonly PlannedSession[] => {
  const found: PlannedSession[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) found.push(...sessionsOn(callOff, date, termDates));
  return found;
};
