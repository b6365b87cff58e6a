import * as React from 'react';
import { commentLimit } from '../call-offs/comment-limit.ts';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';

interface Props {
  readonly name?: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Why, in the school's own words. They stay with the school and the commissioning team; the provider is told days and sums. */
export const ReasonField = ({ name = 'reason', optional = false, ...field }: Props): React.ReactElement => (
  <TextAreaField
    {...field}
    name={name}
    optional={optional}
    hint="Your school and the commissioning team see it. The provider is not told"
    limit={commentLimit}
  />
);
