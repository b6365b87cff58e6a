import * as React from 'react';
import { basisReasons, whyThisProvider } from '../../domain/register/framework.ts';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { later } from '../later.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import type { StepProps } from './step-props.ts';
import { needsReason } from './to-request.ts';

/** Units of a block purchase: asked for by a buyer that has some. */
const DrawUnits = later(async () => (await import('./DrawUnits.tsx')).DrawUnits, <LoadingRows what="your block purchases" />);

/** Why this provider and no other, and what the placement is for. */
export const WhyStep = ({ answers, change, service, blocks }: StepProps): React.ReactElement => {
  return (
    <>
      {answers.enquiryRef === '' && (answers.blockRef !== '' || blocks.length > 0) ? (
        <DrawUnits answers={answers} change={change} blocks={blocks} />
      ) : null}
      {answers.blockRef !== '' ? null : answers.enquiryRef === '' ? (
        <RadioField
          name="basis"
          label="Why this provider?"
          hint="The framework allows a direct award for these reasons, and the reason is kept with the order"
          options={service.permittedBases.map((value) => ({ value, label: basisReasons[value] }))}
          value={answers.basis}
          onChange={(basis) => change({ basis })}
        />
      ) : (
        <p>{whyThisProvider(answers)}, and is bought at the price that it quoted.</p>
      )}
      {needsReason(answers) ? (
        <TextAreaField
          name="basisReason"
          label="How do you know?"
          hint="In a few words, without naming the pupil. Those who approve read it"
          limit={2000}
          value={answers.basisReason}
          onChange={(basisReason) => change({ basisReason })}
        />
      ) : null}
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
