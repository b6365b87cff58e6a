import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listSavings, SavingReply } from '../../../contract/value-for-money.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { baselineLackWords } from '../../../domain/value-for-money/baseline-of.ts';
import { differenceWords, routeWords, savingColumns, sourceWords, sumWords } from '../../../domain/value-for-money/value-tables.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { countWords } from '../../words.tsx';
import { OrderNumberLink } from '../OrderNumberLink.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { AsChart } from './AsChart.tsx';
import { inRows } from './in-rows.ts';
import { CsvButton } from './value-files.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  sums: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

type Savings = ReplyOf<typeof listSavings>;

/** The arithmetic of one order, line by line. */
const Arithmetic: React.FC<{ readonly row: SavingReply }> = ({ row }) => {
  const { baseline, framework, paid, lacks, byFramework, belowFramework, saved, route } = row;
  return (
    <>
      <div>{baseline ? `Before: ${sumWords(row, baseline)}` : lacks && `${baselineLackWords[lacks]}: no saving is claimed`}</div>
      {framework && route !== 'direct-award' ? <div>{`At the framework price: ${sumWords(row, framework)}`}</div> : null}
      <div>{`${routeWords[route]}: ${sumWords(row, paid)}`}</div>
      {baseline && framework && route !== 'direct-award' && byFramework !== undefined ? (
        <div>{`By the framework: ${differenceWords(baseline, framework, byFramework)}`}</div>
      ) : null}
      {framework && route !== 'direct-award' && belowFramework !== undefined ? (
        <div>{`Below the framework price: ${differenceWords(framework, paid, belowFramework)}`}</div>
      ) : null}
      {baseline && saved !== undefined ? <div>{`In all: ${differenceWords(baseline, paid, saved)}`}</div> : null}
    </>
  );
};

/** The framework price beside the middle one of its lot: '£5.00 below £85.00, of 7 prices'. */
const besideMedian = ({ lotMedian, overMedian }: SavingReply): string => {
  if (!lotMedian || overMedian === undefined) return '';
  const of = `${formatMoney(lotMedian.price)}, of ${countWords(lotMedian.prices, 'price')}`;
  if (overMedian === 0) return `The same as ${of}`;
  return `${formatMoney(Math.abs(overMedian) as typeof overMedian)} ${overMedian < 0 ? 'below' : 'above'} ${of}`;
};

const columnsOf = (quiet: string): readonly Column<SavingReply>[] => [
  {
    name: 'Order',
    of: ({ orderNumber, callOffRef, on }) => (
      <>
        <OrderNumberLink to={{ at: 'call-off', ref: callOffRef }} number={orderNumber} />
        <div className={quiet}>{formatDate(on, 'short')}</div>
      </>
    ),
  },
  {
    name: 'What',
    of: ({ buyerName, serviceName, providerName }) => (
      <>
        <div>{buyerName}</div>
        <div className={quiet}>{`${serviceName}, ${providerName}`}</div>
      </>
    ),
  },
  { name: 'Arithmetic, ex VAT', of: (row) => <Arithmetic row={row} /> },
  { name: 'Saved', of: ({ saved }) => (saved === undefined ? '' : formatMoney(saved)), as: 'number' },
  { name: 'Middle of the lot', of: besideMedian },
  { name: 'Rows', of: ({ rows }) => sourceWords(rows) },
];

/** Rows 70, P3 and P6: what each order saves, and by which sum. */
export const SavingsSection: React.FC<{ readonly savings: Savings; readonly period: string }> = ({ savings: { sums, rows }, period }) => {
  const styles = useStyles();
  const columns = React.useMemo(() => columnsOf(styles.quiet), [styles.quiet]);
  return (
    <section aria-label="Savings ledger" style={inRows}>
      <Heading level={2}>Savings ledger</Heading>
      <Text block>
        A baseline is what a school or department paid for a unit of a lot before the framework: what it spent in a year over the units that
        it bought, by the list Baselines. Where there is none of the same buyer, lot and unit, no saving is claimed. A price from a
        competition or a block purchase is compared with the framework price of a single unit as well. Units of a block purchase that nobody
        uses save nothing, and are in its spend.
      </Text>
      <PlaceLink to={commissioningPlace({ at: 'imports' })}>Import baselines from a file</PlaceLink>
      {rows.length === 0 ? (
        <EmptyState level={3} title="No orders in these months">
          An order is in the ledger once its provider has accepted it.
        </EmptyState>
      ) : (
        <>
          <ul className={styles.sums}>
            <li>
              {sums.withBaseline === 0
                ? `None of the ${countWords(sums.orders, 'order')} has a baseline: no saving against what was paid before is claimed.`
                : `Against what was paid before: ${formatMoney(sums.baseline)} − ${formatMoney(sums.paidWithBaseline)} = ${formatMoney(sums.saved)}, of the ${sums.withBaseline} of ${countWords(sums.orders, 'order')} that have a baseline.`}
            </li>
            <li>{`Below the framework price, by competitions and in blocks: ${formatMoney(sums.belowFramework)} of ${formatMoney(sums.framework)}.`}</li>
          </ul>
          <Paged rows={rows} what="orders">
            {(page) => (
              <Table
                caption={`${countWords(sums.orders, 'order')}, ${period}, the newest first`}
                columns={columns}
                rows={page}
                keyOf={({ callOffRef }) => callOffRef}
              />
            )}
          </Paged>
          {sums.withBaseline === 0 ? null : (
            <AsChart
              title="Savings of the orders that have a baseline"
              bars={[
                { name: 'Baseline', amount: sums.baseline },
                { name: 'Paid', amount: sums.paidWithBaseline },
                { name: 'Saved', amount: sums.saved },
              ]}
            />
          )}
          <CsvButton what="savings ledger" columns={savingColumns} rows={rows} />
        </>
      )}
    </section>
  );
};
