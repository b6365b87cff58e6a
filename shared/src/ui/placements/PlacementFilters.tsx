import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { payerNames } from '../../domain/money/payer.ts';
import type { Placement } from '../../domain/placements/placement.ts';
import type { PlacementFilter } from '../../domain/placements/placement-filter.ts';
import {
  ageBandWords,
  endBandWords,
  heldWords,
  placementStateWords,
  registeredWords,
  reviewStandWords,
  timeBandWords,
} from '../../domain/placements/placement-words.ts';
import { Disclosure } from '../Disclosure.tsx';
import { Form } from '../forms/Form.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, '> *': { minWidth: 0 } },
});

const noErrors: readonly never[] = [];

/** Each code with its words, everything first. */
const optionsOf = <Code extends string>(
  words: Readonly<Record<Code, string>>,
): readonly { readonly value: Code | ''; readonly label: string }[] => [
  { value: '', label: 'All' },
  ...(Object.entries(words) as [Code, string][]).map(([value, label]) => ({ value, label })),
];
/** Words that are their own values. */
const choicesOf = (words: readonly string[]): readonly { readonly value: string; readonly label: string }[] => [
  { value: '', label: 'All' },
  ...[...new Set(words)].sort((a, b) => a.localeCompare(b)).map((word) => ({ value: word, label: word })),
];

const stands = [
  { value: '', label: 'All' },
  ...[...Object.values(placementStateWords), heldWords].map((word) => ({ value: word, label: word })),
];
const ages = optionsOf(ageBandWords);
const ends = optionsOf(endBandWords);
const reviews = optionsOf(reviewStandWords);
const times = optionsOf(timeBandWords);
const payers = optionsOf(payerNames);
const registered = [true, false].map((registeredSchool) => registeredWords({ registeredSchool }));

interface FiltersProps {
  readonly rows: readonly Placement[];
  readonly filter: PlacementFilter;
  readonly onChange: (part: PlacementFilter) => void;
}

/** What narrows the list: what is asked for most stands open, the rest behind one press, so that the list is not pushed off a phone. */
export const PlacementFilters: React.FC<FiltersProps> = ({ rows, filter, onChange }) => {
  const { filters } = useStyles();
  return (
    <Form label="Filter" errors={noErrors} onSubmit={() => undefined}>
      <div className={filters}>
        <TextField
          name="words"
          label="School, provider, order or pupil reference"
          width="medium"
          value={filter.words ?? ''}
          onChange={(words) => onChange({ words })}
        />
        <SelectField name="end" label="Ends" value={filter.end ?? ''} options={ends} onChange={(end) => onChange({ end })} />
        <SelectField
          name="review"
          label="Review"
          value={filter.review ?? ''}
          options={reviews}
          onChange={(review) => onChange({ review })}
        />
      </div>
      <Disclosure title="More filters" level={2} openAtFirst={false}>
        <div className={filters}>
          <SelectField
            name="buyer"
            label="School or department"
            value={filter.buyer ?? ''}
            options={choicesOf(rows.map(({ buyerName }) => buyerName))}
            onChange={(buyer) => onChange({ buyer })}
          />
          <SelectField
            name="lot"
            label="Lot"
            value={filter.lot ?? ''}
            options={choicesOf(rows.map(({ lotName }) => lotName))}
            onChange={(lot) => onChange({ lot })}
          />
          <SelectField name="payer" label="Paid by" value={filter.payer ?? ''} options={payers} onChange={(payer) => onChange({ payer })} />
          <SelectField
            name="registered"
            label="Provider"
            value={filter.registered ?? ''}
            options={choicesOf(registered)}
            onChange={(value) => onChange({ registered: value })}
          />
          <SelectField
            name="stands"
            label="Stands"
            value={filter.stands ?? ''}
            options={stands}
            onChange={(value) => onChange({ stands: value })}
          />
          <SelectField name="age" label="So far" value={filter.age ?? ''} options={ages} onChange={(age) => onChange({ age })} />
          <SelectField name="time" label="Time" value={filter.time ?? ''} options={times} onChange={(time) => onChange({ time })} />
        </div>
      </Disclosure>
    </Form>
  );
};
