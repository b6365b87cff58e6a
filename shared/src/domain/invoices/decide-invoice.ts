import { type Change, type DeciderRefusal, deciderOf } from '../call-off/decider.ts';
import { compareDates, formatDate, toLondonDate } from '../days/local-date.ts';
import { addPence, formatMoney, type Pence, pence } from '../money/money.ts';
import { whyNotReason } from '../orders/order-life.ts';
import { type Person, samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { accountOf, type Invoice, type InvoiceWork, invoiceKindWords, netOf } from './invoice.ts';
import type { InvoiceAction } from './invoice-action.ts';
import type { Acceptance, EnterInvoice, InvoiceCommand, InvoiceFacts, TypedInvoice } from './invoice-command.ts';
import { invoiceMachine } from './invoice-machine.ts';
import { type InvoiceRole, invoiceRoleNames } from './invoice-role.ts';
import { chargedTwice, type LineMatch, matchLine } from './match-line.ts';
import { paperNumber, paperNumberRule } from './paper-number.ts';
import { vatMatches } from './split-vat.ts';
import { linesOf } from './typed-lines.ts';
import { mayExceed } from './who-decides.ts';

export type InvoiceRefusal = Refusal | DeciderRefusal;
type Outcome = Change<Invoice, InvoiceWork> | InvoiceRefusal;

/** What is typed, as the invoice keeps it; or why it cannot be. */
const written = (typed: TypedInvoice, facts: InvoiceFacts, now: string): Pick<Invoice, 'lines' | 'vat'> | Refusal => {
  const today = toLondonDate(now);
  if (!paperNumber.test(typed.number.trim())) return refused('number-not-allowed', `${paperNumberRule}.`, '/number');
  if (compareDates(typed.date, today) > 0) return refused('dates-not-allowed', 'Enter the date of the invoice: not one to come.', '/date');
  if (typed.kind === 'closing') {
    const missing = whyNotReason(typed.note, 'Say why nothing more will be invoiced.', '/note');
    if (missing) return missing;
  }
  const lines = linesOf(typed, facts, today);
  return 'ok' in lines ? lines : { lines, vat: typed.vat };
};

const keptOf = ({ kind, number, date, poNumber, note }: TypedInvoice) => ({
  kind,
  number: number.trim(),
  date,
  poNumber: poNumber?.trim() || undefined,
  note: kind === 'closing' ? note?.trim() : undefined,
});

const enter = ({ ref, buyer, provider, typed, by }: EnterInvoice, facts: InvoiceFacts, now: string): Outcome => {
  const kept = written(typed, facts, now);
  if ('ok' in kept) return kept;
  return {
    state: {
      ref,
      status: 'entered',
      account: accountOf(buyer.ref, provider.ref),
      buyerRef: buyer.ref,
      buyerName: buyer.name,
      providerRef: provider.ref,
      providerName: provider.name,
      ...keptOf(typed),
      ...kept,
      enteredBy: [by],
      enteredAt: now,
    },
    what: `${invoiceKindWords[typed.kind]} ${typed.number.trim()} entered: ${formatMoney(netOf(kept.lines))} ex VAT`,
    works: [{ kind: 'ask-accepter' }],
  };
};

const withBy = (people: readonly Person[], by: Person): readonly Person[] =>
  people.some((each) => samePerson(each, by)) ? people : [...people, by];

/** What it is and its number stay: they say which paper this is. A wrong number is withdrawn and entered anew. */
const correct = (present: Invoice, told: TypedInvoice, by: Person, facts: InvoiceFacts, now: string): Outcome => {
  const typed = { ...told, kind: present.kind, number: present.number };
  const kept = written(typed, facts, now);
  if ('ok' in kept) return kept;
  return {
    state: {
      ...present,
      status: 'entered',
      ...keptOf(typed),
      ...kept,
      enteredBy: withBy(present.enteredBy, by),
      enteredAt: now,
      refusedReason: undefined,
    },
    what: `Corrected: ${formatMoney(netOf(kept.lines))} ex VAT`,
    works: [{ kind: 'ask-accepter' }],
  };
};

/** Each line of an invoice beside what is owed for it now. Throws RangeError for a line whose order is not among the facts. */
export const matchInvoice = (invoice: Invoice, { orders, others }: Pick<InvoiceFacts, 'orders' | 'others'>): readonly LineMatch[] =>
  invoice.lines.map((line) => {
    const order = orders.get(line.orderNumber);
    if (!order) throw new RangeError(`${invoice.ref} names ${line.orderNumber}, which was not read`);
    return matchLine(invoice, line, order, others);
  });

/** How much more than is owed the lines ask for, in pence ex VAT. */
export const totalOver = (matches: readonly LineMatch[]): Pence =>
  addPence(...matches.map(({ difference }) => pence(Math.max(0, difference))));

/** Lines for which a credit note must come: they ask for more than is owed, and attendance is known of each of their days. */
const toCredit = (matches: readonly LineMatch[]): readonly number[] =>
  matches.flatMap(({ difference, unreported }, at) => (difference > 0 && unreported === 0 ? [at] : []));

const acceptInvoice = (present: Invoice, command: Acceptance & { readonly by: Person }, facts: InvoiceFacts, now: string): Outcome => {
  const { by, seen, reasons, vatReason } = command;
  if (present.enteredBy.some((each) => samePerson(each, by)))
    return refused('enterer-cannot-accept', 'You entered this invoice. Somebody else of your school or department accepts it.');
  const twice = present.lines.map((line) => ({ line, other: chargedTwice(present, line, facts.others) })).find(({ other }) => other);
  if (twice?.other)
    return refused(
      'charged-twice',
      `${twice.line.orderNumber} from ${formatDate(twice.line.from)} to ${formatDate(twice.line.to)} is on ${twice.other.number} as well. Withdraw or refuse one of them.`,
    );
  const matches = matchInvoice(present, facts);
  if (seen.version !== present.version || matches.some(({ net }, at) => net !== seen.dueNet[at]) || seen.dueNet.length !== matches.length)
    return refused('invoice-changed', 'What the invoice says, or what is owed, has changed since you looked. Look again, then decide.');
  const reasonFor = (at: number): string | undefined =>
    present.kind === 'closing' ? present.note : reasons.find(({ line }) => line === at)?.reason.trim() || undefined;
  for (const [at, { outcome }] of matches.entries()) {
    if (outcome === 'matches') continue;
    const missing = whyNotReason(reasonFor(at), 'Say why you accept a sum that differs from what is owed.', `/reasons/${at}`);
    if (missing) return missing;
  }
  const vatDiffers = !vatMatches(present.vat, present.lines);
  if (vatDiffers) {
    const missing = whyNotReason(vatReason, 'Say why you accept VAT that differs from the rate of the orders.', '/vatReason');
    if (missing) return missing;
  }
  const over = present.kind === 'invoice' ? totalOver(matches) : addPence();
  const credited = present.kind === 'invoice' ? toCredit(matches) : [];
  if (over > 0 && !mayExceed(over, present.buyerRef, by, facts.members))
    return refused(
      'over-approval-limit',
      `${formatMoney(over)} more is asked than is owed. Only an approver with a limit of that much accepts it.`,
    );
  return {
    state: {
      ...present,
      status: 'accepted',
      lines: present.lines.map((line, at) => {
        const { units, net, outcome } = matches[at] as LineMatch;
        return { ...line, accepted: { dueUnits: units, dueNet: net, reason: outcome === 'matches' ? undefined : reasonFor(at) } };
      }),
      acceptedBy: by,
      acceptedAt: now,
      vatReason: vatDiffers ? vatReason?.trim() : undefined,
    },
    what: present.kind === 'closing' ? 'Accepted: nothing more will be invoiced' : 'Accepted for payment',
    works: credited.length > 0 ? [{ kind: 'tell-provider', news: 'credit-note-expected', lines: credited }] : [],
  };
};

/**
 * Decides one command about a provider's invoice (row 60). One of the buyer types what it says, another accepts it; each line is matched with what is owed by
 * attendance, and nothing is charged twice. `others` must be read after the invoice itself: of two that charge the same days, at most one is then accepted.
 */
export const decideInvoice = deciderOf<
  Invoice,
  EnterInvoice,
  InvoiceCommand,
  InvoiceRole,
  InvoiceAction,
  InvoiceFacts,
  InvoiceWork,
  InvoiceRefusal
>(
  invoiceMachine,
  invoiceRoleNames,
  { 'enter-invoice': enter },
  {
    'correct-invoice': (present, { typed, by }, facts, now) => correct(present, typed, by, facts, now),
    'accept-invoice': acceptInvoice,
    'refuse-invoice': (present, { reason }) =>
      whyNotReason(reason, 'Say what the provider has to put right.') ?? {
        state: { ...present, status: 'refused', refusedReason: reason.trim() },
        what: 'Refused',
        comment: reason.trim(),
        // That nothing more will come is no paper of the provider.
        works: [{ kind: 'tell-enterer' }, ...(present.kind === 'closing' ? [] : [{ kind: 'tell-provider', news: 'queried' } as const])],
        protects: true,
      },
    'withdraw-invoice': (present) => ({ state: { ...present, status: 'withdrawn' }, what: 'Withdrawn', protects: true }),
  },
);
