import * as React from 'react';
import type { LocalDate } from '../../../domain/days/local-date.ts';
import { Form } from '../../forms/Form.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { type Period, periodsUpTo, usualPeriod } from './periods.ts';

interface PeriodFormProps {
  readonly label: string;
  /** The service's day; nothing is offered before it is known. */
  readonly today: LocalDate | undefined;
  /** What was chosen; unless anything was, what the service tells unasked. */
  readonly period: Period | undefined;
  readonly onChange: (period: Period) => void;
}

const noErrors: readonly never[] = [];

/** The days that a page looks back at. */
export const PeriodForm: React.FC<PeriodFormProps> = ({ label, today, period, onChange }) => {
  const periods = React.useMemo(() => (today === undefined ? [] : periodsUpTo(today)), [today]);
  if (today === undefined) return null;
  return (
    <Form label={label} errors={noErrors} onSubmit={() => undefined}>
      <div style={{ maxWidth: '24rem' }}>
        <SelectField
          name="period"
          label="Period"
          value={period?.key ?? usualPeriod}
          options={periods.map((each) => ({ value: each.key, label: each.label }))}
          onChange={(key) => {
            const chosen = periods.find((each) => each.key === key);
            if (chosen) onChange(chosen);
          }}
        />
      </div>
    </Form>
  );
};
