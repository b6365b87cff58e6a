import { Field } from '@fluentui/react-field';
import { Textarea } from '@fluentui/react-textarea';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useFormField } from '../FormContext.tsx';
import { PupilDataWarning } from '../PupilDataWarning.tsx';
import { fieldProps, type QuestionProps } from './field-props.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  counter: { color: tokens.colorNeutralForeground2 },
});

interface Props extends QuestionProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Characters that may be sent. More can be typed, and is told. */
  readonly limit: number;
}

/** Free text: the warning about pupils above, and a count of characters from three quarters of the limit on. */
export const TextAreaField = (props: Props): React.ReactElement => {
  const { name, value, onChange, limit } = props;
  const styles = useStyles();
  const { id, error } = useFormField(name);
  return (
    <div className={styles.box}>
      <PupilDataWarning id={`${id}-warning`} />
      <Field {...fieldProps(props, error, id)}>
        <Textarea
          id={id}
          value={value}
          resize="vertical"
          rows={5}
          aria-describedby={`${id}-warning ${id}-count`}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      <div id={`${id}-count`} aria-live="polite" className={styles.counter}>
        {value.length >= limit * 0.75 ? countSentence(limit - value.length) : ''}
      </div>
    </div>
  );
};

/** 'You have 12 characters remaining'; 'You have 1 character too many'. */
export const countSentence = (left: number): string => {
  const count = Math.abs(left).toLocaleString('en-GB');
  const noun = Math.abs(left) === 1 ? 'character' : 'characters';
  return left < 0 ? `You have ${count} ${noun} too many` : `You have ${count} ${noun} remaining`;
};
