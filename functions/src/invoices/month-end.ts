import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { type getMonthEnd as declared, type getMonthEndFile as fileDeclared, monthEndRow } from '@ap/shared/contract/invoices';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Invoice } from '@ap/shared/domain/invoices/invoice';
import { lastDayOf, type MonthEndRow, monthEndRows, monthEndSums } from '@ap/shared/domain/invoices/month-end';
import { acceptedTable, accrualTable } from '@ap/shared/domain/invoices/month-end-tables';
import { payers } from '@ap/shared/domain/money/payer';
import { csvText } from '@ap/shared/domain/texts/csv-text';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { shownBy } from '../http/shown-by.ts';
import type { Ports } from '../ports/ports.ts';
import { linesSeen, worksFor } from './invoice-view.ts';
import { chargeableOrders } from './invoices-home.ts';

const lastDay = (month: string): LocalDate => {
  const day = lastDayOf(month);
  if (!day) throw new ProblemError('input-not-understood', 'Enter a month such as 2027-01.', { pointer: '/month' });
  return day;
};

const rowsFor = async (ports: Ports, caller: Caller, until: LocalDate): Promise<readonly MonthEndRow[]> => {
  const own = (await ports.callOffs.known())
    .map(({ callOff }) => callOff)
    .filter(({ request }) => worksFor(caller, request.buyerRef) || (caller.commissioner && request.payer !== 'school'));
  const [orders, invoices] = await Promise.all([chargeableOrders(ports, own), ports.invoices.known()]);
  return monthEndRows(
    orders,
    invoices.map(({ state }) => state),
    until,
  );
};

/** Row 60: what is owed, invoiced and accrued to the end of a month, for each order that the caller answers for. */
export const getMonthEnd =
  (ports: Ports) =>
  async ({ caller, query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const until = lastDay(query.month);
    const rows = await rowsFor(ports, caller, until);
    return {
      until,
      rows: rows.map((row) => shownBy(monthEndRow, row)),
      byBuyer: monthEndSums(rows, ({ buyerName }) => buyerName),
      byPayer: payers.flatMap((payer) =>
        monthEndSums(
          rows.filter((row) => row.payer === payer),
          () => payer,
        ).map((sum) => ({ ...sum, of: payer })),
      ),
    };
  };

/** What of the invoices that were accepted in a month a caller may see, with those lines alone. */
const acceptedIn = (invoices: readonly Invoice[], month: string, caller: Caller): readonly Invoice[] =>
  invoices.flatMap((invoice) => {
    const lines = linesSeen(invoice, caller);
    return lines && invoice.acceptedAt !== undefined && toLondonDate(invoice.acceptedAt).startsWith(month) ? [{ ...invoice, lines }] : [];
  });

/** Row 60: the same as a file, or what was accepted for payment in the month. */
export const getMonthEndFile =
  (ports: Ports) =>
  async ({ caller, query: { month, what } }: Call<typeof fileDeclared>): Promise<ReplyOf<typeof fileDeclared>> => {
    const until = lastDay(month);
    const named = (name: string, content: string) => ({
      fileName: `${name} ${month}.csv`,
      mediaType: 'text/csv',
      content: Buffer.from(content).toString('base64'),
    });
    if (what === 'accruals') return named('Accruals', csvText(accrualTable(await rowsFor(ports, caller, until), until)));
    const [invoices, callOffs] = await Promise.all([ports.invoices.known(), ports.callOffs.known()]);
    const costCodes = new Map(callOffs.map(({ callOff }) => [callOff.ref, callOff.request.costCode]));
    const accepted = acceptedIn(
      invoices.map(({ state }) => state),
      month,
      caller,
    );
    return named('Accepted for payment', csvText(acceptedTable(accepted, (ref) => costCodes.get(ref))));
  };
