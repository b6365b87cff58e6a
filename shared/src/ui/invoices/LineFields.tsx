import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { Chargeable } from '../../contract/invoices.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { DateField } from '../forms/fields/DateField.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { type LineAnswers, lineField } from './typed-invoice.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
});

interface Props {
  readonly at: number;
  readonly line: LineAnswers;
  readonly orders: Chargeable['orders'];
  readonly credit: boolean;
  readonly onChange: (part: Partial<LineAnswers>) => void;
  readonly onRemove?: () => void;
}

/** One line of the paper: an order, its days, units and sum. */
export const LineFields: React.FC<Props> = ({ at, line, orders, credit, onChange, onRemove }) => {
  const styles = useStyles();
  const order = orders.find(({ orderNumber }) => orderNumber === line.orderNumber);
  return (
    <fieldset className={styles.line}>
      <legend className={styles.legend}>{`Line ${at + 1}`}</legend>
      <SelectField
        name={lineField(at, 'orderNumber')}
        label="Order"
        value={line.orderNumber}
        options={[
          { value: '', label: 'Choose the order' },
          ...orders.map(({ orderNumber, serviceName }) => ({ value: orderNumber, label: `${orderNumber}, ${serviceName}` })),
        ]}
        onChange={(orderNumber) => onChange({ orderNumber })}
        {...(order
          ? {
              hint: `${formatDate(order.from, 'plain')} to ${formatDate(order.to, 'plain')}, ${formatMoney(order.unitPrice)} per ${order.unit} without VAT`,
            }
          : {})}
      />
      <div className={styles.row}>
        <DateField
          name={lineField(at, 'from')}
          label={credit ? 'First day, as on the invoice' : 'First day'}
          value={line.from}
          onChange={(from) => onChange({ from })}
        />
        <DateField
          name={lineField(at, 'to')}
          label={credit ? 'Last day, as on the invoice' : 'Last day'}
          value={line.to}
          onChange={(to) => onChange({ to })}
        />
      </div>
      <div className={styles.row}>
        <TextField
          name={lineField(at, 'units')}
          label={order ? `Units, each a ${order.unit}` : 'Units'}
          width="short"
          inputMode="decimal"
          value={line.units}
          onChange={(units) => onChange({ units })}
        />
        <TextField
          name={lineField(at, 'net')}
          label={credit ? 'Given back, without VAT' : 'Sum without VAT, in pounds'}
          width="short"
          inputMode="decimal"
          value={line.net}
          onChange={(net) => onChange({ net })}
        />
      </div>
      {onRemove ? (
        <div>
          <Button onClick={onRemove}>{`Remove line ${at + 1}`}</Button>
        </div>
      ) : null}
    </fieldset>
  );
};
