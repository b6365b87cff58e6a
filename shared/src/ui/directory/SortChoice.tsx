import { Label } from '@fluentui/react-label';
import { Select } from '@fluentui/react-select';
import { tokens } from '@fluentui/react-theme';
import { useId } from '@fluentui/react-utilities';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { DirectorySort } from './search-state.tsx';

const words: Readonly<Record<DirectorySort, string>> = {
  best: 'Best match',
  distance: 'Nearest first',
  price: 'Lowest price first',
  name: 'Name, A to Z',
};

const useStyles = makeStyles({ field: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS } });

interface SortChoiceProps {
  readonly sort: DirectorySort;
  readonly onChange: (sort: DirectorySort) => void;
}

export const SortChoice: React.FC<SortChoiceProps> = ({ sort, onChange }) => {
  const id = useId('sort');
  return (
    <div className={useStyles().field}>
      <Label htmlFor={id}>Sort by</Label>
      <Select id={id} value={sort} onChange={(_, { value }) => onChange(value as DirectorySort)}>
        {Object.entries(words).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
};
