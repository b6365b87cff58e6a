import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { BlockReply } from '../../contract/block-purchases.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { Heading } from '../Heading.tsx';
import { countWords } from '../words.tsx';
import { type BlockSeen, priceWords, totalWords } from './block-words.ts';
import { useBlockStyles } from './use-block-styles.tsx';

/** How the one price came about, round by round, without saying who dropped out or how much anybody would have paid. */
export const pricingLines = ({ atClosing, unitPrice, bought, statement }: BlockSeen): readonly string[] => {
  if (!atClosing || unitPrice === undefined || !bought) return [];
  const { unit } = statement;
  const first = `All approved pledges together came to ${countWords(atClosing.approvedUnits, unit)}, which reach ${priceWords(atClosing.unitPrice, unit)}.`;
  const rule =
    'Whoever would pay less than the price that is reached drops out for good, and the rest is reckoned again, until nobody drops out.';
  const end =
    bought.units === atClosing.approvedUnits
      ? 'Here nobody dropped out.'
      : `Here ${countWords(bought.units, unit)} stayed, which reach ${formatMoney(unitPrice)}.`;
  return [
    first,
    rule,
    `${end} Everybody who stayed pays that one price for all units, and nobody pays more than the most that they named.`,
  ];
};

/** After closing: the price, and why it is this one. */
export const HowPriced: React.FC<{ readonly reply: BlockReply }> = ({ reply }) => {
  const { section } = useBlockStyles();
  const { purchase } = reply;
  const { unitPrice, bought, statement } = purchase;
  if (unitPrice === undefined || !bought) return null;
  return (
    <section aria-label="The price" className={section}>
      <Heading level={2}>{`${priceWords(unitPrice, statement.unit)}`}</Heading>
      {pricingLines(purchase).map((line) => (
        <Text key={line} block>
          {line}
        </Text>
      ))}
      <Text block>{`In all: ${countWords(bought.units, statement.unit)}, ${totalWords(bought.gross, statement)}.`}</Text>
    </section>
  );
};
