import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import { type DeclaredReply, declaredPurchasesApi, type listDeclaredPurchases } from '../../../contract/off-framework.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { addPence, formatMoney } from '../../../domain/money/money.ts';
import {
  type DeclaredFilter,
  declaredColumns,
  declaredRows,
  lotWords,
  narrowedPurchases,
  noLot,
  periodWords,
  reasonWords,
} from '../../../domain/off-framework/declared-purchase.ts';
import { monthWords } from '../../../domain/off-framework/off-framework-limits.ts';
import { offFrameworkReasons, offFrameworkReasonWords } from '../../../domain/off-framework/off-framework-purchase.ts';
import { Files } from '../../files/Files.tsx';
import { Form } from '../../forms/Form.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { countWords } from '../../words.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';
import { filterOptions } from './filter-options.ts';
import { PeriodForm } from './PeriodForm.tsx';
import type { Period } from './periods.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, '> *': { minWidth: 0 } },
});

const noErrors: readonly never[] = [];
const everything: DeclaredFilter = { buyer: '', lot: '', reason: '' };

const columns: readonly Column<DeclaredReply>[] = [
  { name: 'What', of: ({ bought }) => bought },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Lot', of: lotWords },
  { name: 'Provider', of: ({ providerName }) => providerName },
  { name: 'Months', of: periodWords },
  { name: 'Why', of: reasonWords },
  { name: 'In all', of: ({ net }) => formatMoney(net), as: 'number' },
  { name: 'In these months', of: ({ within }) => formatMoney(within), as: 'number' },
];

/** Row 71: what schools and departments bought outside the framework, as they declared it. */
export const DeclaredPurchasesPage: React.FC = () => {
  const [period, setPeriod] = React.useState<Period>();
  const newest = useOperation(declaredPurchasesApi, 'listDeclaredPurchases', {});
  const read = useOperation(declaredPurchasesApi, 'listDeclaredPurchases', period ? { query: { from: period.from, to: period.to } } : {});
  return (
    <Page title="Bought outside the framework">
      <Text block>
        Alternative provision that schools and departments declared that they bought without a call-off, and why. Money is without VAT; what
        was bought over several months counts in even parts. Who declared it stays with the school.
      </Text>
      <PeriodForm label="Months to show" today={newest.data?.to} period={period} onChange={setPeriod} />
      <Loaded reads={[read] as const} what="what was declared" failed="What was declared could not be loaded">
        {(told) =>
          told.purchases.length === 0 ? (
            <EmptyState level={2} title="Nothing was declared">
              {`No school or department declared a purchase in the months from ${formatDate(told.from, 'plain')} to ${formatDate(told.to, 'plain')}.`}
            </EmptyState>
          ) : (
            <Declared key={`${told.from} ${told.to}`} told={told} />
          )
        }
      </Loaded>
    </Page>
  );
};

const Declared: React.FC<{ readonly told: ReplyOf<typeof listDeclaredPurchases> }> = ({ told: { from, to, purchases } }) => {
  const styles = useStyles();
  const client = useOperations(declaredPurchasesApi);
  const [filter, setFilter] = React.useState(everything);
  const change = (part: DeclaredFilter): void => setFilter((before) => ({ ...before, ...part }));
  const shown = narrowedPurchases(purchases, filter);
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  const sum = formatMoney(addPence(...shown.map(({ within }) => within)));
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  return (
    <>
      <Form label="Filter" errors={noErrors} onSubmit={() => undefined}>
        <div className={styles.filters}>
          <SelectField
            name="buyer"
            label="School or department"
            value={filter.buyer ?? ''}
            options={filterOptions(purchases.map(({ buyerRef, buyerName }) => [buyerRef, buyerName]))}
            onChange={(buyer) => change({ buyer })}
          />
          <SelectField
            name="lot"
            label="Lot"
            value={filter.lot ?? ''}
            options={filterOptions(purchases.map((each) => [each.lotKey ?? noLot, lotWords(each)]))}
            onChange={(lot) => change({ lot })}
          />
          <SelectField
            name="reason"
            label="Reason"
            value={filter.reason ?? ''}
            options={filterOptions(purchases.map(({ reason }) => [reason, offFrameworkReasonWords[reason]]))}
            onChange={(reason) => change({ reason: offFrameworkReasons.find((each) => each === reason) ?? '' })}
          />
        </div>
      </Form>
      {shown.length === 0 ? (
        <EmptyState level={2} title="No purchase fits these filters">
          <Button onClick={() => setFilter(everything)}>Show all purchases</Button>
        </EmptyState>
      ) : (
        <>
          <Paged key={JSON.stringify(filter)} rows={shown} what="purchases">
            {(page) => (
              <Table
                caption={`${countWords(shown.length, 'purchase')} that cost ${sum} from ${monthWords(first)} to ${monthWords(last)}`}
                columns={columns}
                rows={page}
                keyOf={({ ref }) => ref}
              />
            )}
          </Paged>
          <Files
            name={`Outside the framework ${first} to ${last}`}
            rows={() => [declaredColumns.map(({ name }) => name), ...declaredRows(shown)]}
            workbook={() => client.getDeclaredFile({ query: { from, to, ...asked } })}
          />
        </>
      )}
    </>
  );
};
