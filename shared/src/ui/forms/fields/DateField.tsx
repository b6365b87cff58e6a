import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { formatDate } from '../../../domain/days/local-date.ts';
import { parseUkDate } from '../../../domain/days/uk-date.ts';
import type { QuestionProps } from './field-props.ts';
import { TextField } from './TextField.tsx';

interface Props extends Omit<QuestionProps, 'hint'> {
  /** As typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day, typed as people in the UK write it: day first. The day that was understood is told in words, so that 3/4 is never taken for March. */
export const DateField = (props: Props): React.ReactElement => {
  const day = parseUkDate(props.value);
  return (
    <div>
      <TextField {...props} hint="For example, 27 3 2027" width="medium" />
      <Text block size={200} aria-live="polite">
        {day === undefined ? '' : formatDate(day)}
      </Text>
    </div>
  );
};
