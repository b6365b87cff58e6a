import * as React from 'react';
import { wonSentence } from '../../domain/enquiries/won-sentence.ts';
import { basisReasons, directAwardBases } from '../../domain/framework.ts';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { StepProps } from './step-props.ts';

/** Why this provider and no other, and what the placement is for. */
export const WhyStep = ({ answers, change, service }: StepProps): React.ReactElement => {
  const permitted = directAwardBases.filter((basis) => service.permittedBases.includes(basis));
  return (
    <>
      {answers.enquiryRef === '' ? (
        <RadioField
          name="basis"
          label="Why this provider?"
          hint="The framework allows a direct award for these reasons, and the reason is kept with the order"
          options={permitted.map((value) => ({ value, label: basisReasons[value] }))}
          value={answers.basis}
          onChange={(basis) => change({ basis })}
        />
      ) : (
        <p>{wonSentence(answers.enquiryRef)}, and is bought at the price that it quoted.</p>
      )}
      <TextAreaField
        name="objectives"
        label="What the placement is for"
        optional
        limit={2000}
        value={answers.objectives}
        onChange={(objectives) => change({ objectives })}
      />
    </>
  );
};
