import { Checkbox } from '@fluentui/react-checkbox';
import { Label } from '@fluentui/react-label';
import { Select } from '@fluentui/react-select';
import { tokens } from '@fluentui/react-theme';
import { useId } from '@fluentui/react-utilities';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { DirectorySort } from '../../domain/directory/directory-filters.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import type { SearchState } from './search-state.tsx';
import { sortWords } from './sort-words.tsx';

const useStyles = makeStyles({ field: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS } });

interface SortChoiceProps {
  readonly sort: DirectorySort;
  /** The basis on which prices were compared. */
  readonly vat: VatBasis;
  /** Whether a timetable is planned: without one there is no cost to sort by. */
  readonly planned: boolean;
  readonly onChange: (change: Partial<SearchState>) => void;
}

export const SortChoice: React.FC<SortChoiceProps> = ({ sort, vat, planned, onChange }) => {
  const id = useId('sort');
  return (
    <div className={useStyles().field}>
      <Label htmlFor={id}>Sort by</Label>
      <Select id={id} value={sort} onChange={(_, { value }) => onChange({ sort: value as DirectorySort })}>
        {Object.entries(sortWords(vat)).map(([value, label]) =>
          value !== 'package' || planned ? (
            <option key={value} value={value}>
              {label}
            </option>
          ) : null,
        )}
      </Select>
      <Checkbox label="Prices with VAT" checked={vat === 'inc'} onChange={(_, { checked }) => onChange({ vat: checked ? 'inc' : 'ex' })} />
    </div>
  );
};
