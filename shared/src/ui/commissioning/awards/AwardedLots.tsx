import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { Heading } from '../../Heading.tsx';
import { pointsWords } from './award-words.tsx';
import { lotField, type TypedLot, totalOf } from './typed-award.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '44rem', minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM, border: 0, margin: 0, padding: 0 },
});

interface Props {
  /** Of the framework that is chosen. */
  readonly lotKeys: readonly string[];
  readonly lots: readonly TypedLot[];
  readonly onChange: (lots: readonly TypedLot[]) => void;
}

/** Which lots were awarded, with the points of each; their sum is reckoned. */
export const AwardedLots: React.FC<Props> = ({ lotKeys, lots, onChange }) => {
  const { part, row } = useStyles();
  const choose = (chosen: readonly string[]): void =>
    onChange(chosen.map((lotKey) => lots.find((lot) => lot.lotKey === lotKey) ?? { lotKey, quality: '', price: '' }));
  const change = (lotKey: string, next: Partial<TypedLot>): void =>
    onChange(lots.map((lot) => (lot.lotKey === lotKey ? { ...lot, ...next } : lot)));
  return (
    <div className={part}>
      <Heading level={2}>Lots</Heading>
      {lotKeys.length === 0 ? (
        <Text block>Choose the framework first.</Text>
      ) : (
        <CheckboxField
          name="lots"
          label="Which lots were awarded?"
          values={lots.map(({ lotKey }) => lotKey)}
          options={lotKeys.map((lotKey) => ({ value: lotKey, label: lotKey }))}
          onChange={choose}
        />
      )}
      {lots.map((lot, at) => {
        const total = totalOf(lot);
        return (
          <fieldset key={lot.lotKey} className={row}>
            <legend>{`Points of lot ${lot.lotKey}`}</legend>
            <TextField
              name={lotField(at, 'quality')}
              label="Quality"
              width="short"
              inputMode="decimal"
              value={lot.quality}
              onChange={(quality) => change(lot.lotKey, { quality })}
            />
            <TextField
              name={lotField(at, 'price')}
              label="Price"
              width="short"
              inputMode="decimal"
              value={lot.price}
              onChange={(price) => change(lot.lotKey, { price })}
            />
            <Text aria-live="polite">{total === undefined ? '' : `Total: ${pointsWords(total)} points`}</Text>
          </fieldset>
        );
      })}
    </div>
  );
};
