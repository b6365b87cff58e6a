import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { Radio, RadioGroup } from '@fluentui/react-radio';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type RateUnit, rateUnitLabels, rateUnits } from '../../domain/money/rate-card.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { readPounds, writePounds } from './read-pounds.tsx';
import type { SearchState } from './search-state.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { width: '7rem' },
});

type Price = Pick<SearchState, 'unit' | 'priceFrom' | 'priceTo'>;

interface PriceFacetProps extends Price {
  readonly vat: VatBasis | undefined;
  readonly counts: Readonly<Record<string, number>>;
  readonly onChange: (price: Price) => void;
}

/** A price range within one unit. The amounts come after the unit, because a price for an hour does not compare with one for a day. */
export const PriceFacet: React.FC<PriceFacetProps> = ({ unit, vat, priceFrom, priceTo, counts, onChange }) => {
  const styles = useStyles();
  const choose = (value: string): void =>
    onChange({ unit: rateUnits.find((each) => each === value), priceFrom: undefined, priceTo: undefined });
  // Another unit begins without a range, and what it would find then was not counted: no number is better than a wrong one.
  const ranged = priceFrom !== undefined || priceTo !== undefined;
  const known = Object.keys(counts).length > 0;
  const labelOf = (each: RateUnit): string =>
    !known || (ranged && each !== unit) ? rateUnitLabels[each] : `${rateUnitLabels[each]} (${counts[each] ?? 0})`;
  return (
    <div className={styles.stack}>
      <Field label="Priced" {...(unit ? {} : { hint: 'Choose a unit to set a price range.' })}>
        <RadioGroup value={unit ?? 'any'} onChange={(_, { value }) => choose(value)}>
          <Radio value="any" label="Any unit" />
          {rateUnits.map((each) => (
            <Radio key={each} value={each} label={labelOf(each)} />
          ))}
        </RadioGroup>
      </Field>
      {unit ? (
        <PriceRange key={`${unit}-${priceFrom}-${priceTo}`} unit={unit} vat={vat} from={priceFrom} to={priceTo} onChange={onChange} />
      ) : null}
    </div>
  );
};

interface PriceRangeProps extends Pick<PriceFacetProps, 'vat'> {
  readonly unit: RateUnit;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly onChange: (price: Price) => void;
}

const PriceRange: React.FC<PriceRangeProps> = ({ unit, vat, from, to, onChange }) => {
  const styles = useStyles();
  const [typed, setTyped] = React.useState({ from: writePounds(from), to: writePounds(to) });
  const [error, setError] = React.useState<string>();
  const apply = (event: React.FormEvent): void => {
    event.preventDefault();
    const priceFrom = readPounds(typed.from);
    const priceTo = readPounds(typed.to);
    const wrong = faultIn(priceFrom, priceTo);
    setError(wrong);
    if (priceFrom !== 'wrong' && priceTo !== 'wrong' && wrong === undefined) onChange({ unit, priceFrom, priceTo });
  };
  return (
    <form noValidate onSubmit={apply} className={styles.stack}>
      <div className={styles.row}>
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={end === 'from' ? 'From' : 'Up to'}>
            <Input
              className={styles.input}
              input={{ style: { minWidth: 0 } }}
              inputMode="decimal"
              contentBefore="£"
              value={typed[end]}
              onChange={(_, { value }) => setTyped({ ...typed, [end]: value })}
            />
          </Field>
        ))}
      </div>
      {error === undefined ? null : <div role="alert">{error}</div>}
      <Button type="submit">{`Apply price per ${unit}${vat === undefined ? '' : `, ${vat} VAT`}`}</Button>
    </form>
  );
};

type Read = ReturnType<typeof readPounds>;

const faultIn = (from: Read, to: Read): string | undefined => {
  if (from === 'wrong' || to === 'wrong') return 'Enter an amount in pounds, such as 45 or 45.50';
  return from !== undefined && to !== undefined && from > to ? 'Enter a lower price that is not above the higher one' : undefined;
};
