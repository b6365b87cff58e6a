import { Checkbox } from '@fluentui/react-checkbox';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useFormField } from '../FormContext.tsx';
import { labelText, type QuestionProps } from './field-props.ts';
import type { Option } from './RadioField.tsx';

const useStyles = makeStyles({
  group: {
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0 },
  choices: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorPaletteRedForeground1 },
});

interface Props<Value extends string> extends QuestionProps {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
  readonly options: readonly Option<Value>[];
}

/** Any of a few, as a fieldset with its legend. Chosen values keep the order of the options. */
export const CheckboxField = <Value extends string>(props: Props<Value>): React.ReactElement => {
  const { name, label, hint, optional, values, onChange, options } = props;
  const styles = useStyles();
  const { id, error } = useFormField(name);
  const toggle = (value: Value, chosen: boolean): void =>
    onChange(options.map((option) => option.value).filter((other) => (other === value ? chosen : values.includes(other))));
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={styles.group} aria-describedby={described || undefined}>
      <legend className={styles.legend}>{labelText(label, optional)}</legend>
      {hint === undefined ? null : (
        <Text block id={`${id}-hint`} size={200} className={styles.hint}>
          {hint}
        </Text>
      )}
      {error === undefined ? null : (
        <Text block id={`${id}-error`} size={200} className={styles.error}>
          {error}
        </Text>
      )}
      <div className={styles.choices}>
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={values.includes(option.value)}
            onChange={(_, data) => toggle(option.value, data.checked === true)}
            {...(index === 0 ? { id } : {})}
          />
        ))}
      </div>
    </fieldset>
  );
};
