import * as React from 'react';
import { schoolWeekdays, sessionChoices } from '../../domain/days/weekly-pattern.ts';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { sessionWords, weekdayWords } from '../words.tsx';
import type { RequestAnswers } from './answers.ts';

/** The week of a placement as typed. */
export type PatternAnswers = Pick<RequestAnswers, 'days' | 'sessions' | 'hoursPerDay'>;

interface Props {
  readonly answers: PatternAnswers;
  readonly change: (changes: Partial<PatternAnswers>) => void;
}

/** One week of a placement: on which days, which sessions of each, and how many hours. */
export const PatternFields = ({ answers, change }: Props): React.ReactElement => (
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
  </>
);
