import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { Pence } from '../../domain/money/money.ts';
import { TextField } from '../forms/fields/TextField.tsx';
import { bandsSentence, noBand, type TypedBand } from './typed-bands.ts';

const useStyles = makeStyles({
  all: { display: 'grid', rowGap: tokens.spacingVerticalS, justifyItems: 'start' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
});

interface BandFieldsProps {
  /** Of the first field, which an error about the volume prices leads to; the others are called after it. */
  readonly name: string;
  /** Which price they belong to, as it reads after 'for': 'price 1 of Mentoring'. */
  readonly of: string;
  /** The ordinary price as far as it can be read. */
  readonly price: Pence | undefined;
  readonly value: readonly TypedBand[];
  readonly onChange: (value: readonly TypedBand[]) => void;
}

/** Row 51: what a unit costs when more are bought together, with a sentence that says what the typed prices come to. */
export const BandFields: React.FC<BandFieldsProps> = ({ name, of, price, value, onChange }) => {
  const styles = useStyles();
  const change = (at: number, next: Partial<TypedBand>): void =>
    onChange(value.map((band, index) => (index === at ? { ...band, ...next } : band)));
  return (
    <div className={styles.all}>
      {value.map((band, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name, and rows are only added at the end
        <div key={at} className={styles.row}>
          <TextField
            name={at === 0 ? name : `${name}-${at}`}
            label={`From how many units${at === 0 ? '' : `, step ${at + 1}`}`}
            width="short"
            inputMode="numeric"
            value={band.from}
            onChange={(from) => change(at, { from })}
          />
          <TextField
            name={`${name}-${at}-price`}
            label={`Price of each in pounds${at === 0 ? '' : `, step ${at + 1}`}`}
            width="short"
            inputMode="decimal"
            value={band.price}
            onChange={(each) => change(at, { price: each })}
          />
          <Button onClick={() => onChange(value.filter((_, index) => index !== at))} aria-label={`Remove volume price ${at + 1} for ${of}`}>
            Remove
          </Button>
        </div>
      ))}
      <Text aria-live="polite">{bandsSentence(price, value)}</Text>
      <Button size="small" onClick={() => onChange([...value, noBand])} aria-label={`Add a volume price for ${of}`}>
        Add a volume price
      </Button>
    </div>
  );
};
