import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { SessionChoice } from '../../domain/days/weekly-pattern.ts';
import { mostHours, planText, readPlan } from '../../domain/money/planned-timetable.ts';
import { Form } from '../forms/Form.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end', minWidth: 0 },
});

const days = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
const parts: readonly { readonly value: SessionChoice; readonly label: string }[] = [
  { value: 'both', label: 'Whole days' },
  { value: 'am', label: 'Mornings' },
  { value: 'pm', label: 'Afternoons' },
];
const none: readonly FormError[] = [];

const typedOf = (plan: string | undefined) => {
  const known = plan === undefined ? undefined : readPlan(plan);
  return {
    days: `${known?.daysPerWeek ?? 2}`,
    sessions: known?.sessions ?? ('both' as SessionChoice),
    hours: `${known?.hoursPerDay ?? 5}`,
    weeks: known ? `${known.weeks}` : '',
  };
};

interface PlanFormProps {
  /** As `planText` writes it; absent where nothing is planned yet. */
  readonly plan: string | undefined;
  readonly onPlan: (plan: string | undefined) => void;
}

/** Row 34: the timetable that is planned, stated once for everything that is priced by it. Without dates: whole weeks of so many days. */
export const PlanForm: React.FC<PlanFormProps> = ({ plan, onPlan }) => {
  const styles = useStyles();
  const [typed, setTyped] = React.useState(() => typedOf(plan));
  const [errors, setErrors] = React.useState(none);
  React.useEffect(() => setTyped(typedOf(plan)), [plan]);
  const change = (part: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...part }));
  const submit = (): void => {
    const hours = Number(typed.hours.trim().replace(',', '.'));
    const weeks = Number(typed.weeks.trim());
    const most = mostHours[typed.sessions];
    const hoursAreGood = hours >= 0.5 && hours <= most && Number.isInteger(hours * 4);
    const weeksAreGood = Number.isInteger(weeks) && weeks >= 1 && weeks <= 52;
    const faults = [
      ...(hoursAreGood ? [] : [{ field: 'hours', message: `Enter hours from 0.5 to ${most}, in quarters of an hour` }]),
      ...(weeksAreGood ? [] : [{ field: 'weeks', message: 'Enter a whole number of weeks from 1 to 52' }]),
    ];
    setErrors(faults);
    if (faults.length === 0) onPlan(planText({ daysPerWeek: Number(typed.days), sessions: typed.sessions, hoursPerDay: hours, weeks }));
  };
  return (
    <Form errors={errors} onSubmit={submit} label="Planned timetable">
      <div className={styles.row}>
        <SelectField name="days" label="Days a week" options={days} value={typed.days} onChange={(value) => change({ days: value })} />
        <SelectField
          name="sessions"
          label="Each day"
          options={parts}
          value={typed.sessions}
          onChange={(sessions) => change({ sessions })}
        />
        <TextField
          name="hours"
          label="Hours each day"
          width="short"
          inputMode="decimal"
          value={typed.hours}
          onChange={(hours) => change({ hours })}
        />
        <TextField
          name="weeks"
          label="Weeks taught"
          width="short"
          inputMode="numeric"
          value={typed.weeks}
          onChange={(weeks) => change({ weeks })}
        />
      </div>
      <div className={styles.row}>
        <Button type="submit">Show the cost</Button>
        {plan === undefined ? null : (
          <Button appearance="transparent" onClick={() => onPlan(undefined)}>
            Leave out the timetable
          </Button>
        )}
      </div>
    </Form>
  );
};
