import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { rateUnitLabels, rateUnits } from '../../../domain/money/rate-card.ts';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { Heading } from '../../Heading.tsx';
import { type LotNames, lotName } from './lot-names.tsx';
import { type LotPart, lotField } from './round-faults.ts';
import { shareOf, type TypedLot } from './typed-round.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
});

const units = rateUnits.map((value) => ({ value, label: rateUnitLabels[value] }));
const whole = 100;

interface Props {
  /** Keys of the framework's lots. */
  readonly lotKeys: readonly string[];
  readonly named: LotNames;
  readonly lots: readonly TypedLot[];
  readonly onChoose: (lotKeys: readonly string[]) => void;
  readonly onChange: (lotKey: string, next: Partial<TypedLot>) => void;
}

/** For which lots applications are taken, and by what they are ranked in each. */
export const LotFields: React.FC<Props> = ({ lotKeys, named, lots, onChoose, onChange }) => {
  const { part } = useStyles();
  return (
    <div className={part}>
      <Heading level={2}>Lots</Heading>
      {lotKeys.length === 0 ? (
        <Text block>Choose a framework that has lots. Lots are added to its terms on its own page.</Text>
      ) : (
        <CheckboxField
          name="lots"
          label="For which lots are applications taken?"
          values={lots.map(({ lotKey }) => lotKey)}
          options={lotKeys.map((value) => ({ value, label: lotName(value, named) }))}
          onChange={onChoose}
        />
      )}
      {lots.map((lot) => (
        <Criteria key={lot.lotKey} lot={lot} name={lotName(lot.lotKey, named)} onChange={(next) => onChange(lot.lotKey, next)} />
      ))}
    </div>
  );
};

interface CriteriaProps {
  readonly lot: TypedLot;
  readonly name: string;
  readonly onChange: (next: Partial<TypedLot>) => void;
}

const Criteria: React.FC<CriteriaProps> = ({ lot, name, onChange }) => {
  const { row } = useStyles();
  const share = shareOf(lot);
  const number = (part: Exclude<LotPart, 'priceUnit'>, label: string, optional = false) => (
    <TextField
      name={lotField(lot.lotKey, part)}
      label={label}
      optional={optional}
      width="short"
      inputMode="numeric"
      value={lot[part]}
      onChange={(typed) => onChange({ [part]: typed })}
    />
  );
  return (
    <fieldset className={row}>
      <legend>{`Ranking in ${name}`}</legend>
      {number('quality', 'Quality, per cent')}
      {number('price', 'Price, per cent')}
      {number('passMark', 'Pass mark, per cent')}
      <SelectField
        name={lotField(lot.lotKey, 'priceUnit')}
        label="Prices are compared"
        value={lot.priceUnit}
        options={units}
        onChange={(priceUnit) => onChange({ priceUnit })}
      />
      {number('mostAwards', 'Awards at most', true)}
      <Text aria-live="polite">
        {share === whole ? 'Quality and price make 100.' : `Quality and price make ${share}. They must make 100.`}
      </Text>
    </fieldset>
  );
};
