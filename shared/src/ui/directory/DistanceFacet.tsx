import { Field } from '@fluentui/react-field';
import { Radio, RadioGroup } from '@fluentui/react-radio';
import * as React from 'react';
import { distanceBands } from '../../domain/directory/distance-bands.ts';
import { countWords } from '../words.tsx';

interface DistanceFacetProps {
  readonly radius: number | undefined;
  /** Where from, such as 'DT1, your own area'. */
  readonly from: string | undefined;
  readonly onChange: (radius: number | undefined) => void;
}

/** How far the pupil may travel. Services that come to the pupil and online ones stay in. */
export const DistanceFacet: React.FC<DistanceFacetProps> = ({ radius, from, onChange }) => {
  const offered = radius === undefined || distanceBands.includes(radius) ? distanceBands : [...distanceBands, radius].sort((a, b) => a - b);
  return (
    <Field
      label={from === undefined ? 'Distance' : `Distance from ${from}`}
      hint={from === undefined ? 'Enter a postcode above first.' : 'Distances are between the centres of postcode areas.'}
    >
      <RadioGroup
        value={radius === undefined ? 'any' : `${radius}`}
        onChange={(_, { value }) => onChange(value === 'any' ? undefined : Number(value))}
      >
        <Radio value="any" label="Any distance" />
        {offered.map((miles) => (
          <Radio key={miles} value={`${miles}`} label={`Within ${countWords(miles, 'mile')}`} />
        ))}
      </RadioGroup>
    </Field>
  );
};
