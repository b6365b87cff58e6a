import * as React from 'react';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { closingHours, type PlanAnswers } from './plan-answers.ts';

interface Props {
  readonly answers: PlanAnswers;
  readonly change: (part: Partial<PlanAnswers>) => void;
  /** What a unit is: 'day'. */
  readonly unit: string;
}

/** The fields of a plan, so that a refusal that points into one stands beside it. */
export const planFields = ['minimumUnits', 'closesOn', 'closesAt', 'usableFrom', 'usableTo', 'unused'] as const;

const unusedOptions = [
  { value: 'lapse', label: 'They lapse and are not paid for' },
  { value: 'pay', label: 'They are paid for all the same' },
] as const;

/** What the lead buyer states before anybody pledges. */
export const PlanFields: React.FC<Props> = ({ answers, change, unit }) => (
  <>
    <TextField
      name="minimumUnits"
      label={`Fewest ${unit}s`}
      hint="Below this nobody buys, and nobody owes anything"
      width="short"
      inputMode="numeric"
      value={answers.minimumUnits}
      onChange={(minimumUnits) => change({ minimumUnits })}
    />
    <DateField name="closesOn" label="Day on which pledges close" value={answers.closesOn} onChange={(closesOn) => change({ closesOn })} />
    <SelectField
      name="closesAt"
      label="Time at which pledges close"
      hint="What is not approved by then does not count. Nobody can close earlier"
      options={closingHours}
      value={answers.closesAt}
      onChange={(closesAt) => change({ closesAt })}
    />
    <DateField name="usableFrom" label="First day of use" value={answers.usableFrom} onChange={(usableFrom) => change({ usableFrom })} />
    <DateField name="usableTo" label="Last day of use" value={answers.usableTo} onChange={(usableTo) => change({ usableTo })} />
    <RadioField
      name="unused"
      label={`What becomes of ${unit}s that nobody used by the last day?`}
      options={unusedOptions}
      value={answers.unused}
      onChange={(unused) => change({ unused })}
    />
  </>
);
