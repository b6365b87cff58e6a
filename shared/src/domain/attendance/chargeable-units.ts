import { instantAtLondon, type LocalDate, mondayOf } from '../days/local-date.ts';
import type { RateUnit } from '../money/rate-card.ts';
import type { SessionRecord } from './attendance-day.ts';
import { type AttendancePolicy, termsOfLot } from './attendance-policy.ts';
import type { PlannedSession } from './planned-session.ts';

/** A session that was planned, with what was told of it. */
export interface ToldSession {
  readonly session: PlannedSession;
  readonly told?: SessionRecord | undefined;
}

/** What of the planned sessions is owed for, in units of the rate. */
export interface ChargeableUnits {
  readonly units: number;
  /** Sessions that nobody has reported: nothing is owed for them as far as this record says, and somebody must ask. */
  readonly unreported: number;
}

/** Shares of a session that may be owed: halves, so that sums are exact. */
const shares = { whole: 1, half: 0.5, nothing: 0 } as const;

/** Which share of a session is owed by the lot's terms: all that was taught; what was missed without notice; nothing that the provider cancelled. */
const shareOf = ({ session, told }: ToldSession, policy: AttendancePolicy, lotKey: string): number => {
  const { noticeHours, withoutNotice } = termsOfLot(policy, lotKey);
  switch (told?.mark) {
    case 'present':
    case 'late':
      return 1;
    case 'cancelled':
      return 0;
    case 'absent':
    case undefined: {
      if (told?.mark === undefined && told?.toldAbsentAt === undefined) return 0;
      const starts = Date.parse(instantAtLondon(session.date, policy.startsAt[session.half]));
      const inTime = told.toldAbsentAt !== undefined && Date.parse(told.toldAbsentAt) <= starts - noticeHours * 3_600_000;
      return inTime ? 0 : shares[withoutNotice];
    }
  }
};

/** R35, row 60: the units that an invoice may ask for. A week at a price per week is owed whole as soon as anything in it is, as it was ordered. */
export const chargeableUnits = (
  sessions: readonly ToldSession[],
  unit: RateUnit,
  lotKey: string,
  policy: AttendancePolicy,
): ChargeableUnits => {
  const unreported = sessions.filter(({ told }) => told?.mark === undefined && told?.toldAbsentAt === undefined).length;
  const weeks = new Set<LocalDate>();
  let units = 0;
  for (const each of sessions) {
    const share = shareOf(each, policy, lotKey);
    if (share === 0) continue;
    weeks.add(mondayOf(each.session.date));
    units += share * { hour: each.session.hours, session: 1, day: 0.5, week: 0 }[unit];
  }
  return { units: unit === 'week' ? weeks.size : units, unreported };
};
