import { Field } from '@fluentui/react-field';
import { Textarea } from '@fluentui/react-textarea';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { PupilIdentity } from '../../../domain/pupils/screen-free-text.ts';
import { useFormField } from '../FormContext.tsx';
import { PupilDataWarning } from '../PupilDataWarning.tsx';
import { fieldProps, type QuestionProps } from './field-props.ts';
import { useIdentityWarning } from './use-identity-warning.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  counter: { color: tokens.colorNeutralForeground2 },
});

interface Props extends QuestionProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Characters that may be sent. More can be typed, and is told. */
  readonly limit: number;
  /** What this text may hold although it could identify a pupil elsewhere, such as the names of a provider's staff. */
  readonly may?: readonly PupilIdentity[];
}

/**
 * Free text: the warning about pupils above, a count of characters from three quarters of the limit on, and, once the box has been left, what in it could
 * identify a pupil (R40). The form still refuses it; here it is told while the writer knows what was meant.
 */
export const TextAreaField = (props: Props): React.ReactElement => {
  const { name, value, onChange, limit, may } = props;
  const styles = useStyles();
  const { id, error } = useFormField(name);
  const { told, onBlur } = useIdentityWarning(value, may);
  return (
    <div className={styles.box}>
      <PupilDataWarning id={`${id}-warning`} />
      <Field {...fieldProps(props, error, id)} {...(error === undefined ? told : {})}>
        <Textarea
          id={id}
          value={value}
          resize="vertical"
          rows={5}
          aria-describedby={`${id}-warning ${id}-count`}
          onChange={(_, data) => onChange(data.value)}
          onBlur={onBlur}
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
