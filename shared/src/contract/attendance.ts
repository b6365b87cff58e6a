import * as z from 'zod/mini';
import { halves } from '../domain/attendance/planned-session.ts';
import { providerMarks } from '../domain/attendance/provider-mark.ts';
import { type AttendanceCode, attendanceCodeKeys } from '../domain/attendance/suggest-code.ts';
import { rateUnits } from '../domain/rate-card.ts';
import { endpoint } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

const code = z.enum(attendanceCodeKeys as [AttendanceCode, ...AttendanceCode[]]);

/** One session as the school sees it: what the provider reported, what is suggested, and what the school made of it. */
const schoolSession = z.object({
  date: localDateShape,
  half: z.enum(halves),
  mark: z.optional(z.enum(providerMarks)),
  markedAt: z.optional(z.string()),
  /** The time to report is over, and nobody has. */
  unreported: z.boolean(),
  /** The session has begun: a code can be confirmed. */
  begun: z.boolean(),
  toldAbsentAt: z.optional(z.string()),
  suggested: z.optional(code),
  because: z.string(),
  code: z.optional(code),
  confirmedBy: z.optional(z.string()),
});
export type SchoolSession = z.infer<typeof schoolSession>;

/** The sessions of one order of the last four weeks and the next seven days, the latest first. */
const attendanceReply = z.object({
  ref: z.string(),
  orderNumber: z.string(),
  sessions: z.array(schoolSession),
  /** What is owed for all sessions so far by the terms of the lot, and how many nobody reported. */
  owed: z.object({ unit: z.enum(rateUnits), units: z.number(), unreported: z.number() }),
  /** Whether the caller may confirm and tell of an absence. */
  may: z.boolean(),
});
export type AttendanceReply = z.infer<typeof attendanceReply>;

const ofSchool = ['requester', 'approver', 'contact'] as const;
const params = z.object({ ref: refShape });

export const getAttendance = endpoint({
  name: 'getAttendance',
  summary: "What a provider reported of an order's sessions, with a suggested code for each (R22 to R25)",
  method: 'GET',
  path: '/call-offs/{ref}/attendance',
  roles: ofSchool,
  params,
  reply: attendanceReply,
});

/** What the school does about a session: it confirms a code, or tells the provider ahead that the pupil will not come. */
export const commandSession = endpoint({
  name: 'commandSession',
  summary: 'The school confirms the code of a session, or tells the provider ahead of an absence (R25)',
  method: 'POST',
  path: '/call-offs/{ref}/attendance',
  roles: ofSchool,
  idempotent: true,
  params,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('confirm'), date: localDateShape, half: z.enum(halves), code }),
    z.strictObject({ kind: z.literal('tell-absence'), date: localDateShape, half: z.enum(halves) }),
  ]),
  reply: attendanceReply,
});

/** The sessions of today of every pupil whom the caller's schools have placed. */
export const listDaySessions = endpoint({
  name: 'listDaySessions',
  summary: "Today's sessions of all pupils of the caller's schools",
  method: 'GET',
  path: '/attendance/today',
  roles: ofSchool,
  reply: z.object({
    date: localDateShape,
    rows: z.array(
      z.extend(schoolSession, {
        ref: z.string(),
        orderNumber: z.string(),
        pupilRef: z.string(),
        providerName: z.string(),
      }),
    ),
  }),
});
