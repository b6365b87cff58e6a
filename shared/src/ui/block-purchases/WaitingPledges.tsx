import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { blockPlace } from '../../contract/block-place.ts';
import type { BlockReply } from '../../contract/block-purchases.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { type Fact, Facts } from '../call-offs/Facts.tsx';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { Heading } from '../Heading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useApi } from '../use-api.tsx';
import { countWords } from '../words.tsx';
import { priceWords, unusedSentences } from './block-words.ts';
import { useBlocks } from './use-blocks.tsx';

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXL },
  row: { padding: `${tokens.spacingVerticalM} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** Row 53: what waits for an approver about block purchases, with all that the decision rests on in sight. Nothing is shown where nothing waits. */
export const WaitingPledges: React.FC = () => {
  const me = useApi('getMe', {});
  // Whoever belongs to no school or department only stands in as its fallback approver, of whom nothing is asked here.
  const asks = me.data !== undefined && (me.data.commissioner || me.data.memberships.some(({ status }) => status === 'active'));
  const all = useBlocks(asks);
  if (!asks) return null;
  return (
    <Loaded reads={[all] as const} what="block purchases that wait for you" failed="Block purchases that wait for you could not be loaded">
      {({ blocks }) => {
        const waiting = blocks.filter(({ may }) => may.includes('approve-pledge') || may.includes('accept-transfer'));
        return waiting.length === 0 ? null : <WaitingBlocks blocks={waiting} />;
      }}
    </Loaded>
  );
};

const WaitingBlocks = ({ blocks }: { readonly blocks: readonly BlockReply[] }): React.ReactElement => {
  const { list } = useListStyles();
  const { section, row } = useStyles();
  return (
    <section aria-label="Block purchases that wait for you" className={section}>
      <Heading level={2}>Block purchases</Heading>
      <ul className={list} aria-label="Block purchases that wait for you">
        {blocks.map((reply) => {
          const { purchase, buyerRef, serviceName, providerName, may } = reply;
          return (
            <li key={`${purchase.ref}/${buyerRef}`} className={row}>
              <Heading level={3}>
                <PlaceLink
                  to={blockPlace({ at: 'one', ref: purchase.ref, buyerRef })}
                >{`Decide about ${purchase.ref}: ${serviceName}`}</PlaceLink>
              </Heading>
              <Text block>{providerName}</Text>
              <Facts facts={may.includes('approve-pledge') ? pledgeFacts(reply) : transferFacts(reply)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const pledgeFacts = ({ purchase: { own, statement } }: BlockReply): readonly Fact[] => {
  const pledge = own?.pledge;
  if (!pledge) return [];
  return [
    { label: 'Pledged by', value: pledge.pledgedBy },
    { label: 'Units', value: countWords(pledge.units, statement.unit) },
    { label: 'At no more than', value: priceWords(pledge.cap, statement.unit) },
    { label: 'Maximum cost', value: bothTotals(pledge.maximumCost) },
    { label: 'Unused units', value: unusedSentences[statement.unused] },
    { label: 'Decide by', value: formatInstant(statement.closesAt) },
  ];
};

const transferFacts = ({ buyerRef, purchase: { own, statement } }: BlockReply): readonly Fact[] => [
  ...(own?.transfers ?? [])
    .filter(({ taker }) => taker === buyerRef)
    .map(({ units, wouldOwe }) => ({
      label: 'Units offered to you',
      value: `${countWords(units, statement.unit)}${wouldOwe === undefined ? '' : `; you would then owe ${bothTotals(wouldOwe)}, in all`}`,
    })),
  { label: 'Unused units', value: unusedSentences[statement.unused] },
];
