import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { useSWRConfig } from 'swr';
import { valueApi } from '../../../contract/value-for-money.ts';
import { localDate } from '../../../domain/days/local-date.ts';
import { Form } from '../../forms/Form.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { sentenceOf } from '../../forms/problem-of.ts';
import { useOnce } from '../../forms/use-once.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';
import { monthName, monthsUpTo, usualMonths } from './months.ts';
import { PricesSection } from './PricesSection.tsx';
import { SavingsSection } from './SavingsSection.tsx';
import { SpendSection } from './SpendSection.tsx';
import { WorkbookButton } from './value-files.tsx';

const noErrors: readonly never[] = [];

/** The figures are kept as the lists change; here they are counted once more from nothing. */
const Recount: React.FC = () => {
  const client = useOperations(valueApi);
  const { mutate } = useSWRConfig();
  const { busy, once } = useOnce();
  const [told, setTold] = React.useState<string>();
  const recount = (): void =>
    once(async () => {
      try {
        const { same, rows } = await client.recountValue({});
        const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
        setTold(
          same
            ? `Counted again from ${all.toLocaleString('en-GB')} rows of the lists: the figures are the same.`
            : `Counted again from ${all.toLocaleString('en-GB')} rows of the lists: the figures were not the same, and are put right now. Tell whoever runs the product.`,
        );
        await mutate(() => true);
      } catch (error) {
        setTold(sentenceOf(error));
      }
    });
  return (
    <div>
      <Button disabledFocusable={busy} onClick={recount}>
        Count again from the lists
      </Button>
      <div role="status">{told}</div>
    </div>
  );
};

/** Rows 69 and 70: what is spent through the framework, what it saves, and how its prices stand to each other. */
export const ValuePage: React.FC = () => {
  const [chosen, setChosen] = React.useState(usualMonths);
  const newest = useOperation(valueApi, 'getSpend', {});
  const periods = newest.data ? monthsUpTo(localDate(`${newest.data.to}-01`)) : [];
  const period = periods.find(({ key }) => key === chosen);
  const query = chosen === usualMonths || !period ? {} : { query: { from: period.from, to: period.to } };
  const spend = useOperation(valueApi, 'getSpend', query);
  const savings = useOperation(valueApi, 'listSavings', query);
  const prices = useOperation(valueApi, 'listLotPrices', {});
  return (
    <Page title="Value for money">
      <Text block>What is spent through the framework, what it saves, and how its prices stand to each other. All money is ex VAT.</Text>
      {periods.length === 0 ? null : (
        <Form label="Months to show" errors={noErrors} onSubmit={() => undefined}>
          <div style={{ maxWidth: '24rem' }}>
            <SelectField
              name="months"
              label="Months"
              value={chosen}
              options={periods.map(({ key, label }) => ({ value: key, label }))}
              onChange={setChosen}
            />
          </div>
        </Form>
      )}
      <Loaded reads={[spend, savings, prices] as const} what="figures" failed="The figures could not be loaded">
        {(spent, saved, priced) => {
          const told = spent.from === spent.to ? monthName(spent.from) : `${monthName(spent.from)} to ${monthName(spent.to)}`;
          return (
            <>
              <SpendSection spend={spent} period={told} />
              <SavingsSection key={told} savings={saved} period={told} />
              <PricesSection prices={priced} />
              <WorkbookButton from={spent.from} to={spent.to} />
            </>
          );
        }}
      </Loaded>
      <Recount />
    </Page>
  );
};
