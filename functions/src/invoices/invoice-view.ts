import type { InvoiceReply, InvoiceSummary } from '@ap/shared/contract/invoices';
import type { ChargeableOrder } from '@ap/shared/domain/invoices/chargeable-order';
import { type Invoice, type InvoiceLine, netOf } from '@ap/shared/domain/invoices/invoice';
import { invoiceRolesOf } from '@ap/shared/domain/invoices/invoice-role';
import { type LineMatch, matchAtAcceptance, matchLine } from '@ap/shared/domain/invoices/match-line';
import { expectedVat, vatMatches } from '@ap/shared/domain/invoices/split-vat';
import { addPence } from '@ap/shared/domain/money/money';
import { samePerson } from '@ap/shared/domain/people/person';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import { withoutAbsent } from '../http/without-absent.ts';

const ofBuyer = ['requester', 'approver', 'contact'] as const;

/** Whether a caller works for this buyer in a role that sees what it is charged. */
export const worksFor = (caller: Caller, buyerRef: string): boolean => ofBuyer.some((role) => hasRoleAt(caller, buyerRef, role));

/** The lines that a caller may see: all for those of the buyer, what the council pays for a commissioner; `undefined` where there is none. */
export const linesSeen = (invoice: Invoice, caller: Caller): readonly InvoiceLine[] | undefined => {
  if (worksFor(caller, invoice.buyerRef)) return invoice.lines;
  const council = caller.commissioner ? invoice.lines.filter(({ payer }) => payer !== 'school') : [];
  return council.length > 0 ? council : undefined;
};

/** What an invoice is shown beside. */
export interface Around {
  readonly orders: ReadonlyMap<string, ChargeableOrder>;
  readonly others: readonly Invoice[];
}

interface SeenLine {
  readonly line: InvoiceLine;
  readonly order: ChargeableOrder;
  readonly match: LineMatch;
}

const seenLines = (invoice: Invoice, lines: readonly InvoiceLine[], { orders, others }: Around): readonly SeenLine[] =>
  lines.flatMap((line) => {
    const order = orders.get(line.orderNumber);
    return order ? [{ line, order, match: matchAtAcceptance(line) ?? matchLine(invoice, line, order, others) }] : [];
  });

const summaryOf = (invoice: Invoice, lines: readonly SeenLine[]): InvoiceSummary => {
  const own = lines.map(({ line }) => line);
  const net = netOf(own);
  const vat = addPence(...own.map((line) => line.vat));
  const { ref, kind, number, date, buyerName, providerName, status } = invoice;
  const differing = lines.filter(({ match }) => match.outcome !== 'matches').length;
  return { ref, kind, number, date, buyerName, providerName, status, net, vat, gross: addPence(net, vat), differing };
};

/** An invoice in a list, as a caller sees it; `undefined` where they see nothing of it. */
export const toSummary = (invoice: Invoice, caller: Caller, around: Around): InvoiceSummary | undefined => {
  const lines = linesSeen(invoice, caller);
  return lines && summaryOf(invoice, seenLines(invoice, lines, around));
};

const actsOf = (invoice: Invoice, caller: Caller): InvoiceReply['may'] => {
  if (caller.client !== 'deciding') return [];
  const roles = invoiceRolesOf(caller.memberships, invoice.buyerRef, caller.person);
  const typed = invoice.enteredBy.some((each) => samePerson(each, caller.person));
  const enters = roles.includes('enterer');
  switch (invoice.status) {
    case 'entered':
      return [
        ...(roles.includes('accepter') && !typed ? (['accept'] as const) : []),
        ...(roles.includes('accepter') ? (['refuse'] as const) : []),
        ...(enters ? (['correct', 'withdraw'] as const) : []),
      ];
    case 'refused':
    case 'withdrawn':
      return enters ? ['correct'] : [];
    case 'accepted':
      return [];
  }
};

/** An invoice in full, as a caller sees it; `undefined` where they see nothing of it. */
export const toReply = (invoice: Invoice, caller: Caller, around: Around): InvoiceReply | undefined => {
  const lines = linesSeen(invoice, caller);
  if (!lines) return undefined;
  const seen = seenLines(invoice, lines, around);
  const summary = summaryOf(invoice, seen);
  const { poNumber, note, vatReason, acceptedAt, refusedReason } = invoice;
  return {
    ...summary,
    version: invoice.version,
    buyerRef: invoice.buyerRef,
    providerRef: invoice.providerRef,
    lines: seen.map(({ line, order: { callOff }, match }) => ({
      orderNumber: line.orderNumber,
      callOffRef: line.callOffRef,
      serviceName: callOff.serviceName,
      payer: line.payer,
      from: line.from,
      to: line.to,
      unit: callOff.price.unit,
      unitPrice: callOff.price.unitPrice,
      units: line.units,
      net: line.net,
      vat: line.vat,
      dueUnits: match.units,
      dueNet: match.net,
      difference: match.difference,
      unreported: match.unreported,
      outcome: match.outcome,
      ...withoutAbsent({ reason: line.accepted?.reason }),
    })),
    partly: lines.length < invoice.lines.length,
    expectedVat: expectedVat(lines),
    vatDiffers: !vatMatches(summary.vat, lines),
    enteredBy: invoice.enteredBy.map(({ name }) => name),
    may: actsOf(invoice, caller),
    ...withoutAbsent({ poNumber, note, vatReason, acceptedBy: invoice.acceptedBy?.name, acceptedAt, refusedReason }),
  };
};
