import type { MissedShare } from '../attendance/attendance-policy.ts';
import { formatDate, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { patternSentence } from '../days/pattern-sentence.ts';
import type { WeeklyPattern } from '../days/weekly-pattern.ts';
import { formatMoney, type Pence } from '../money/money.ts';
import { type Payer, paidThroughSentence, payerNames } from '../money/payer.ts';
import type { RateUnit } from '../money/rate-card.ts';
import { type VatTreatment, vatSentences } from '../money/vat-treatment.ts';

/** What stands on an order's paper, as both sides have agreed it. The pupil stands on it by the school's own reference alone (R40). */
export interface OrderOnPaper {
  readonly ref: string;
  readonly number: string;
  readonly madeAt: string;
  readonly frameworkName: string;
  readonly authority?: string | undefined;
  readonly lotName: string;
  readonly buyerName: string;
  readonly provider: {
    readonly name: string;
    readonly legalName?: string | undefined;
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
  };
  readonly serviceName: string;
  readonly pupilRef: string;
  readonly parts: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly pattern: WeeklyPattern }[];
  readonly unit: RateUnit;
  readonly unitPrice: Pence;
  readonly unitsSentence: string;
  readonly vatBasisPoints: number;
  /** R38: what the provider has stated of the service; absent where its statement is no longer the one that the order was priced with. */
  readonly vatTreatment?: VatTreatment | undefined;
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
  readonly payer: Payer;
  readonly billTo: string;
  readonly costCode?: string | undefined;
  readonly blockRef?: string | undefined;
  /** R30: why the order went to this provider, and how that was proved; it names and prices nobody else. */
  readonly award: readonly string[];
  readonly contact: { readonly name: string; readonly email: string };
  readonly teamPhone?: string | undefined;
  readonly noticeSchoolDays: number;
  readonly terms: { readonly noticeHours: number; readonly withoutNotice: MissedShare };
}

/** A paper in words, however it is drawn: on a page, printed, or as PDF. */
export interface Paper {
  readonly title: string;
  readonly sections: readonly {
    readonly title: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    readonly text: readonly string[];
  }[];
}

/** Row 44: an order as it stands on paper. The one place for its words. */
export const orderPaper = (order: OrderOnPaper): Paper => ({ title: `Order ${order.number}`, sections: sections(order) });

const missed = { whole: 'is charged whole', half: 'is charged at half', nothing: 'is not charged' } as const;

/** R38: VAT that is added, or why there is none: 'VAT at 0%' would say zero-rated, which no treatment is. */
const vatFact = ({ vatBasisPoints, vatTreatment, vat }: OrderOnPaper) =>
  vatBasisPoints > 0
    ? { label: `VAT at ${vatBasisPoints / 100}%`, value: formatMoney(vat) }
    : { label: 'VAT', value: vatTreatment === undefined ? 'No VAT is added' : vatSentences[vatTreatment] };

const sections = (order: OrderOnPaper): Paper['sections'] => [
  {
    title: 'Contract and parties',
    facts: [
      { label: 'Contract', value: `${order.frameworkName}, lot ${order.lotName}` },
      ...(order.authority === undefined ? [] : [{ label: 'Let by', value: order.authority }]),
      { label: 'Ordered by', value: order.buyerName },
      {
        label: 'Provider',
        value:
          order.provider.legalName === undefined || order.provider.legalName === order.provider.name
            ? order.provider.name
            : `${order.provider.name} (${order.provider.legalName})`,
      },
      { label: 'Service', value: order.serviceName },
      { label: 'Order made', value: formatDate(toLondonDate(order.madeAt), 'plain') },
      { label: 'Request', value: order.ref },
      { label: "The school's reference for the pupil", value: order.pupilRef },
    ],
    text: [
      'The school gives the provider the name of the pupil, and what it needs to keep them safe, by its own secure route.',
      // R7.
      'The pupil stays on the admission register of their school, which stays responsible for them.',
    ],
  },
  ...(order.award.length === 0 ? [] : [{ title: 'Why this provider', facts: [], text: order.award }]),
  {
    title: 'Plan',
    facts: [
      ...order.parts.map(({ from, to, pattern }) => ({
        label: `${formatDate(from, 'plain')} to ${formatDate(to, 'plain')}`,
        value: patternSentence(pattern),
      })),
      { label: 'How it is counted', value: order.unitsSentence },
    ],
    text: ['Nothing is taught on days that are no school days by the term dates of the school.'],
  },
  {
    title: 'Price and payment',
    facts: [
      { label: 'Price', value: `${formatMoney(order.unitPrice)} per ${order.unit}, without VAT: fixed for this order` },
      { label: 'Without VAT', value: formatMoney(order.net) },
      vatFact(order),
      { label: 'With VAT', value: formatMoney(order.gross) },
      { label: 'Who pays', value: payerNames[order.payer] },
      { label: 'Invoice to', value: order.billTo },
      ...(order.costCode === undefined ? [] : [{ label: 'Cost code', value: order.costCode }]),
      { label: 'Quote on each invoice', value: `Order ${order.number}, the days and the units` },
    ],
    text: [
      ...(order.blockRef === undefined ? [] : [`${paidThroughSentence(order.blockRef)}.`]),
      'Invoice after the days that are charged, for example after each month. An invoice is matched with attendance and paid within the time that the contract sets.',
    ],
  },
  {
    title: 'What is charged',
    facts: [],
    text: [
      'Each session that was taught is charged, also where the pupil came late.',
      `A session that the pupil missed ${missed[order.terms.withoutNotice]}, unless the school told the provider at least ${order.terms.noticeHours} hours before it began: then it is not charged.`,
      'A session that the provider cancelled is not charged.',
      ...(order.unit === 'week' ? ['The price is per week: a week in which anything is charged is charged whole.'] : []),
    ],
  },
  {
    title: 'Changes and notice',
    facts: [],
    text: [
      `The school or the provider ends the placement with ${order.noticeSchoolDays} school days of notice. It is ended at once to keep the pupil safe, or where both agree.`,
      'Another pattern, more days or an extension is agreed with the school first, at the same price.',
    ],
  },
  {
    title: 'Whom to ring',
    facts: [
      { label: 'At the school', value: `${order.contact.name}, ${order.contact.email}` },
      {
        label: 'At the provider',
        value: [order.provider.phone, order.provider.email].filter((each) => each !== undefined).join(', ') || order.provider.name,
      },
      { label: 'At the council', value: `The commissioning team${order.teamPhone === undefined ? '' : `, ${order.teamPhone}`}` },
    ],
    text: [],
  },
];
