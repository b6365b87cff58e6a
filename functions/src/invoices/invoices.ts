import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  commandInvoice as commandDeclared,
  enterInvoice as enterDeclared,
  getInvoice as getDeclared,
  InvoiceReply,
  listChargeable as listChargeableDeclared,
  listInvoices as listDeclared,
} from '@ap/shared/contract/invoices';
import { canBeCharged, chargeablePeriod } from '@ap/shared/domain/invoices/chargeable-order';
import { decideInvoice } from '@ap/shared/domain/invoices/decide-invoice';
import { accountOf, type Invoice, sameNumber } from '@ap/shared/domain/invoices/invoice';
import type { InvoiceFacts } from '@ap/shared/domain/invoices/invoice-command';
import { invoiceRolesOf } from '@ap/shared/domain/invoices/invoice-role';
import { runAtRef, runOnRecord } from '../commands/run-record.ts';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { type Around, linesSeen, toReply, toSummary, worksFor } from './invoice-view.ts';
import { accountOfCallOff, chargeableOrders, invoicesHome, ordersOfAccount } from './invoices-home.ts';

/** A missing invoice and a foreign one are answered alike. */
const noSuchInvoice = (): ProblemError => new ProblemError('not-found', 'There is no such invoice, or it is not yours to see.');

const statusOrder: readonly Invoice['status'][] = ['entered', 'refused', 'accepted', 'withdrawn'];

/** Row 60: the invoices of the caller's own buyers, and for a commissioner those that the council pays; what waits comes first, the newest of each first. */
export const listInvoices =
  (ports: Ports) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const all = (await ports.invoices.known()).map(({ state }) => state);
    const seen = all.filter((invoice) => linesSeen(invoice, caller) !== undefined);
    const accounts = new Set(seen.map(({ account }) => account));
    const callOffs = (await ports.callOffs.known()).map(({ callOff }) => callOff).filter((each) => accounts.has(accountOfCallOff(each)));
    const orders = new Map((await chargeableOrders(ports, callOffs)).map((order) => [order.callOff.order?.number ?? '', order]));
    const rows = seen.flatMap((invoice) => {
      const others = all.filter(({ ref, account }) => account === invoice.account && ref !== invoice.ref);
      return toSummary(invoice, caller, { orders, others }) ?? [];
    });
    return {
      invoices: rows.sort((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) || b.date.localeCompare(a.date)),
    };
  };

const replyOf = async (ports: Ports, invoice: Invoice, caller: Caller): Promise<InvoiceReply> => {
  const [orders, all] = await Promise.all([ordersOfAccount(ports, invoice.account), ports.invoices.ofAccount(invoice.account)]);
  const around: Around = { orders, others: all.filter(({ ref }) => ref !== invoice.ref) };
  const reply = toReply(invoice, caller, around);
  if (!reply) throw noSuchInvoice();
  return reply;
};

export const getInvoice =
  (ports: Ports) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<InvoiceReply> => {
    const found = await ports.invoices.find(params.ref);
    if (!found || !linesSeen(found.state, caller)) throw noSuchInvoice();
    return replyOf(ports, found.state, caller);
  };

/** What a decision about an invoice rests on. Its account is read after the invoice itself was, as `decideInvoice` asks. */
const factsFor = async (ports: Ports, caller: Caller, ref: string, buyerRef: string, account: string): Promise<InvoiceFacts> => {
  const [members, orders, all] = await Promise.all([
    ports.buyers.members(buyerRef, 'fresh'),
    ordersOfAccount(ports, account),
    ports.invoices.ofAccount(account),
  ]);
  return {
    roles: invoiceRolesOf(members, buyerRef, caller.person),
    members,
    orders,
    others: all.filter((each) => each.ref !== ref),
  };
};

/** One row for each number of a provider with a buyer: typed twice, it is found. */
const refOf = ({ hashes }: Pick<Ports, 'hashes'>, account: string, kind: Invoice['kind'], number: string): string =>
  `IV-${hashes
    .text(`${account}|${kind}|${sameNumber(number)}`)
    .slice(0, 16)
    .toUpperCase()}`;

/** Enters what a paper says. One that was refused or withdrawn under the same number is entered again. */
export const enterInvoice =
  (ports: Ports) =>
  async ({ caller, body, key }: Call<typeof enterDeclared>): Promise<InvoiceReply> => {
    const { buyerRef, providerRef, ...typed } = body;
    if (!worksFor(caller, buyerRef)) throw new ProblemError('not-found', 'There is no such school or department, or it is not yours.');
    const account = accountOf(buyerRef, providerRef);
    const ref = refOf(ports, account, typed.kind, typed.number);
    const known = (await ports.callOffs.known()).map(({ callOff }) => callOff).find((callOff) => accountOfCallOff(callOff) === account);
    if (!known) throw new ProblemError('not-found', 'There is no order with this provider.');
    const buyer = { ref: buyerRef, name: known.buyerName };
    const provider = { ref: providerRef, name: known.providerName };
    const { state } = await runAtRef(
      ports,
      invoicesHome(ports),
      { ref, by: caller.person, key, content: body },
      async (present, command) => {
        const facts = await factsFor(ports, caller, ref, buyerRef, account);
        const again = present?.status === 'refused' || present?.status === 'withdrawn';
        return again
          ? decideInvoice(present, { ...command, kind: 'correct-invoice', typed }, facts, command.now)
          : decideInvoice(present, { ...command, kind: 'enter-invoice', ref, buyer, provider, typed }, facts, command.now);
      },
    );
    return replyOf(ports, state, caller);
  };

/** Corrects, accepts, refuses or withdraws an invoice. */
export const commandInvoice =
  (ports: Ports) =>
  async ({ caller, params, body, key }: Call<typeof commandDeclared>): Promise<InvoiceReply> => {
    const given = { ref: params.ref, by: caller.person, key, content: body };
    const { state } = await runOnRecord(ports, invoicesHome(ports), given, async (present, command) => {
      if (!worksFor(caller, present.buyerRef)) throw noSuchInvoice();
      const facts = await factsFor(ports, caller, present.ref, present.buyerRef, present.account);
      const { now } = command;
      switch (body.kind) {
        case 'correct': {
          const typed = { ...body, kind: present.kind, number: present.number };
          return decideInvoice(present, { ...command, kind: 'correct-invoice', typed }, facts, now);
        }
        case 'accept':
          return decideInvoice(present, { ...command, ...body, kind: 'accept-invoice' }, facts, now);
        case 'refuse':
          return decideInvoice(present, { ...command, kind: 'refuse-invoice', reason: body.reason }, facts, now);
        case 'withdraw':
          return decideInvoice(present, { ...command, kind: 'withdraw-invoice' }, facts, now);
      }
    });
    return replyOf(ports, state, caller);
  };

/** For the form: orders of the caller's own buyers that can be charged, by account. */
export const listChargeable =
  (ports: Ports) =>
  async ({ caller }: Call<typeof listChargeableDeclared>): Promise<ReplyOf<typeof listChargeableDeclared>> => {
    const own = (await ports.callOffs.known())
      .map(({ callOff }) => callOff)
      .filter((callOff) => canBeCharged(callOff) && worksFor(caller, callOff.request.buyerRef));
    const accounts = [...new Set(own.map(accountOfCallOff))].flatMap((account) => {
      const callOffs = own.filter((callOff) => accountOfCallOff(callOff) === account);
      const [first] = callOffs;
      if (!first) return [];
      const orders = callOffs.flatMap((callOff) => {
        const { order, serviceName, price } = callOff;
        const period = chargeablePeriod(callOff);
        return order && period ? [{ orderNumber: order.number, serviceName, ...period, unit: price.unit, unitPrice: price.unitPrice }] : [];
      });
      const { request, buyerName, providerRef, providerName } = first;
      return [{ buyerRef: request.buyerRef, buyerName, providerRef, providerName, orders }];
    });
    return {
      accounts: accounts.sort((a, b) => a.providerName.localeCompare(b.providerName) || a.buyerName.localeCompare(b.buyerName)),
    };
  };
