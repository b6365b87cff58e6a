import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { OfferReply } from '../../contract/offers.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { paidThroughSentence } from '../../domain/money/payer.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { sessionWords, weekdayWords } from '../words.tsx';

const useStyles = makeStyles({ section: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 } });

/** What the provider is asked for: contract, when, price, who pays, and whom to ring. */
export const OfferFacts: React.FC<{ readonly offer: OfferReply }> = ({ offer }) => {
  const { pattern, contact, teamPhone } = offer;
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Service', offer.serviceName],
    ['Contract', `${offer.frameworkName}, lot ${offer.lotName}`],
    ['From', formatDate(offer.startDate)],
    ['To', formatDate(offer.endDate)],
    [
      'Each week',
      `${pattern.days.map((day) => weekdayWords[day]).join(', ')}: ${sessionWords[pattern.sessions].toLowerCase()}, ${pattern.hoursPerDay} hours a day`,
    ],
    [
      'Price',
      `${formatMoney(offer.unitPrice)} per ${offer.unit}, without VAT: the ${offer.blockRef !== undefined ? 'price of the block purchase' : offer.enquiryRef === undefined ? 'framework price' : `price that you quoted in competition ${offer.enquiryRef}`}`,
    ],
    ['Amount', offer.unitsSentence],
    ['Total', `${formatMoney(offer.net)}, VAT ${formatMoney(offer.vat)}, ${formatMoney(offer.gross)} in all`],
    offer.blockRef === undefined
      ? ['Who pays', `Invoice ${offer.billTo}. Quote ${offer.number}.`]
      : ['Paid through', `${paidThroughSentence(offer.blockRef)}. Send no invoice for ${offer.number}.`],
    ['At the school', `${contact.name}, ${contact.email}`],
    ['At the council', teamPhone === undefined ? 'The commissioning team' : `The commissioning team, ${teamPhone}`],
  ];
  return (
    <section aria-label="The order" className={useStyles().section}>
      <Heading level={2}>The order</Heading>
      <Facts facts={facts.map(([label, value]) => ({ label, value }))} />
      <Text block>
        Nothing about the pupil is on this page. The school tells you what you need to keep them safe by its own secure route, once you have
        accepted.
      </Text>
    </section>
  );
};
