import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { PriceBookReply } from '../../../contract/prices.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import { afterPrice } from '../../../domain/money/band-words.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { Heading } from '../../Heading.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useAwards, useAwardsClient } from '../use-awards.tsx';
import { useCommand } from '../use-command.tsx';
import { ProposePrices } from './ProposePrices.tsx';
import { priceActs } from './price-acts.tsx';
import { type BookLine, linesIn, periodWords } from './priced-lines.ts';
import { ReviewedPrices } from './ReviewedPrices.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** Every price of one provider under one framework, and the review that prices the next period. */
export const PriceBookPage: React.FC<{ readonly providerRef: string; readonly frameworkRef: string }> = ({ providerRef, frameworkRef }) => {
  const found = useAwards('getPriceBook', { params: { frameworkRef, providerRef } });
  const client = useAwardsClient();
  const command = useCommand('getPriceBook', 'listPriceBooks');
  const { section } = useStyles();
  return (
    <Loaded reads={[found] as const} what="the price book" failed="The price book could not be loaded" page="Price book">
      {(book) => (
        <Page
          title={`Prices of ${book.providerName} under ${frameworkRef}`}
          above={[
            { to: { at: 'passport', providerRef }, name: `Passport of ${book.providerName}` },
            { to: { at: 'price-books', providerRef }, name: `Prices of ${book.providerName}` },
          ]}
          told={command.told}
        >
          <section className={section} aria-label="What may be done now">
            <Heading level={2}>What may be done now</Heading>
            <Text block>{standingOf(book)}</Text>
            {book.may.includes('propose-prices') ? <ProposePrices key={JSON.stringify(book.review)} book={book} command={command} /> : null}
            <Acts acts={priceActs(book, client)} command={command} />
          </section>
          <ReviewedPrices book={book} />
          {[...book.periods].reverse().map((period) => (
            <PricesOf key={period.from} title={periodWords(period)} lines={linesIn(book.lines, period)} />
          ))}
          <section aria-label="History">
            <Heading level={2}>History</Heading>
            <Table
              caption="What was done, newest first"
              columns={[
                { name: 'When', as: 'short', of: ({ at }: PriceBookReply['history'][number]) => formatInstant(at) },
                { name: 'What', of: ({ what, comment }) => `${what}${comment === undefined ? '' : `: ${comment}`}` },
                { name: 'By', of: ({ by }) => by },
              ]}
              rows={[...book.history].reverse()}
              keyOf={({ at, what }) => `${at} ${what}`}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
};

/** Where the book stands, and who comes next. */
const standingOf = ({ periods, nextPeriod, review, may }: PriceBookReply): string => {
  const newest = periods.at(-1);
  const fixed = newest === undefined ? '' : `Prices are fixed until ${formatDate(newest.to)}. `;
  if (review === undefined)
    return nextPeriod === undefined
      ? `${fixed}The framework ends with this price period: there is none to review.`
      : `${fixed}A review sets those of ${periodWords(nextPeriod)}; nothing changes before.`;
  return may.includes('approve-review')
    ? `${fixed}A review for ${periodWords(review.period)} is open. Whoever proposes a price cannot approve the review.`
    : `${fixed}A review for ${periodWords(review.period)} is open. You proposed prices of it, so another commissioner approves it.`;
};

const stateWords: Readonly<Record<BookLine['state'], string>> = { approved: 'Approved', reserved: 'Reserved: not countersigned yet' };

const PricesOf: React.FC<{ readonly title: string; readonly lines: readonly BookLine[] }> = ({ title, lines }) => (
  <section aria-label={title}>
    <Heading level={2}>{title}</Heading>
    {lines.length === 0 ? (
      <Text block>No price stands in this period.</Text>
    ) : (
      <Table
        caption="Prices of this period, without VAT"
        columns={[
          { name: 'Service', of: ({ serviceName, serviceRef }: BookLine) => serviceName ?? serviceRef },
          { name: 'Lot', of: ({ lotKey }) => lotKey },
          { name: 'Group', of: ({ group }) => (group === undefined ? '' : `${group.from} to ${group.to} pupils`) },
          {
            name: 'Price',
            as: 'number',
            of: ({ price, unit, volumeBands }) => `${formatMoney(price)} per ${unit}${afterPrice(volumeBands)}`,
          },
          { name: 'Fixed for', of: periodWords },
          { name: 'State', of: ({ state }) => stateWords[state] },
        ]}
        rows={lines}
        keyOf={({ ref }) => ref}
      />
    )}
  </section>
);
