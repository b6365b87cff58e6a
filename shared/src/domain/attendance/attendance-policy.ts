import type { Half } from './planned-session.ts';

/** What is owed for a session that the pupil missed without notice: all of it, half of it or nothing. */
export const missedShares = ['whole', 'half', 'nothing'] as const;
export type MissedShare = (typeof missedShares)[number];

/** What a lot says of sessions that were not taught. */
export interface SessionTerms {
  /** Hours before its start by which the provider must know of an absence, so that nothing is owed for the session. */
  readonly noticeHours: number;
  readonly withoutNotice: MissedShare;
}

/** What the framework says about attendance. A row of data: a commissioner's Settings row may replace it. Hours by London's clock, 3 to 23. */
export interface AttendancePolicy {
  /** When a session begins. */
  readonly startsAt: Readonly<Record<Half, number>>;
  /** By when the provider has to report it: after it the school is told as of an absence. */
  readonly reportBy: Readonly<Record<Half, number>>;
  readonly terms: SessionTerms;
  /** Terms of single lots, by their key, where they differ. */
  readonly lotTerms: Readonly<Record<string, SessionTerms>>;
}

export const defaultAttendancePolicy: AttendancePolicy = {
  startsAt: { am: 9, pm: 13 },
  reportBy: { am: 10, pm: 14 },
  terms: { noticeHours: 24, withoutNotice: 'whole' },
  lotTerms: {},
};

export const termsOfLot = (policy: AttendancePolicy, lotKey: string): SessionTerms => policy.lotTerms[lotKey] ?? policy.terms;
