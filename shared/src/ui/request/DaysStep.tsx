import * as React from 'react';
import { schoolWeekdays, sessionChoices } from '../../domain/weekly-pattern.ts';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { sessionWords, weekdayWords } from '../words.tsx';
import type { StepProps } from './step-props.ts';

/** The week of the placement and its first and last day: what the price is counted from. */
export const DaysStep = ({ answers, change }: StepProps): React.ReactElement => (
  <>
    <CheckboxField
      name="days"
      label="Which days of the week?"
      options={schoolWeekdays.map((value) => ({ value, label: weekdayWords[value] }))}
      values={answers.days}
      onChange={(days) => change({ days })}
    />
    <RadioField
      name="sessions"
      label="Mornings, afternoons or both?"
      options={sessionChoices.map((value) => ({ value, label: sessionWords[value] }))}
      value={answers.sessions}
      onChange={(sessions) => change({ sessions })}
    />
    <TextField
      name="hoursPerDay"
      label="Hours on each of these days"
      hint="In quarters of an hour, such as 5 or 2.5"
      width="short"
      inputMode="decimal"
      value={answers.hoursPerDay}
      onChange={(hoursPerDay) => change({ hoursPerDay })}
    />
    <DateField name="startDate" label="First day" value={answers.startDate} onChange={(startDate) => change({ startDate })} />
    <DateField name="endDate" label="Last day" value={answers.endDate} onChange={(endDate) => change({ endDate })} />
  </>
);
