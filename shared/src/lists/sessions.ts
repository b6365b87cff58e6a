import * as z from 'zod';
import { attendanceActions } from '../domain/attendance/attendance-action.ts';
import type { AttendanceDay, SessionRecord } from '../domain/attendance/attendance-day.ts';
import { halves } from '../domain/attendance/planned-session.ts';
import { providerMarks } from '../domain/attendance/provider-mark.ts';
import { type AttendanceCode, attendanceCodeKeys } from '../domain/attendance/suggest-code.ts';
import { choice, day, json, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, person, shapeOf } from './record-shape.ts';

const half = z.enum(halves);
const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('tell-absence'), half, mark: z.enum(['absent', 'cancelled']) }),
  z.strictObject({ ...numbering, kind: z.literal('tell-absence-corrected'), half }),
  z.strictObject({ ...numbering, kind: z.literal('tell-unreported'), half }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(attendanceActions), actor: key }),
]);

const session = z.strictObject({
  mark: z.enum(providerMarks).optional(),
  markedAt: z.string().optional(),
  unreportedAt: z.string().optional(),
  toldAbsentAt: z.string().optional(),
  code: z.enum(attendanceCodeKeys as [AttendanceCode, ...AttendanceCode[]]).optional(),
  confirmedBy: person.optional(),
  confirmedAt: z.string().optional(),
});

const attendanceDay = shapeOf<AttendanceDay>()(
  z.strictObject({
    ...bookkeeping,
    callOffRef: z.string(),
    orderNumber: z.string(),
    buyerRef: z.string(),
    providerRef: z.string(),
    date: localDate,
    am: session,
    pm: session,
    outbox: z.array(effect),
  }),
);

const stands = ['reported', 'not-reported', 'confirmed', 'told-ahead'] as const;

/** One row for each order and day of which anything was told: it names neither a pupil nor the school's reference of one (R40). */
export const sessions = defineList({
  title: 'Sessions',
  description:
    'What providers report of the sessions of each order and day, and the codes that schools confirmed. Read only for people. Look at it by day or by order: it grows past 5,000 rows.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Order and day', holds: 'none', required: true, indexed: true, unique: true }),
    OrderNumber: reference({ label: 'Order', holds: 'none', required: true, indexed: true }),
    CallOffRef: reference({ label: 'Request', holds: 'none', required: true, indexed: true }),
    BuyerRef: reference({ label: 'School or department', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    SessionDate: day({ label: 'Day', holds: 'pupil-attribute', required: true, indexed: true }),
    Stands: choice(stands, {
      label: 'Stands',
      holds: 'pupil-attribute',
      required: true,
      indexed: true,
      tones: { reported: 'waiting', 'not-reported': 'attention', confirmed: 'good', 'told-ahead': 'waiting' },
    }),
    Morning: choice(providerMarks, { label: 'Morning reported', holds: 'pupil-attribute' }),
    Afternoon: choice(providerMarks, { label: 'Afternoon reported', holds: 'pupil-attribute' }),
    MorningCode: text({ label: 'Morning code of the school', holds: 'pupil-attribute' }),
    AfternoonCode: text({ label: 'Afternoon code of the school', holds: 'pupil-attribute' }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(attendanceDay, {
      label: 'State',
      holds: ['pupil-attribute', 'staff-identity'],
      hint: 'The whole record as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'Not reported',
      columns: ['SessionDate', 'OrderNumber', 'BuyerRef', 'ProviderRef', 'Morning', 'Afternoon'],
      orderBy: 'SessionDate',
      descending: true,
      filter: { column: 'Stands', equals: 'not-reported' },
    },
    {
      title: 'All sessions',
      columns: ['SessionDate', 'OrderNumber', 'BuyerRef', 'ProviderRef', 'Stands', 'Morning', 'Afternoon', 'MorningCode', 'AfternoonCode'],
      orderBy: 'SessionDate',
      descending: true,
    },
  ],
});

export type SessionFields = Fields<typeof sessions>;

/** How a day stands at a glance: what nobody reported comes before everything else. */
const standsOf = ({ am, pm }: AttendanceDay): (typeof stands)[number] => {
  const told = [am, pm].filter((each: SessionRecord) => Object.values(each).some((value) => value !== undefined));
  const silent = ({ unreportedAt, mark, confirmedAt }: SessionRecord) =>
    unreportedAt !== undefined && mark === undefined && confirmedAt === undefined;
  if (told.some(silent)) return 'not-reported';
  if (told.length > 0 && told.every(({ confirmedAt }) => confirmedAt !== undefined)) return 'confirmed';
  return told.some(({ mark }) => mark !== undefined) ? 'reported' : 'told-ahead';
};

export const fromAttendanceDay = (state: AttendanceDay): SessionFields => ({
  Title: state.ref,
  OrderNumber: state.orderNumber,
  CallOffRef: state.callOffRef,
  BuyerRef: state.buyerRef,
  ProviderRef: state.providerRef,
  SessionDate: state.date,
  Stands: standsOf(state),
  Morning: state.am.mark,
  Afternoon: state.pm.mark,
  MorningCode: state.am.code,
  AfternoonCode: state.pm.code,
  Version: state.version,
  State: state,
});

export const toAttendanceDay = (fields: SessionFields): AttendanceDay => fields.State;
