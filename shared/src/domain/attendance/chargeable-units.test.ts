import fc from 'fast-check';
import { aBuyer } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { rateUnits } from '../money/rate-card.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import { plannedParts, pricePlan } from '../orders/order-plan.ts';
import type { AttendanceDay } from './attendance-day.ts';
import { defaultAttendancePolicy } from './attendance-policy.ts';
import { chargeableUnits } from './chargeable-units.ts';
import { sessionsBetween, sessionsOn } from './planned-session.ts';
import { providerMarks } from './provider-mark.ts';

const { termDates } = aBuyer();
const date = localDate('2027-01-14');
describe('row 60: what is owed, by the terms of the lot', () => {
  const [morning, afternoon] = sessionsOn(runningOrder(), date, termDates);
  if (!morning || !afternoon) throw new Error('Thursday is taught');
  const owed = (told: AttendanceDay['am'] | undefined, policy = defaultAttendancePolicy) =>
    chargeableUnits([{ session: morning, told }], 'session', 'AP-2026-1', policy);

  test('what was taught; not what the provider cancelled; nothing for what nobody reported, which is counted', () => {
    expect(owed({ mark: 'present' })).toEqual({ units: 1, unreported: 0 });
    expect(owed({ mark: 'late' })).toEqual({ units: 1, unreported: 0 });
    expect(owed({ mark: 'cancelled' })).toEqual({ units: 0, unreported: 0 });
    expect(owed(undefined)).toEqual({ units: 0, unreported: 1 });
  });

  test('by the week, a week in which anything was taught, and none of which the provider cancelled every session', () => {
    const week = (mark: AttendanceDay['am']) => [morning, afternoon].map((session) => ({ session, told: mark }));
    const units = (given: ReturnType<typeof week>) => chargeableUnits(given, 'week', 'AP-2026-1', defaultAttendancePolicy).units;
    expect([units(week({ mark: 'present' })), units(week({ mark: 'cancelled' }))]).toEqual([1, 0]);
  });

  test('an absence without the hours of notice that the lot asks for; with them nothing', () => {
    expect(owed({ mark: 'absent' }).units).toBe(1);
    expect(owed({ mark: 'absent', toldAbsentAt: '2027-01-13T09:00:00Z' }).units).toBe(0);
    expect(owed({ mark: 'absent', toldAbsentAt: '2027-01-13T09:01:00Z' }).units).toBe(1);
    expect(owed({ toldAbsentAt: '2027-01-13T08:00:00Z' })).toEqual({ units: 0, unreported: 0 });
    // Told too late, and not reported since: missed all the same.
    expect(owed({ toldAbsentAt: '2027-01-13T09:01:00Z' })).toEqual({ units: 1, unreported: 0 });
    const half = { ...defaultAttendancePolicy, lotTerms: { 'AP-2026-1': { noticeHours: 48, withoutNotice: 'half' as const } } };
    expect(owed({ mark: 'absent', toldAbsentAt: '2027-01-13T09:00:00Z' }, half).units).toBe(0.5);
  });

  test('a placement that was taught throughout owes what was ordered, in every unit; one that was not owes no more', () => {
    const order = runningOrder();
    const sessions = sessionsBetween(order, localDate('2027-01-12'), localDate('2027-03-18'), termDates);
    const marks = fc.array(fc.constantFrom(undefined, ...providerMarks), { minLength: sessions.length, maxLength: sessions.length });
    for (const unit of rateUnits) {
      const ordered = pricePlan(plannedParts(order), { ...order.price, unit }, termDates);
      if (!ordered.ok) throw new Error(ordered.detail);
      const taught = sessions.map((session) => ({ session, told: { mark: 'present' as const } }));
      expect(chargeableUnits(taught, unit, 'AP-2026-1', defaultAttendancePolicy).units).toBe(ordered.plan.units);
      fc.assert(
        fc.property(marks, (told) => {
          const given = sessions.map((session, index) => ({ session, told: { mark: told[index] } }));
          const { units, unreported } = chargeableUnits(given, unit, 'AP-2026-1', defaultAttendancePolicy);
          expect(units).toBeLessThanOrEqual(ordered.plan.units);
          expect(unreported).toBe(told.filter((mark) => mark === undefined).length);
        }),
        { numRuns: 50 },
      );
    }
  });
});
