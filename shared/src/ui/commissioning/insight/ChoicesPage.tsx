import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type ChoiceMadeReply, choicesMadeApi } from '../../../contract/choices-made.ts';
import { formatDate, toLondonDate } from '../../../domain/days/local-date.ts';
import { type ChoiceFilter, choiceColumns, choiceRows, narrowedChoices } from '../../../domain/insight/choice-made.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { planSentence, readPlan } from '../../../domain/money/planned-timetable.ts';
import { type ComparedService, chosenName, comparedName } from '../../../domain/register/choice.ts';
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
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const noErrors: readonly never[] = [];
const everything: ChoiceFilter = { buyer: '', provider: '', lot: '' };

/** '£95.00 per day ex VAT (£114.00 with VAT); £2,280.00 in all'. */
const priceSentence = ({ price, priceIncVat, unit, planned }: ComparedService): string => {
  const withVat = priceIncVat === price ? '' : ` (${formatMoney(priceIncVat)} with VAT)`;
  return `${formatMoney(price)} per ${unit} ex VAT${withVat}${planned ? `; ${formatMoney(planned.net)} in all` : ''}`;
};

const Compared: React.FC<{ readonly choice: ChoiceMadeReply }> = ({ choice: { compared, plan } }) => {
  const styles = useStyles();
  const planned = plan === undefined ? undefined : readPlan(plan);
  return (
    <>
      <ul className={styles.list}>
        {compared.map((service) => (
          <li key={service.serviceRef}>
            {comparedName(service)}: {priceSentence(service)}
          </li>
        ))}
      </ul>
      {planned ? <div className={styles.quiet}>For {planSentence(planned)}</div> : null}
    </>
  );
};

const columns: readonly Column<ChoiceMadeReply>[] = [
  { name: 'Chosen', of: chosenName },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Day', of: ({ at }) => formatDate(toLondonDate(at), 'short'), as: 'short' },
  { name: 'Why', of: ({ reason }) => reason },
  { name: 'Compared, at the prices of that day', of: (choice) => <Compared choice={choice} /> },
];

/** Row 36: why schools chose what they chose, as evidence of value for money: narrowed as commissioners like, and the same as a file. */
export const ChoicesPage: React.FC = () => {
  const [period, setPeriod] = React.useState<Period>();
  const newest = useOperation(choicesMadeApi, 'listChoicesMade', {});
  const read = useOperation(choicesMadeApi, 'listChoicesMade', period ? { query: { from: period.from, to: period.to } } : {});
  return (
    <Page title="Choices of schools">
      <Text block>
        What schools and departments chose when they compared services, and why in their own words, with the prices that the register had
        that day. Reasons are screened for names of pupils when they are kept. Who wrote them stays with the school.
      </Text>
      <PeriodForm label="Days to show" today={newest.data?.to} period={period} onChange={setPeriod} />
      <Loaded reads={[read] as const} what="choices" failed="Choices could not be loaded">
        {({ from, to, choices }) =>
          choices.length === 0 ? (
            <EmptyState level={2} title="No choice was kept">
              {`From ${formatDate(from, 'plain')} to ${formatDate(to, 'plain')} no school kept why it chose a service.`}
            </EmptyState>
          ) : (
            <Choices key={`${from} ${to}`} from={from} to={to} choices={choices} />
          )
        }
      </Loaded>
    </Page>
  );
};

interface ChoicesProps {
  readonly from: Period['from'];
  readonly to: Period['to'];
  readonly choices: readonly ChoiceMadeReply[];
}

const Choices: React.FC<ChoicesProps> = ({ from, to, choices }) => {
  const styles = useStyles();
  const client = useOperations(choicesMadeApi);
  const [filter, setFilter] = React.useState(everything);
  const change = (part: ChoiceFilter): void => setFilter((before) => ({ ...before, ...part }));
  const compared = choices.flatMap((choice) => choice.compared);
  const lots = compared.flatMap(({ lotName }) => (lotName === undefined ? [] : [[lotName, lotName] as const]));
  const shown = narrowedChoices(choices, filter);
  const days = `from ${formatDate(from, 'plain')} to ${formatDate(to, 'plain')}`;
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  return (
    <>
      <Form label="Filter" errors={noErrors} onSubmit={() => undefined}>
        <div className={styles.filters}>
          <SelectField
            name="buyer"
            label="School or department"
            value={filter.buyer ?? ''}
            options={filterOptions(choices.map(({ buyerRef, buyerName }) => [buyerRef, buyerName]))}
            onChange={(buyer) => change({ buyer })}
          />
          <SelectField
            name="provider"
            label="Provider, chosen or compared"
            value={filter.provider ?? ''}
            options={filterOptions(compared.map(({ providerName }) => [providerName, providerName]))}
            onChange={(provider) => change({ provider })}
          />
          <SelectField
            name="lot"
            label="Lot of a service compared"
            value={filter.lot ?? ''}
            options={filterOptions(lots)}
            onChange={(lot) => change({ lot })}
          />
        </div>
      </Form>
      {shown.length === 0 ? (
        <EmptyState level={2} title="No choice fits these filters">
          <Button onClick={() => setFilter(everything)}>Show all choices</Button>
        </EmptyState>
      ) : (
        <>
          <Paged key={JSON.stringify(filter)} rows={shown} what="choices">
            {(page) => (
              <Table
                caption={`${countWords(shown.length, 'choice')} ${days}, the newest first`}
                columns={columns}
                rows={page}
                keyOf={({ buyerRef, choiceRef }) => `${buyerRef} ${choiceRef}`}
              />
            )}
          </Paged>
          <Files
            name={`Choices ${from} to ${to}`}
            rows={() => [choiceColumns.map(({ name }) => name), ...choiceRows(shown)]}
            workbook={() => client.getChoicesFile({ query: { from, to, ...asked } })}
          />
        </>
      )}
    </>
  );
};
