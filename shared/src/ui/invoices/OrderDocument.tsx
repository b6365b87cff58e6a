import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import type { OrderDocumentReply } from '../../contract/invoices.ts';
import { paidThroughSentence } from '../../domain/block-purchases/paid-through.ts';
import { formatDate, toLondonDate } from '../../domain/local-date.ts';
import { formatMoney } from '../../domain/money.ts';
import { patternSentence } from '../../domain/pattern-sentence.ts';
import { payerNames } from '../../domain/payer.ts';
import { type Fact, Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { usePrintedAlone } from '../use-printed-alone.tsx';
import { useInvoicesClient } from './use-invoices.tsx';

const useStyles = makeStyles({
  paper: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '48rem',
    minWidth: 0,
    // On paper: black on white, whatever the theme of the screen.
    '@media print': { maxWidth: 'none', '& *': { color: '#000' } },
  },
  part: { display: 'grid', rowGap: tokens.spacingVerticalS, minWidth: 0, '@media print': { breakInside: 'avoid' } },
  screenOnly: { '@media print': { display: 'none' } },
});

/** Row 44: an order as both sides keep it, made to be printed or saved as PDF by the browser. */
export const OrderDocument: React.FC<{ readonly callOffRef: string }> = ({ callOffRef }) => {
  const client = useInvoicesClient();
  const styles = useStyles();
  usePrintedAlone();
  const read = useSWR<OrderDocumentReply, unknown>(['getOrderDocument', callOffRef], () =>
    client.getOrderDocument({ params: { ref: callOffRef } }),
  );
  return (
    <Loaded reads={[read] as const} page="Order document" what="the order" failed="The order could not be loaded">
      {(order) => (
        <article className={styles.paper} aria-label={`Order ${order.number}`}>
          <PageHeading title={`Order ${order.number}`}>{`Order ${order.number}`}</PageHeading>
          <div className={styles.screenOnly}>
            <Button onClick={() => window.print()}>Print it, or save it as PDF</Button>
          </div>
          {sections(order).map(({ title, facts, text }) => (
            <section key={title} aria-label={title} className={styles.part}>
              <Heading level={2}>{title}</Heading>
              {facts.length > 0 ? <Facts facts={facts} /> : null}
              {text.map((line) => (
                <Text key={line} block>
                  {line}
                </Text>
              ))}
            </section>
          ))}
        </article>
      )}
    </Loaded>
  );
};

interface Section {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly text: readonly string[];
}

const missed = { whole: 'is charged whole', half: 'is charged at half', nothing: 'is not charged' } as const;

const sections = (order: OrderDocumentReply): readonly Section[] => [
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
    text: ['The school gives the provider the name of the pupil, and what it needs to keep them safe, by its own secure route.'],
  },
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
      { label: `VAT at ${order.vatBasisPoints / 100}%`, value: formatMoney(order.vat) },
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
