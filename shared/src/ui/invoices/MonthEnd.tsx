import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import { invoicePlace } from '../../contract/invoice-place.ts';
import type { MonthEndReply } from '../../contract/invoices.ts';
import { addMonths, formatDate, localDate, toLondonDate } from '../../domain/days/local-date.ts';
import { monthEndWords } from '../../domain/invoices/month-end.ts';
import { formatMoney, pence } from '../../domain/money/money.ts';
import { payerNames } from '../../domain/money/payer.ts';
import { OrderNumberLink } from '../commissioning/OrderNumberLink.tsx';
import { Paged } from '../commissioning/Paged.tsx';
import { type Column, Table } from '../commissioning/Table.tsx';
import { useSaving } from '../files/use-saving.tsx';
import { Form } from '../forms/Form.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useInvoicesClient } from './use-invoices.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

type Row = MonthEndReply['rows'][number];
type Sum = MonthEndReply['byBuyer'][number];

const columns: readonly Column<Row>[] = [
  {
    name: 'Order',
    of: ({ callOffRef, orderNumber }) => <OrderNumberLink to={invoicePlace({ at: 'order', ref: callOffRef })} number={orderNumber} />,
  },
  { name: 'Outcome', of: ({ outcome }) => monthEndWords[outcome] },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Provider', of: ({ providerName }) => providerName },
  { name: 'Owed', of: ({ due }) => formatMoney(due), as: 'number' },
  { name: 'Invoiced', of: ({ invoiced, credited }) => formatMoney(pence(invoiced - credited)), as: 'number' },
  { name: 'Waiting', of: ({ waiting }) => formatMoney(pence(waiting)), as: 'number' },
  { name: 'Difference', of: ({ difference }) => formatMoney(pence(difference)), as: 'number' },
  { name: 'Accrual', of: ({ accrual }) => formatMoney(accrual), as: 'number' },
  { name: 'Not reported', of: ({ unreported }) => unreported, as: 'number' },
];
const sums = (name: string): readonly Column<Sum>[] => [
  { name, of: ({ of }) => of },
  { name: 'Owed', of: ({ due }) => formatMoney(due), as: 'number' },
  { name: 'Invoiced', of: ({ invoiced }) => formatMoney(pence(invoiced)), as: 'number' },
  { name: 'Accrual', of: ({ accrual }) => formatMoney(accrual), as: 'number' },
  { name: 'VAT of the accrual', of: ({ accrualVat }) => formatMoney(accrualVat), as: 'number' },
];

/** The last months, the newest first: '2027-01' as 'January 2027'. */
const lastMonths = (): readonly { readonly value: string; readonly label: string }[] => {
  const first = localDate(`${toLondonDate(new Date().toISOString()).slice(0, 7)}-01`);
  return Array.from({ length: 14 }, (_, back) => addMonths(first, 1 - back)).map((day) => ({
    value: day.slice(0, 7),
    label: formatDate(day, 'plain').replace(/^\d+ /, ''),
  }));
};

/** Row 60: the end of a month, mismatches first, and its files for a finance system. */
export const MonthEnd: React.FC = () => {
  const client = useInvoicesClient();
  const styles = useStyles();
  const months = React.useMemo(lastMonths, []);
  const [month, setMonth] = React.useState(months[2]?.value ?? '');
  const { busy, save, fault } = useSaving();
  const read = useSWR<MonthEndReply, unknown>(['getMonthEnd', month], () => client.getMonthEnd({ query: { month } }));
  const saveOf = (what: 'accruals' | 'accepted') => (): void => save(() => client.getMonthEndFile({ query: { month, what } }));
  return (
    <>
      <PageHeading>End of the month</PageHeading>
      <Form label="Month" errors={[]} onSubmit={() => undefined}>
        <SelectField name="month" label="Month" value={month} options={[...months]} onChange={setMonth} />
      </Form>
      <div className={styles.acts}>
        <Button disabledFocusable={busy} onClick={saveOf('accruals')}>
          Download the report as CSV
        </Button>
        <Button disabledFocusable={busy} onClick={saveOf('accepted')}>
          Download what was accepted for payment as CSV
        </Button>
        {fault}
      </div>
      <Loaded reads={[read] as const} what="the month" failed="The month could not be loaded">
        {({ rows, until, byBuyer, byPayer }) =>
          rows.length === 0 ? (
            <EmptyState level={2} title={`Nothing is owed or invoiced to ${formatDate(until, 'plain')}`} />
          ) : (
            <>
              <Text
                block
              >{`All orders from their first day to ${formatDate(until, 'plain')}, without VAT. Delivered and not invoiced is the accrual.`}</Text>
              <Paged key={month} rows={rows} what="orders">
                {(page) => (
                  <Table
                    caption="Orders: what does not match comes first"
                    columns={columns}
                    rows={page}
                    keyOf={({ orderNumber }) => orderNumber}
                  />
                )}
              </Paged>
              <Table caption="By school or department" columns={sums('School or department')} rows={byBuyer} keyOf={({ of }) => of} />
              <Table
                caption="By who pays"
                columns={sums('Who pays')}
                rows={byPayer.map((sum) => ({ ...sum, of: payerNames[sum.of] }))}
                keyOf={({ of }) => of}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
};
