import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import { ActForm } from '../orders/ActForm.tsx';
import { choiceFault } from '../orders/faults.ts';
import { countWords } from '../words.tsx';
import { nameIn } from './block-words.ts';
import { unitsOf } from './pledge-lines.ts';
import type { BlockAct, BlockActProps } from './use-blocks.tsx';

/** Row 54: the only way out after closing. Free units are offered to another member, whose approver takes on their cost. */
export const OfferUnits: React.FC<BlockActProps> = ({ reply, ...giving }) => {
  const [typed, setTyped] = React.useState('');
  const [taker, setTaker] = React.useState('');
  const { purchase, buyerRef } = reply;
  const { unit } = purchase.statement;
  const free = purchase.own?.balance?.free ?? 0;
  if (buyerRef === undefined) return null;
  if (free < 1) return <Text block>You have no free units to offer.</Text>;
  const units = unitsOf(typed);
  const others = (purchase.shares ?? []).filter((share) => share.buyerRef !== buyerRef);
  const options = others.map((share) => ({ value: share.buyerRef, label: nameIn(reply, share.buyerRef) }));
  const tooMany = units !== undefined && units > free;
  return (
    <ActForm<BlockAct>
      {...giving}
      fields={['units', 'taker']}
      faults={[
        units === undefined ? { field: 'units', message: `Enter how many ${unit}s you offer, as a whole number` } : undefined,
        tooMany ? { field: 'units', message: `You have ${countWords(free, unit)} that you can offer` } : undefined,
        choiceFault('taker', taker, 'Choose who is offered them'),
      ]}
      body={units === undefined || taker === '' ? undefined : { kind: 'offer-transfer', giver: buyerRef, taker, units }}
      button="Offer these units"
    >
      <Text block>
        {`You have ${countWords(free, unit)} free. They are put aside until an approver of the other buyer takes on their cost; till then you may take the offer back. You owe less once they are taken, and nobody else owes a penny more or less.`}
      </Text>
      <TextField
        name="units"
        label={`How many ${unit}s do you offer?`}
        width="short"
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
      />
      <SelectField
        name="taker"
        label="Who is offered them?"
        options={[{ value: '', label: 'Choose a buyer' }, ...options]}
        value={taker}
        onChange={setTaker}
      />
    </ActForm>
  );
};
