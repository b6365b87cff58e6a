import * as React from 'react';
import { formatDate } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { countWords } from '../words.tsx';
import type { StepProps } from './step-props.ts';

const byItself = 'by-itself';

const wordsOf = ({ ref, units, unit, unitPrice, usableFrom, usableTo }: StepProps['blocks'][number]): string =>
  `With units of block purchase ${ref}: ${countWords(units, unit)} left at ${formatMoney(unitPrice)} per ${unit}, without VAT, for days from ${formatDate(usableFrom, 'plain')} to ${formatDate(usableTo, 'plain')}`;

/** Row 54: whether units that the school has bought already are used, with how many are left, their price and until when. */
export const DrawUnits = ({ answers, change, blocks }: Pick<StepProps, 'answers' | 'change' | 'blocks'>): React.ReactElement => {
  const { blockRef } = answers;
  const isGone = blockRef !== '' && !blocks.some(({ ref }) => ref === blockRef);
  return (
    <RadioField
      name="blockRef"
      label="How is it bought?"
      hint="Units of a block purchase are owed already: nothing is owed for them a second time"
      options={[
        ...blocks.map((block) => ({ value: block.ref, label: wordsOf(block) })),
        ...(isGone ? [{ value: blockRef, label: `With units of block purchase ${blockRef}` }] : []),
        { value: byItself, label: 'By itself, at the framework price' },
      ]}
      value={blockRef === '' ? byItself : blockRef}
      onChange={(chosen) => change({ blockRef: chosen === byItself ? '' : chosen })}
    />
  );
};
