import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { formatMoney } from '../../domain/money/money.ts';
import { TextField } from '../forms/fields/TextField.tsx';
import { ActForm } from '../orders/ActForm.tsx';
import { nobodyLeaves, unusedSentences } from './block-words.ts';
import { capOf, pledgeLines, pledgeQuestion, unitsOf } from './pledge-lines.ts';
import { useBlockStyles } from './use-block-styles.tsx';
import type { BlockAct, BlockActProps } from './use-blocks.tsx';

/** Row 52: so many units at no more than a cap. What they would cost is told while somebody types, and what follows before it is sent. */
export const PledgeForm: React.FC<BlockActProps> = ({ reply, ...giving }) => {
  const { panel } = useBlockStyles();
  const { purchase, buyerRef } = reply;
  const { statement, own } = purchase;
  const earlier = own?.pledge;
  const [typedUnits, setUnits] = React.useState(earlier ? String(earlier.units) : '');
  const [typedCap, setCap] = React.useState(earlier ? formatMoney(earlier.cap) : '');
  if (buyerRef === undefined) return null;
  const [units, cap] = [unitsOf(typedUnits), capOf(typedCap)];
  const { price, others } = pledgeLines(purchase, units, cap);
  const ready = units !== undefined && cap !== undefined;
  return (
    <ActForm<BlockAct>
      {...giving}
      fields={['units', 'cap']}
      faults={[
        units === undefined
          ? { field: 'units', message: `Enter how many ${statement.unit}s you would take, as a whole number` }
          : undefined,
        cap === undefined ? { field: 'cap', message: 'Enter the most that you would pay, such as £152.00' } : undefined,
      ]}
      body={ready ? { kind: 'pledge', buyerRef, units, cap } : undefined}
      button="Pledge"
      confirm={ready ? { title: 'Pledge these units?', text: pledgeQuestion(purchase, units, cap), label: 'Pledge' } : undefined}
    >
      <TextField
        name="units"
        label={`How many ${statement.unit}s would you take?`}
        width="short"
        inputMode="numeric"
        value={typedUnits}
        onChange={setUnits}
      />
      <TextField
        name="cap"
        label={`What is the most that you would pay per ${statement.unit}?`}
        hint="In pounds, without VAT. Where the price ends above it, you buy nothing. Only your own staff see it"
        width="short"
        inputMode="decimal"
        value={typedCap}
        onChange={setCap}
      />
      <section aria-label="What it would cost" className={panel}>
        <div role="status">{price}</div>
        {others.map((line) => (
          <Text key={line} block>
            {line}
          </Text>
        ))}
      </section>
      <Text block>{`${nobodyLeaves} ${unusedSentences[statement.unused]}`}</Text>
    </ActForm>
  );
};
