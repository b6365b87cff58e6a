import { Button } from '@fluentui/react-button';
import { Checkbox } from '@fluentui/react-checkbox';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { formatDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import type { SearchState } from './search-state.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  input: { width: '9rem', minWidth: 0 },
});

type Availability = Pick<SearchState, 'placesFree' | 'startBy'>;

interface AvailabilityFacetProps extends Availability {
  readonly onChange: (change: Partial<Availability>) => void;
}

/** Who can take a pupil: by the places that providers told, and by the day on which a start is needed. Checked when it is applied. */
export const AvailabilityFacet: React.FC<AvailabilityFacetProps> = ({ placesFree, startBy, onChange }) => {
  const styles = useStyles();
  const [typed, setTyped] = React.useState('');
  const [error, setError] = React.useState<string>();
  React.useEffect(() => setTyped(startBy === undefined ? '' : startBy.split('-').reverse().map(Number).join(' ')), [startBy]);
  const day = parseUkDate(typed);
  const apply = (event: React.FormEvent): void => {
    event.preventDefault();
    const empty = typed.trim() === '';
    setError(empty || day ? undefined : 'Enter a day, such as 27 3 2027');
    if (empty || day) onChange({ startBy: day });
  };
  return (
    <div className={styles.stack}>
      <Checkbox
        label="A place is free"
        checked={placesFree !== undefined}
        onChange={(_, { checked }) => onChange({ placesFree: checked ? 1 : undefined })}
      />
      <form noValidate onSubmit={apply} className={styles.form}>
        <Field
          label="Can start by"
          hint={day && error === undefined ? formatDate(day, 'plain') : 'For example, 27 3 2027'}
          {...(error === undefined ? {} : { validationMessage: error, validationState: 'error' as const })}
        >
          <Input className={styles.input} autoComplete="off" value={typed} onChange={(_, { value }) => setTyped(value)} />
        </Field>
        <Button type="submit">Apply day</Button>
      </form>
      <div>Services whose provider has not told are left out.</div>
    </div>
  );
};
