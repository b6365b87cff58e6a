import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { agesFault } from '../../domain/directory/ages.ts';
import type { SearchState } from './search-state.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { width: '5rem', minWidth: 0 },
});

type Ages = Pick<SearchState, 'age' | 'ageTo'>;

interface AgeFacetProps extends Ages {
  readonly onChange: (ages: Ages) => void;
}

const written = (years: number | undefined): string => (years === undefined ? '' : `${years}`);
/** `undefined` for nothing; what is no number is no age, and is refused as one. */
const read = (typed: string): number | undefined =>
  typed.trim() === '' ? undefined : /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;

/** The age of one pupil, or of a group the youngest and the oldest, in whole years. Checked when it is applied, not while it is typed. */
export const AgeFacet: React.FC<AgeFacetProps> = ({ age, ageTo, onChange }) => {
  const styles = useStyles();
  const [typed, setTyped] = React.useState({ age: '', ageTo: '' });
  const [error, setError] = React.useState<string>();
  React.useEffect(() => setTyped({ age: written(age), ageTo: written(ageTo) }), [age, ageTo]);
  const apply = (event: React.FormEvent): void => {
    event.preventDefault();
    const ages = { age: read(typed.age), ageTo: read(typed.ageTo) };
    const fault = agesFault(ages);
    setError(fault);
    if (fault === undefined) onChange(ages);
  };
  return (
    <form noValidate onSubmit={apply} className={styles.stack}>
      <Field
        label="Age of the pupil or pupils"
        hint="For one pupil, leave the second field empty."
        {...(error === undefined ? {} : { validationMessage: error, validationState: 'error' as const })}
      >
        {({ id, 'aria-labelledby': label, 'aria-describedby': described }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend of its own, and the field has a label already
          <div role="group" id={id} aria-labelledby={label} aria-describedby={described} className={styles.row}>
            {(['age', 'ageTo'] as const).map((end) => (
              <Field key={end} label={end === 'age' ? 'From' : 'To (for a group)'}>
                <Input
                  className={styles.input}
                  input={{ style: { minWidth: 0 } }}
                  inputMode="numeric"
                  autoComplete="off"
                  aria-invalid={error !== undefined}
                  value={typed[end]}
                  onChange={(_, { value }) => setTyped({ ...typed, [end]: value })}
                />
              </Field>
            ))}
          </div>
        )}
      </Field>
      <Button type="submit">Apply ages</Button>
    </form>
  );
};
