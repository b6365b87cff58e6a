import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  reportSession as reportDeclared,
  TodayReply,
  TodaySession,
  viewToday as viewDeclared,
} from '@ap/shared/contract/provider-today';
import { type AttendanceDay, attendanceRef, reportSession as report, reportableDays } from '@ap/shared/domain/attendance/attendance-day';
import { type PlannedSession, sessionsBetween } from '@ap/shared/domain/attendance/planned-session';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { addDays, toLondonDate } from '@ap/shared/domain/days/local-date';
import { linkHolder } from '@ap/shared/domain/people/person';
import { providerName } from '@ap/shared/domain/register/provider';
import { runAtRef } from '../commands/run-record.ts';
import type { LinkCall } from '../http/link-route.ts';
import { noSuchCallOff } from '../http/problem-reply.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { placementsOf } from './provider-placements.ts';
import { heldSession, type OpenSession } from './provider-session.ts';
import { attendanceFacts, knownDays, sessionsHome } from './sessions-home.ts';

const rowOf = (callOff: CallOff, { date, half }: PlannedSession, day: AttendanceDay | undefined): TodaySession => ({
  ref: callOff.ref,
  date,
  half,
  orderNumber: callOff.order?.number ?? '',
  buyerName: callOff.buyerName,
  serviceName: callOff.serviceName,
  pupilRef: callOff.request.pupilRef,
  ...withoutAbsent({ mark: day?.[half].mark, markedAt: day?.[half].markedAt }),
  toldAbsent: day?.[half].toldAbsentAt !== undefined,
  confirmed: day?.[half].confirmedAt !== undefined,
});

const inOrder = (a: TodaySession, b: TodaySession): number =>
  a.date.localeCompare(b.date) ||
  a.half.localeCompare(b.half) ||
  a.buyerName.localeCompare(b.buyerName) ||
  a.orderNumber.localeCompare(b.orderNumber);

const servicesOf = (placements: readonly CallOff[]): TodayReply['services'] =>
  [...new Map(placements.map(({ request, serviceName }) => [request.serviceRef, serviceName]))]
    .map(([serviceRef, serviceName]) => ({ serviceRef, serviceName }))
    .sort((a, b) => a.serviceName.localeCompare(b.serviceName));

/** Today's sessions of every pupil whom any school has placed with these providers, by reference; and those of the last days that nobody reported. */
const todayOf = async (ports: Ports, session: OpenSession): Promise<TodayReply> => {
  const { providers } = session;
  const today = toLondonDate(ports.clock.now());
  const [callOffs, buyers, days, policy] = await Promise.all([
    ports.callOffs.known(),
    ports.buyers.all(),
    knownDays(ports),
    ports.policies.attendancePolicy(),
  ]);
  const refs = new Set(providers.map(({ ref }) => ref));
  const terms = new Map(buyers.map(({ ref, termDates }) => [ref, termDates]));
  const rows = callOffs
    .map(({ callOff }) => callOff)
    .filter(({ providerRef, order }) => refs.has(providerRef) && order !== undefined)
    .flatMap((callOff) =>
      sessionsBetween(callOff, addDays(today, -reportableDays), today, terms.get(callOff.request.buyerRef) ?? []).map((session) =>
        rowOf(callOff, session, days.get(attendanceRef(callOff.order?.number ?? '', session.date))),
      ),
    )
    .sort(inOrder);
  return {
    providerName: providers[0] ? providerName(providers[0]) : '',
    today,
    reportBy: { ...policy.reportBy },
    sessions: rows.filter(({ date }) => date === today),
    services: servicesOf(await placementsOf(ports, session)),
    missing: rows.filter(({ date, mark, confirmed, toldAbsent }) => date < today && mark === undefined && !confirmed && !toldAbsent),
  };
};

export const viewToday =
  (ports: Ports) =>
  async ({ body }: LinkCall<typeof viewDeclared>): Promise<ReplyOf<typeof viewDeclared>> =>
    todayOf(ports, await heldSession(ports, body.session));

/** Takes what a provider reports of one session of its own. An order of another provider is answered as if there were none. */
export const reportSession =
  (ports: Ports) =>
  async ({ body, key }: LinkCall<typeof reportDeclared>): Promise<ReplyOf<typeof reportDeclared>> => {
    const session = await heldSession(ports, body.session);
    const { ref, date, half, mark } = body;
    const found = await ports.callOffs.find(ref);
    const order = found?.callOff.order;
    if (!found || !order || !session.providers.some((provider) => provider.ref === found.callOff.providerRef)) throw noSuchCallOff();
    const facts = await attendanceFacts(ports, found.callOff, 'known');
    const by = linkHolder(session.link.linkId, found.callOff.providerName);
    const given = { ref: attendanceRef(order.number, date), by, key, content: { date, half, mark } };
    await runAtRef(ports, sessionsHome(ports), given, async (present, command) => report(present, { ...command, date, half, mark }, facts));
    return todayOf(ports, session);
  };
