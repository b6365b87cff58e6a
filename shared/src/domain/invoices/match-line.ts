import { addPence, type Pence, pence } from '../money/money.ts';
import { type ChargeableOrder, type Due, dueFor } from './chargeable-order.ts';
import { type ChargedLine, counts, type Invoice, type InvoiceLine, linesFor, overlap, samePeriod } from './invoice.ts';

/** How a line stands to what is owed: the same to the penny; some of what it asks; nothing of it. */
export const matchOutcomes = ['matches', 'partly', 'differs'] as const;
export type MatchOutcome = (typeof matchOutcomes)[number];

export const matchOutcomeWords: Readonly<Record<MatchOutcome, string>> = {
  matches: 'Matches',
  partly: 'Partly matches',
  differs: 'Differs',
};

/** A line beside what is owed for it. `difference`: what it asks less what is owed, in pence ex VAT; negative where it asks for less. */
export interface LineMatch extends Due {
  readonly outcome: MatchOutcome;
  readonly difference: Pence;
}

const outcomeOf = (asked: Pence, owed: Pence): MatchOutcome => (asked === owed ? 'matches' : asked > 0 && owed > 0 ? 'partly' : 'differs');

/** A line as it stood to what was owed when it was accepted; `undefined` before that. */
export const matchAtAcceptance = ({ accepted, net }: InvoiceLine): LineMatch | undefined =>
  accepted && {
    units: accepted.dueUnits,
    net: accepted.dueNet,
    unreported: 0,
    outcome: outcomeOf(net, accepted.dueNet),
    difference: pence(net - accepted.dueNet),
  };

/** What was accepted of an order for exactly this period: charged, and given back since. */
export const acceptedFor = (invoices: readonly Invoice[], line: InvoiceLine): { readonly charged: Pence; readonly credited: Pence } => {
  const same = linesFor(invoices, line.orderNumber).filter((each) => each.invoice.status === 'accepted' && samePeriod(each.line, line));
  const sum = (found: readonly ChargedLine[]): Pence => addPence(...found.map((each) => each.line.net));
  return {
    charged: sum(same.filter(({ invoice }) => invoice.kind === 'invoice')),
    credited: sum(same.filter(({ invoice }) => invoice.kind === 'credit-note')),
  };
};

/**
 * Row 60: one line beside what is owed for its days. A credit note is measured by what was charged and not given back yet beyond what is owed. `others`: the
 * other papers of the account; only accepted ones count.
 */
export const matchLine = (
  { kind }: Pick<Invoice, 'kind'>,
  line: InvoiceLine,
  order: ChargeableOrder,
  others: readonly Invoice[],
): LineMatch => {
  const due = dueFor(order, line);
  if (kind !== 'credit-note') return { ...due, outcome: outcomeOf(line.net, due.net), difference: pence(line.net - due.net) };
  const { charged, credited } = acceptedFor(others, line);
  const over = pence(Math.max(0, charged - credited - due.net));
  return { ...due, net: over, outcome: outcomeOf(line.net, over), difference: pence(line.net - over) };
};

/** Another paper that charges days of this line's order, or credits the same line while it waits: nothing is charged twice. */
export const chargedTwice = (
  { kind }: Pick<Invoice, 'kind'>,
  line: Pick<InvoiceLine, 'orderNumber' | 'from' | 'to'>,
  others: readonly Invoice[],
): Invoice | undefined =>
  linesFor(others, line.orderNumber).find(
    ({ invoice, line: other }) =>
      overlap(line, other) &&
      (kind === 'credit-note'
        ? invoice.kind === 'credit-note' && invoice.status === 'entered'
        : invoice.kind !== 'credit-note' && counts(invoice)),
  )?.invoice;
