import { Checkbox } from '@fluentui/react-checkbox';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { hiddenFromSight } from '../hidden-from-sight.tsx';

const useStyles = makeStyles({
  set: { border: 0, margin: 0, padding: 0, minWidth: 0, display: 'grid', justifyItems: 'start' },
});

interface CheckboxFacetProps<V extends string> {
  readonly legend: string;
  /** Every value, in order: lists are never cut silently, and one that finds nothing says (0). */
  readonly options: readonly { readonly value: V; readonly label: string; readonly count: number | undefined }[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: readonly V[]) => void;
}

/** One facet as a fieldset of checkboxes, each with the number of services that it would show. */
export const CheckboxFacet = <V extends string>({ legend, options, chosen, onChange }: CheckboxFacetProps<V>): React.ReactElement => (
  <fieldset className={useStyles().set}>
    <legend style={hiddenFromSight}>{legend}</legend>
    {options.map(({ value, label, count }) => (
      <Checkbox
        key={value}
        label={count === undefined ? label : `${label} (${count.toLocaleString('en-GB')})`}
        checked={chosen.includes(value)}
        onChange={(_, { checked }) => onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value))}
      />
    ))}
  </fieldset>
);
