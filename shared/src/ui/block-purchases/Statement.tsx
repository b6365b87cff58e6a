import * as React from 'react';
import type { BlockReply } from '../../contract/block-purchases.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { countWords } from '../words.tsx';
import { bandLines, nameIn, unusedSentences } from './block-words.ts';
import { useBlockStyles } from './use-block-styles.tsx';

const vatSentence = (basisPoints: number): string =>
  basisPoints === 0 ? 'The provider charges no VAT' : `${basisPoints / 100}% VAT comes on top`;

/** What was stated before anybody pledged. From opening on nothing of it changes. */
export const Statement: React.FC<{ readonly reply: BlockReply }> = ({ reply }) => {
  const { statement, kind, leadBuyerRef } = reply.purchase;
  const others = reply.pledgesClosed ? 'the buyers that joined' : 'every buyer that joins';
  const lead = nameIn(reply, leadBuyerRef);
  return (
    <section aria-label="What is stated" className={useBlockStyles().section}>
      <Heading level={2}>What is stated</Heading>
      <Facts
        facts={[
          { label: 'Who buys', value: kind === 'joint' ? `${lead}, and ${others}` : `${lead} alone` },
          { label: 'Prices, without VAT', value: bandLines(statement).join('\n') },
          { label: 'VAT', value: vatSentence(statement.vatBasisPoints) },
          { label: 'Fewest units', value: `${countWords(statement.minimumUnits, statement.unit)}; below that it lapses` },
          { label: 'Pledges close', value: formatInstant(statement.closesAt) },
          { label: 'Used from', value: formatDate(statement.usableFrom) },
          { label: 'Used until', value: formatDate(statement.usableTo) },
          { label: 'Unused units', value: unusedSentences[statement.unused] },
        ]}
      />
    </section>
  );
};
