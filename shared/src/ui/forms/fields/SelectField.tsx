import { Field } from '@fluentui/react-field';
import { Select } from '@fluentui/react-select';
import * as React from 'react';
import { useFormField } from '../FormContext.tsx';
import { fieldProps, type QuestionProps } from './field-props.ts';
import type { Option } from './RadioField.tsx';

interface Props<Value extends string> extends QuestionProps {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
}

// A long option never makes its page wider than a phone: not by its field, its box or the list itself.
const narrow = { minWidth: 0, maxWidth: '100%' } as const;

/** One of several, in little room: where a row of a table would be lost among radio buttons. */
export const SelectField = <Value extends string>(props: Props<Value>): React.ReactElement => {
  const { name, value, onChange, options } = props;
  const { id, error } = useFormField(name);
  return (
    <Field {...fieldProps(props, error, id)} style={narrow}>
      <Select id={id} root={{ style: narrow }} style={narrow} value={value} onChange={(_, data) => onChange(data.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
};
