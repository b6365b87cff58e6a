import { setTimeout } from 'node:timers/promises';
import { attendanceApi } from '@ap/shared/contract/attendance-api';
import { linkApi } from '@ap/shared/contract/link-api';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { attendanceClock } from './attendance/attendance-clock.ts';
import { attendancePerformers } from './attendance/attendance-news.ts';
import { placeClock } from './attendance/place-clock.ts';
import { reportSession, viewToday } from './attendance/provider-day.ts';
import { askProviderCode, endProviderSession, openProviderSession } from './attendance/provider-session.ts';
import { commandSession, getAttendance } from './attendance/school-attendance.ts';
import { confirmSessions, listDaySessions } from './attendance/school-day.ts';
import { sessionsHome } from './attendance/sessions-home.ts';
import { tellSettingChange } from './attendance/tell-change.ts';
import type { Outbox } from './effects/outbox.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import type { Caller } from './http/caller.ts';
import { type LinkRouteSupplies, linkRoute } from './http/link-route.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { registerTimer } from './triggers.ts';

interface AttendanceSupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly linkSupplies: LinkRouteSupplies;
  readonly maySee: (callOff: CallOff, caller: Caller) => boolean;
  /** The page of a request, for a mail. */
  readonly inMail: (ref: string) => string;
}

/** Joins attendance to its use cases: the provider's page, the school's, and the clock. Hands back its outboxes for the queue and the sweep. */
export const registerAttendance = ({ ports, supplies, linkSupplies, maySee, inMail }: AttendanceSupplies): readonly Outbox[] => {
  linkRoute(linkApi.askProviderCode, linkSupplies, askProviderCode(ports, setTimeout));
  linkRoute(linkApi.openProviderSession, linkSupplies, openProviderSession(ports));
  linkRoute(linkApi.endProviderSession, linkSupplies, endProviderSession(ports));
  linkRoute(linkApi.viewToday, linkSupplies, viewToday(ports));
  linkRoute(linkApi.reportSession, linkSupplies, reportSession(ports));
  linkRoute(linkApi.tellSettingChange, linkSupplies, tellSettingChange(ports));
  route(attendanceApi.getAttendance, supplies, getAttendance(ports, maySee));
  route(attendanceApi.commandSession, supplies, commandSession(ports, maySee));
  route(attendanceApi.listDaySessions, supplies, listDaySessions(ports));
  route(attendanceApi.confirmSessions, supplies, confirmSessions(ports));
  registerTimer('attendanceClock', attendanceClock(ports));
  registerTimer('placeClock', placeClock(ports));
  return [recordOutbox(sessionsHome(ports), attendancePerformers(ports, inMail), ports.log)];
};
