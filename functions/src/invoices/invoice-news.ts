import { formatDate } from '@ap/shared/domain/days/local-date';
import { matchInvoice, totalOver } from '@ap/shared/domain/invoices/decide-invoice';
import { type Invoice, type InvoiceWork, invoiceKindWords, netOf } from '@ap/shared/domain/invoices/invoice';
import type { LineMatch } from '@ap/shared/domain/invoices/match-line';
import { whoDecides } from '@ap/shared/domain/invoices/who-decides';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import { addPence, formatMoney, pence } from '@ap/shared/domain/money/money';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { type News, tellPeople } from '../effects/tell-people.ts';
import { tellProvider } from '../effects/tell-provider.ts';
import type { Ports } from '../ports/ports.ts';
import { ordersOfAccount } from './invoices-home.ts';

type Needs = Pick<
  Ports,
  'audit' | 'clock' | 'cards' | 'mail' | 'effects' | 'buyers' | 'providers' | 'invoices' | 'callOffs' | 'sessions' | 'policies'
>;
type Links = Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>;

/** 'Invoice BV 1001' */
const nameOf = ({ kind, number }: Invoice): string => `${invoiceKindWords[kind]} ${number}`;

const totalOf = ({ lines, vat }: Invoice): string => {
  const net = netOf(lines);
  return bothTotals({ net, gross: addPence(net, vat) });
};

/** How its lines stand to what is owed, in one sentence. */
const matchSentence = ({ kind }: Invoice, matches: readonly LineMatch[]): string => {
  const differing = matches.filter(({ outcome }) => outcome !== 'matches').length;
  if (kind === 'closing') return 'It says that nothing more will be invoiced for these orders.';
  if (differing === 0) return 'Every line matches what is owed by attendance.';
  const over = totalOver(matches);
  const lines = `${differing} of ${matches.length} ${matches.length === 1 ? 'line' : 'lines'} ${differing === 1 ? 'differs' : 'differ'} from what is owed by attendance`;
  return kind === 'invoice' && over > 0 ? `${lines}: ${formatMoney(over)} more is asked, without VAT.` : `${lines}.`;
};

/** What follows from a step of an invoice: who must decide is told that it waits, and the provider what it has to put right. What was overtaken is not sent. */
export const invoicePerformers = (ports: Needs, links: Links): RecordPerformers<Invoice, InvoiceWork> => {
  const link = ({ ref }: Invoice): NonNullable<News['link']> => ({
    text: 'Open the invoice',
    onCard: links.onCard(ref),
    inMail: links.inMail(ref),
  });
  const mailProvider = (invoice: Invoice, title: string, paragraphs: readonly string[]): Promise<Performed> => {
    const asked = invoice.enteredBy.at(-1);
    const questions = asked === undefined ? invoice.buyerName : `${asked.name} (${asked.email}), ${invoice.buyerName}`;
    return tellProvider(ports, invoice.providerRef, { title, paragraphs: [`${title}.`, ...paragraphs, `Questions: ${questions}.`] });
  };
  return {
    'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
    'ask-accepter': async ({ state }, effect) => {
      if (state.status !== 'entered' || state.version !== effect.version) return { state: 'superseded' };
      const [members, orders, all] = await Promise.all([
        ports.buyers.members(state.buyerRef, 'known'),
        ordersOfAccount(ports, state.account),
        ports.invoices.ofAccount(state.account),
      ]);
      const matches = matchInvoice(state, { orders, others: all.filter(({ ref }) => ref !== state.ref) });
      const over = state.kind === 'invoice' ? totalOver(matches) : pence(0);
      return tellPeople(ports, state.ref, effect, whoDecides(state, members, over), {
        title: `${nameOf(state)} of ${state.providerName} waits for you to accept or refuse it`,
        paragraphs: [
          state.kind === 'closing' ? `For ${state.buyerName}.` : `${totalOf(state)}, for ${state.buyerName}.`,
          matchSentence(state, matches),
        ],
        link: link(state),
      });
    },
    'tell-enterer': async ({ state }, effect) => {
      if (state.status !== 'refused' || state.version !== effect.version) return { state: 'superseded' };
      return tellPeople(ports, state.ref, effect, state.enteredBy, {
        title: `${nameOf(state)} of ${state.providerName} was refused`,
        paragraphs: [`The reason: ${state.refusedReason ?? ''}`, 'Enter it again, corrected, once it is put right.'],
        link: link(state),
      });
    },
    'tell-provider': async ({ state }, effect) => {
      if (state.version !== effect.version) return { state: 'superseded' };
      if (effect.news === 'queried')
        return mailProvider(
          state,
          `${state.buyerName} has a query about your ${nameOf(state).replace(/^./, (first) => first.toLowerCase())}`,
          [`To put right: ${state.refusedReason ?? ''}`, 'It is not paid as it stands. Send it again, corrected, under the same number.'],
        );
      const over = state.lines.filter((_line, at) => effect.lines.includes(at));
      return mailProvider(state, `${state.buyerName} expects a credit note to your invoice ${state.number}`, [
        ...over.map(
          ({ orderNumber, from, to, net, accepted }) =>
            `Order ${orderNumber}, ${formatDate(from)} to ${formatDate(to)}: you asked for ${formatMoney(net)}; by attendance ${formatMoney(accepted?.dueNet ?? net)} is owed, without VAT.`,
        ),
        'The invoice was accepted. Send a credit note over what is too much, with the order and the days, or say why it is owed.',
      ]);
    },
  };
};
