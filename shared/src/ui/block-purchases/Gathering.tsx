import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { countWords } from '../words.tsx';
import { outcomeSentences, pledgeStands, priceWords } from './block-words.ts';
import { PledgeForm } from './PledgeForm.tsx';
import { pledgeStanding } from './pledge-lines.ts';
import { useBlockStyles } from './use-block-styles.tsx';
import type { BlockActProps } from './use-blocks.tsx';

/** While pledges are gathered: what all of them come to as two totals, the buyer's own, and the form for one. */
export const Gathering: React.FC<BlockActProps> = (given) => {
  const { section, box } = useBlockStyles();
  const { purchase, may } = given.reply;
  const { gathered, own, statement, status } = purchase;
  const { unit } = statement;
  const pledge = own?.pledge;
  const isOpen = status === 'gathering';
  return (
    <>
      {gathered && isOpen ? (
        <section aria-label="Pledges so far" className={section}>
          <Heading level={2}>Pledges so far</Heading>
          <Facts
            facts={[
              { label: 'Approved', value: countWords(gathered.approvedUnits, unit) },
              { label: 'Waiting for approval', value: countWords(gathered.waitingUnits, unit) },
              { label: 'Price that is reached', value: priceWords(gathered.unitPrice, unit) },
              {
                label: 'Next price',
                value: gathered.next
                  ? `${formatMoney(gathered.next.unitPrice)} with ${countWords(gathered.next.moreUnits, unit)} more`
                  : 'It is the lowest already',
              },
              ...(gathered.approvedUnits < statement.minimumUnits
                ? [{ label: 'Missing', value: `${countWords(statement.minimumUnits - gathered.approvedUnits, unit)}, or it lapses` }]
                : []),
            ]}
          />
          <Text block>Who pledged, and how much each, is shown to nobody before closing.</Text>
        </section>
      ) : null}
      {pledge && pledge.outcome !== 'bought' && !may.includes('approve-pledge') ? (
        <section aria-label="Your pledge" className={section}>
          <Heading level={2}>Your pledge</Heading>
          <Text block>{pledge.outcome ? outcomeSentences[pledge.outcome] : isOpen ? pledgeStands(pledge) : 'It counts no more.'}</Text>
          <Facts
            facts={[
              { label: 'Units', value: countWords(pledge.units, unit) },
              { label: 'At no more than', value: priceWords(pledge.cap, unit) },
              { label: 'Maximum cost', value: bothTotals(pledge.maximumCost) },
            ]}
          />
          <Text block size={200}>
            The most that you would pay is shown to your own staff only.
          </Text>
        </section>
      ) : null}
      {may.includes('pledge') && !pledgeStanding(pledge) ? (
        <section aria-label="Pledge" className={box}>
          <Heading level={2}>Pledge</Heading>
          <PledgeForm {...given} />
        </section>
      ) : null}
    </>
  );
};
