import { Field } from '@fluentui/react-field';
import { Input, type InputProps } from '@fluentui/react-input';
import * as React from 'react';
import { useFormField } from '../FormContext.tsx';
import { fieldProps, type QuestionProps } from './field-props.ts';

interface Props extends QuestionProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How wide the box is, so that its size says how much to enter. */
  readonly width?: 'short' | 'medium' | 'full';
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly type?: NonNullable<InputProps['type']>;
}

const widths = { short: '8em', medium: '18em', full: '100%' };

/** Its column is as wide as there is room, not as wide as the input would be: else a narrow box cuts the input. */
const field = { gridTemplateColumns: 'minmax(0, 1fr)' } as const;

/** One line of text. */
export const TextField = (props: Props): React.ReactElement => {
  const { name, value, onChange, width = 'full', inputMode = 'text', type = 'text' } = props;
  const { id, error } = useFormField(name);
  return (
    <Field {...fieldProps(props, error, id)} style={field}>
      <Input
        id={id}
        value={value}
        type={type}
        inputMode={inputMode}
        autoComplete="off"
        style={{ width: widths[width], maxWidth: '100%' }}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
};
