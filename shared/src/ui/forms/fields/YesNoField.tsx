import * as React from 'react';
import type { QuestionProps } from './field-props.ts';
import { RadioField } from './RadioField.tsx';

export type YesNo = 'yes' | 'no';

interface Props extends QuestionProps {
  readonly value: YesNo | '';
  readonly onChange: (value: YesNo) => void;
}

const options = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** A question that is answered yes or no; neither is chosen beforehand. */
export const YesNoField = (props: Props): React.ReactElement => <RadioField {...props} options={options} />;
