import * as React from 'react';
import { DateField } from '../forms/fields/DateField.tsx';
import { PatternFields } from './PatternFields.tsx';
import type { StepProps } from './step-props.ts';

/** The week of the placement and its first and last day: what the price is counted from. */
export const DaysStep = ({ answers, change }: StepProps): React.ReactElement => (
  <>
    <PatternFields answers={answers} change={change} />
    <DateField name="startDate" label="First day" value={answers.startDate} onChange={(startDate) => change({ startDate })} />
    <DateField name="endDate" label="Last day" value={answers.endDate} onChange={(endDate) => change({ endDate })} />
  </>
);
