import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { rateUnitLabels, rateUnits } from '../../../domain/money/rate-card.ts';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { BandFields } from '../../volume-bands/BandFields.tsx';
import { penceOf } from '../typed-pounds.ts';
import { emptyPrice, priceField, type TypedPrice } from './typed-award.ts';

const useStyles = makeStyles({
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

const units = rateUnits.map((unit) => ({ value: unit, label: rateUnitLabels[unit] }));

interface Props {
  /** The place of the service in the form. */
  readonly service: number;
  readonly prices: readonly TypedPrice[];
  readonly onChange: (prices: readonly TypedPrice[]) => void;
}

/** The prices of one service, ex VAT: by unit and, where they differ, by the size of the group. */
export const PriceFields: React.FC<Props> = ({ service, prices, onChange }) => {
  const { row } = useStyles();
  const change = (at: number, next: Partial<TypedPrice>): void =>
    onChange(prices.map((price, index) => (index === at ? { ...price, ...next } : price)));
  return (
    <>
      {prices.map((price, at) => {
        const which = `price ${at + 1} of service ${service + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a price has no name, and prices are only added at the end
          <fieldset key={at} className={row}>
            <legend>{`Price ${at + 1}`}</legend>
            <TextField
              name={priceField(service, at, 'price')}
              label="Pounds, without VAT"
              width="short"
              inputMode="decimal"
              value={price.price}
              onChange={(typed) => change(at, { price: typed })}
            />
            <SelectField
              name={priceField(service, at, 'unit')}
              label="For what"
              value={price.unit}
              options={units}
              onChange={(unit) => change(at, { unit })}
            />
            <TextField
              name={priceField(service, at, 'group')}
              label="Smallest group"
              optional
              width="short"
              inputMode="numeric"
              value={price.from}
              onChange={(from) => change(at, { from })}
            />
            <TextField
              name={`${priceField(service, at, 'group')}-to`}
              label="Largest group"
              optional
              width="short"
              inputMode="numeric"
              value={price.to}
              onChange={(to) => change(at, { to })}
            />
            <BandFields
              name={priceField(service, at, 'volumeBands')}
              of={which}
              price={penceOf(price.price)}
              value={price.bands}
              onChange={(bands) => change(at, { bands })}
            />
            {prices.length === 1 ? null : (
              <Button onClick={() => onChange(prices.filter((_, index) => index !== at))} aria-label={`Remove ${which}`}>
                Remove
              </Button>
            )}
          </fieldset>
        );
      })}
      <div>
        <Button size="small" onClick={() => onChange([...prices, emptyPrice])} aria-label={`Add a price of service ${service + 1}`}>
          Add a price
        </Button>
      </div>
    </>
  );
};
