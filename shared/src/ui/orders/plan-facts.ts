import type { OrderReply } from '../../contract/orders.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { patternSentence } from '../../domain/days/pattern-sentence.ts';
import { formatMoney } from '../../domain/money/money.ts';
import type { Fact } from '../call-offs/Facts.tsx';

type Plan = OrderReply['plan'];

/** The days of a plan: one line for each part with a pattern of its own. */
export const daysOf = ({ parts }: Plan): string =>
  parts.length === 0
    ? 'No days'
    : parts.map(({ from, to, pattern }) => `${formatDate(from)} to ${formatDate(to)}: ${patternSentence(pattern)}`).join('\n');

/** What is planned now and what it comes to at the price that was frozen with the request. */
export const planFacts = ({ plan, unit, unitPrice, approvedGross }: OrderReply): readonly Fact[] => [
  { label: 'Days', value: daysOf(plan) },
  { label: 'Hours in a full week', value: String(plan.hoursPerWeek) },
  { label: 'How it is counted', value: plan.unitsSentence },
  { label: 'Price of this order', value: `${formatMoney(unitPrice)} per ${unit}, without VAT. It does not change` },
  { label: 'Without VAT', value: formatMoney(plan.net) },
  { label: 'VAT', value: formatMoney(plan.vat) },
  { label: 'Total with VAT', value: formatMoney(plan.gross) },
  ...(approvedGross === plan.gross ? [] : [{ label: 'Approved, with VAT', value: `Up to ${formatMoney(approvedGross)}` }]),
];
