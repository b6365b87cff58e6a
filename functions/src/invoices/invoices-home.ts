import { type AttendanceDay, attendanceRef } from '@ap/shared/domain/attendance/attendance-day';
import { sessionsBetween } from '@ap/shared/domain/attendance/planned-session';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { addDays, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { type ChargeableOrder, canBeCharged, chargeablePeriod } from '@ap/shared/domain/invoices/chargeable-order';
import { accountOf, type Invoice } from '@ap/shared/domain/invoices/invoice';
import type { RecordHome } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';

/** Where invoices lie. */
export const invoicesHome = ({ invoices }: Pick<Ports, 'invoices'>): RecordHome<Invoice> => ({ list: 'Invoices', register: invoices });

export const accountOfCallOff = ({ request, providerRef }: CallOff): string => accountOf(request.buyerRef, providerRef);

type Needs = Pick<Ports, 'callOffs' | 'sessions' | 'buyers' | 'policies' | 'clock'>;

/** The last day of which it is known what was taught. */
export const yesterday = ({ clock }: Pick<Ports, 'clock'>): LocalDate => addDays(toLondonDate(clock.now()), -1);

/** Orders with what was told of their sessions to the end of yesterday: those that can be charged at all. */
export const chargeableOrders = async (ports: Needs, callOffs: readonly CallOff[]): Promise<readonly ChargeableOrder[]> => {
  const [days, buyers, policy] = await Promise.all([ports.sessions.known(), ports.buyers.all(), ports.policies.attendancePolicy()]);
  const told = new Map<string, AttendanceDay>(days.map(({ state }) => [state.ref, state]));
  const terms = new Map(buyers.map(({ ref, termDates }) => [ref, termDates]));
  const until = yesterday(ports);
  return callOffs.filter(canBeCharged).map((callOff) => {
    const first = chargeablePeriod(callOff)?.from ?? until;
    const planned = sessionsBetween(callOff, first, until, terms.get(callOff.request.buyerRef) ?? []);
    return {
      callOff,
      policy,
      sessions: planned.map((session) => ({
        session,
        told: told.get(attendanceRef(callOff.order?.number ?? '', session.date))?.[session.half],
      })),
    };
  });
};

/** The orders of one account, by number. */
export const ordersOfAccount = async (ports: Needs, account: string): Promise<ReadonlyMap<string, ChargeableOrder>> => {
  const own = (await ports.callOffs.known()).map(({ callOff }) => callOff).filter((callOff) => accountOfCallOff(callOff) === account);
  return new Map((await chargeableOrders(ports, own)).map((order) => [order.callOff.order?.number ?? '', order]));
};
