import type { AttendancePolicy } from '../attendance/attendance-policy.ts';
import { chargeableUnits, type ToldSession } from '../attendance/chargeable-units.ts';
import { routeOf } from '../call-off/award-route.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { addDays, type LocalDate } from '../days/local-date.ts';
import type { Pence } from '../money/money.ts';
import { timesUnits } from '../money/rounding.ts';
import type { OrderState } from '../orders/order.ts';
import { plannedEnd, plannedParts } from '../orders/order-plan.ts';
import type { Period } from './invoice.ts';

/** An order that was taught in, with what was told of each of its sessions that are over. */
export interface ChargeableOrder {
  readonly callOff: CallOff;
  readonly sessions: readonly ToldSession[];
  readonly policy: AttendancePolicy;
}

/** What is owed for a period by the lot's terms, at the frozen rate. Pence ex VAT. */
export interface Due {
  readonly units: number;
  readonly net: Pence;
  /** Sessions that nobody has reported: nothing is owed for them as far as the record says. */
  readonly unreported: number;
}

const charged: readonly OrderState[] = ['active', 'paused', 'notice-given', 'ended', 'completed'];

/** Whether anything can be owed for an order: a pupil was taught, or is. What draws the units of a block purchase is owed there, and not a second time (row 54). */
export const canBeCharged = ({ order, request }: CallOff): boolean =>
  order !== undefined && charged.includes(order.state) && routeOf(request) !== 'block-draw-down';

/** The days for which an order can be charged, from its first planned one to its last. `undefined` where nothing is planned any more. */
export const chargeablePeriod = (callOff: CallOff): Period | undefined => {
  const from = plannedParts(callOff)[0]?.from;
  return from === undefined ? undefined : { from, to: plannedEnd(callOff) };
};

const unitsUpTo = ({ sessions, callOff, policy }: ChargeableOrder, day: LocalDate): { units: number; unreported: number } =>
  chargeableUnits(
    sessions.filter(({ session }) => session.date <= day),
    callOff.price.unit,
    callOff.lotKey,
    policy,
  );

/**
 * Row 60: what is owed for the days of a period. Counted as what is owed to its last day less what was owed before its first, so that the units of periods that
 * follow each other add up to those of the whole, also where a week that is paid whole lies across two of them: it is owed in the first.
 */
export const dueFor = (order: ChargeableOrder, { from, to }: Period): Due => {
  const until = unitsUpTo(order, to);
  const before = unitsUpTo(order, addDays(from, -1));
  const units = until.units - before.units;
  return { units, net: timesUnits(order.callOff.price.unitPrice, units), unreported: until.unreported - before.unreported };
};
