import type { SchoolSession } from '../../contract/attendance.ts';
import { formatClock, formatDate } from '../../domain/days/local-date.ts';

/** A session as people name it. */
export const sessionName = ({ date, half }: Pick<SchoolSession, 'date' | 'half'>): string =>
  `${formatDate(date)}, ${half === 'am' ? 'morning' : 'afternoon'}`;

const marks = { present: 'Present', late: 'Late', absent: 'Absent', cancelled: 'Cancelled by the provider' } as const;

/** What the provider said of a session, or that it said nothing. */
export const reportedWords = ({ mark, markedAt, unreported, toldAbsentAt, begun }: SchoolSession): string => {
  if (mark !== undefined) return `${marks[mark]}${markedAt === undefined ? '' : `, reported at ${formatClock(markedAt)}`}`;
  if (toldAbsentAt !== undefined) return 'You told the provider that the pupil will not come';
  if (unreported) return 'Not reported in time. Treat it like an absence';
  return begun ? 'Not reported yet' : 'Planned';
};
