import * as React from 'react';
import type { LocalDate } from '../../../domain/days/local-date.ts';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { type Period, periodsUpTo } from './periods.ts';

interface PeriodFieldProps {
  readonly today: LocalDate;
  /** The key of a period. */
  readonly value: string;
  readonly onChange: (period: Period) => void;
}

/** The days that a page looks back at. */
export const PeriodField: React.FC<PeriodFieldProps> = ({ today, value, onChange }) => {
  const periods = React.useMemo(() => periodsUpTo(today), [today]);
  return (
    <div style={{ maxWidth: '24rem' }}>
      <SelectField
        name="period"
        label="Period"
        value={value}
        options={periods.map(({ key, label }) => ({ value: key, label }))}
        onChange={(key) => {
          const chosen = periods.find((period) => period.key === key);
          if (chosen) onChange(chosen);
        }}
      />
    </div>
  );
};
