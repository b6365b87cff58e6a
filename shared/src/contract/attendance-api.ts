import { commandSession, confirmSessions, getAttendance, listDaySessions } from './attendance.ts';

/** What a school does about attendance. Apart from `api`, so that its shapes are loaded by the page of attendance and by no other. */
export const attendanceApi = { getAttendance, commandSession, listDaySessions, confirmSessions } as const;
