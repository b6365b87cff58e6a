import * as z from 'zod/mini';
import { halves } from '../domain/attendance/planned-session.ts';
import { providerMarks } from '../domain/attendance/provider-mark.ts';
import { type AttendanceCode, attendanceCodeKeys } from '../domain/attendance/suggest-code.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { endpoint, type Told } from './endpoint.ts';
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
export type SchoolSession = Told<z.infer<typeof schoolSession>>;

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
export type AttendanceReply = Told<z.infer<typeof attendanceReply>>;

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

/** A session among those of many orders. */
const daySession = z.extend(schoolSession, {
  ref: z.string(),
  orderNumber: z.string(),
  pupilRef: z.string(),
  buyerName: z.string(),
  serviceName: z.string(),
  providerName: z.string(),
  /** Whether the caller may confirm it: the council sees every placement, and the code is the school's own. */
  may: z.boolean(),
});
export type DaySession = Told<z.infer<typeof daySession>>;

/** The sessions of one day: of the caller's own schools, of every buyer for a commissioner (row 72). */
const dayReply = z.object({ date: localDateShape, today: localDateShape, rows: z.array(daySession) });
export type DayReply = Told<z.infer<typeof dayReply>>;

export const listDaySessions = endpoint({
  name: 'listDaySessions',
  summary: "The sessions of a day, today's without one, of all pupils of the caller's schools; of every buyer for a commissioner",
  method: 'GET',
  path: '/attendance/day',
  roles: [...ofSchool, 'commissioner'],
  query: z.object({ date: z.optional(localDateShape) }),
  reply: dayReply,
});

/** As many as one act confirms: each is a write of its own. */
export const mostAtOnce = 40;

const sessionKey = { ref: refShape, half: z.enum(halves) };

/** Each session stands for itself: what is refused for one keeps no other from being recorded. */
export const confirmSessions = endpoint({
  name: 'confirmSessions',
  summary: 'The school confirms the codes of several sessions of a day, or takes codes back (R25)',
  method: 'POST',
  path: '/attendance/day',
  roles: ofSchool,
  idempotent: true,
  body: z.strictObject({
    date: localDateShape,
    /** Without a code: what was confirmed is taken back. */
    sessions: z.array(z.strictObject({ ...sessionKey, code: z.optional(code) })).check(z.minLength(1), z.maxLength(mostAtOnce)),
  }),
  reply: z.extend(dayReply, { refused: z.array(z.object({ ...sessionKey, detail: z.string() })) }),
});
