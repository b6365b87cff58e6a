import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  input: { width: '5rem', minWidth: 0 },
});

interface AgeFacetProps {
  readonly age: number | undefined;
  readonly onChange: (age: number | undefined) => void;
}

/** The pupil's age in whole years, from 4 to 25. Checked when it is applied, not while it is typed. */
export const AgeFacet: React.FC<AgeFacetProps> = ({ age, onChange }) => {
  const styles = useStyles();
  const [typed, setTyped] = React.useState('');
  const [error, setError] = React.useState<string>();
  React.useEffect(() => setTyped(age === undefined ? '' : `${age}`), [age]);
  const apply = (event: React.FormEvent): void => {
    event.preventDefault();
    const entered = typed.trim();
    const value = Number(entered);
    const good = entered === '' || (/^\d+$/.test(entered) && value >= 4 && value <= 25);
    setError(good ? undefined : 'Enter an age from 4 to 25');
    if (good) onChange(entered === '' ? undefined : value);
  };
  return (
    <form noValidate onSubmit={apply} className={styles.row}>
      <Field label="Age of the pupil" {...(error === undefined ? {} : { validationMessage: error, validationState: 'error' as const })}>
        <Input
          className={styles.input}
          input={{ style: { minWidth: 0 } }}
          inputMode="numeric"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <Button type="submit">Apply age</Button>
    </form>
  );
};
