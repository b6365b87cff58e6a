import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { BlockOfferReply } from '../../contract/block-offers.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';

const useStyles = makeStyles({ section: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 } });

/** What the provider is asked for: how many units at the one price, when, and how much each buyer owes for its own part. */
export const BlockOfferFacts: React.FC<{ readonly offer: BlockOfferReply }> = ({ offer }) => {
  const { purchase, names, teamPhone } = offer;
  const { statement, bought, unitPrice, shares = [] } = purchase;
  const { section } = useStyles();
  if (!bought || unitPrice === undefined) return null;
  const nameOf = (buyerRef: string): string => names.find(({ ref }) => ref === buyerRef)?.name ?? buyerRef;
  const amountOf = (units: number): string => `${units} ${statement.unit}${units === 1 ? '' : 's'}`;
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Service', offer.serviceName],
    ['Amount', amountOf(bought.units)],
    ['Used from', formatDate(statement.usableFrom)],
    ['Used until', formatDate(statement.usableTo)],
    ['Price', `${formatMoney(unitPrice)} per ${statement.unit}, without VAT: your volume price for this amount`],
    ['Total', `${formatMoney(bought.net)}, VAT ${formatMoney(bought.vat)}, ${formatMoney(bought.gross)} in all`],
    ['Units nobody uses', statement.unused === 'pay' ? 'Are paid' : 'Lapse and are not paid'],
    ['At the council', teamPhone === undefined ? 'The commissioning team' : `The commissioning team, ${teamPhone}`],
  ];
  return (
    <>
      <section aria-label="The purchase" className={section}>
        <Heading level={2}>The purchase</Heading>
        <Facts facts={facts.map(([label, value]) => ({ label, value }))} />
      </section>
      <section aria-label="Who owes what" className={section}>
        <Heading level={2}>Who owes what</Heading>
        <Text block>Each buyer owes you its own part, and nobody else’s.</Text>
        <Facts
          facts={shares.map(({ buyerRef, units, net, gross }) => ({
            label: nameOf(buyerRef),
            value: `${amountOf(units)}, ${bothTotals({ net, gross })}`,
          }))}
        />
      </section>
    </>
  );
};
