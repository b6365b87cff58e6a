import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { SpendReply, SpendSumReply } from '../../../contract/value-for-money.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { type SpendGroup, spendGroups } from '../../../domain/value-for-money/spend.ts';
import { spendColumns, spendGroupWords } from '../../../domain/value-for-money/value-tables.ts';
import { Form } from '../../forms/Form.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { Heading } from '../../Heading.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { AsChart } from './AsChart.tsx';
import { inRows } from './in-rows.ts';
import { monthName } from './months.ts';
import { CsvButton } from './value-files.tsx';

const noErrors: readonly never[] = [];

const sumsOf = (spend: SpendReply, group: SpendGroup): readonly SpendSumReply[] => {
  const sums = { buyer: spend.buyers, lot: spend.lots, provider: spend.providers, month: spend.months }[group];
  return group === 'month' ? sums.map((sum) => ({ ...sum, name: monthName(sum.key) })) : sums;
};

const columnsBy = (group: SpendGroup): readonly Column<SpendSumReply>[] => [
  { name: spendGroupWords[group], of: ({ name }) => name },
  { name: 'Ordered', of: ({ ordered }) => formatMoney(ordered), as: 'number' },
  { name: 'Invoiced', of: ({ invoiced }) => formatMoney(invoiced), as: 'number' },
  { name: 'Amounts', of: ({ lines }) => lines, as: 'number' },
];

/** P1: how much of the spend went through the framework. */
const shareSentence = ({ throughFramework, declared, declarations, perMille }: SpendReply['share']): string =>
  perMille === undefined
    ? `${formatMoney(throughFramework)} was ordered through the framework. No purchase outside it was declared for these months, so that no share is told.`
    : `${(perMille / 10).toFixed(1)}% of what was spent went through the framework: ${formatMoney(throughFramework)} was ordered, and ${formatMoney(declared)} was declared as bought outside it (${declarations} ${declarations === 1 ? 'declaration' : 'declarations'}).`;

/** Row 69: spend, added up as one likes. */
export const SpendSection: React.FC<{ readonly spend: SpendReply; readonly period: string }> = ({ spend, period }) => {
  const [group, setGroup] = React.useState<SpendGroup>('buyer');
  const sums = sumsOf(spend, group);
  const title = `Spend by ${spendGroupWords[group].toLowerCase()}, ${period}`;
  return (
    <section aria-label="Spend" style={inRows}>
      <Heading level={2}>Spend</Heading>
      <Text block>
        Ordered: orders that a provider has accepted, at what is planned by now, in the month in which the order was made; and block
        purchases, in the month in which their price was set. Invoiced: invoices accepted for payment less credit notes, in the month of the
        paper; none are kept of block purchases. The two are never added up.
      </Text>
      <Text block>{shareSentence(spend.share)}</Text>
      <Form label="How spend is added up" errors={noErrors} onSubmit={() => undefined}>
        <div style={{ maxWidth: '24rem' }}>
          <SelectField
            name="group"
            label="Add up by"
            value={group}
            options={spendGroups.map((each) => ({ value: each, label: spendGroupWords[each] }))}
            onChange={setGroup}
          />
        </div>
      </Form>
      {sums.length === 0 ? (
        <EmptyState level={3} title="Nothing was ordered or invoiced">
          No order, block purchase or invoice falls into these months.
        </EmptyState>
      ) : (
        <>
          <Paged key={group} rows={sums} what="sums">
            {(page) => (
              <Table
                caption={`${title}: ${formatMoney(spend.ordered)} ordered, ${formatMoney(spend.invoiced)} invoiced in all`}
                columns={columnsBy(group)}
                rows={page}
                keyOf={({ key }) => key}
              />
            )}
          </Paged>
          <AsChart
            key={`${group} chart`}
            title={`Ordered by ${spendGroupWords[group].toLowerCase()}`}
            bars={sums.map(({ name, ordered }) => ({ name, amount: ordered }))}
          />
          <CsvButton what={`spend by ${spendGroupWords[group].toLowerCase()}`} columns={spendColumns(group)} rows={sums} />
        </>
      )}
    </section>
  );
};
