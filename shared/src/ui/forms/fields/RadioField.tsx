import { Field } from '@fluentui/react-field';
import { Radio, RadioGroup } from '@fluentui/react-radio';
import * as React from 'react';
import { useFormField } from '../FormContext.tsx';
import { fieldProps, type QuestionProps } from './field-props.ts';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> extends QuestionProps {
  readonly value: Value | '';
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
}

/** One of a few. The first choice carries the field's id, so that the error summary's link lands on something that takes keys. */
export const RadioField = <Value extends string>(props: Props<Value>): React.ReactElement => {
  const { name, value, onChange, options } = props;
  const { id, error } = useFormField(name);
  return (
    <Field {...fieldProps(props, error)}>
      <RadioGroup name={id} value={value} onChange={(_, data) => onChange(data.value as Value)}>
        {options.map((option, index) => (
          <Radio key={option.value} value={option.value} label={option.label} {...(index === 0 ? { id } : {})} />
        ))}
      </RadioGroup>
    </Field>
  );
};
