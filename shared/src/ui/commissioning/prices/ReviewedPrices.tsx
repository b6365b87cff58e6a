import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { PriceBookReply } from '../../../contract/prices.ts';
import { afterPrice } from '../../../domain/money/band-words.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { priceChange } from '../../../domain/tenders/prices/price-change.ts';
import { Heading } from '../../Heading.tsx';
import { Table } from '../Table.tsx';
import { periodWords, reviewedLines, thingOf } from './priced-lines.ts';

/** The open review: each price as it is and as it would be. */
export const ReviewedPrices: React.FC<{ readonly book: PriceBookReply }> = ({ book }) => {
  const { review } = book;
  if (review === undefined) return null;
  const title = `Review for ${periodWords(review.period)}`;
  return (
    <section aria-label={title}>
      <Heading level={2}>{title}</Heading>
      <Text block>{`Why: ${review.reason}`}</Text>
      <Text block>{review.proposedBy.length === 0 ? 'Nothing is proposed yet.' : `Proposed by ${review.proposedBy.join(', ')}.`}</Text>
      <Table
        caption="Prices now and after the review, without VAT. What is not proposed goes on at its present price."
        columns={[
          { name: 'Service', of: ({ line }: ReturnType<typeof reviewedLines>[number]) => thingOf(line) },
          { name: 'Lot', of: ({ line }) => line.lotKey },
          { name: 'Now', as: 'number', of: ({ line }) => `${formatMoney(line.price)}${afterPrice(line.volumeBands)}` },
          { name: 'New', as: 'number', of: ({ next, bands }) => `${formatMoney(next)}${afterPrice(bands)}` },
          { name: 'Difference', as: 'number', of: ({ line, next }) => priceChange(line.price, next) },
        ]}
        rows={reviewedLines(book)}
        keyOf={({ line }) => line.ref}
      />
    </section>
  );
};
