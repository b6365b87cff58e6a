import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { Radio, RadioGroup } from '@fluentui/react-radio';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { DirectoryReply } from '../../contract/directory.ts';
import { formatDate, isLocalDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import type { SearchState } from './search-state.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  input: { width: '9rem', minWidth: 0 },
});

type Availability = Pick<SearchState, 'placesFree' | 'startBy'>;
type Counted = DirectoryReply['facets']['places'];

interface AvailabilityFacetProps extends Availability {
  /** How many have so many places free, and how many could start by a day; what is chosen is among them. Absent until they are known. */
  readonly counts: Readonly<Record<'places' | 'starts', Counted>> | undefined;
  readonly onChange: (change: Partial<Availability>) => void;
}

/** Who can take a pupil: by the places that providers told, and by the day on which a start is needed, each with how many there are. */
export const AvailabilityFacet: React.FC<AvailabilityFacetProps> = ({ placesFree, startBy, counts, onChange }) => {
  const styles = useStyles();
  return (
    <div className={styles.stack}>
      <Choice
        label="Places free"
        any="Any number"
        counts={counts?.places}
        chosen={placesFree?.toString()}
        onChoose={(value) => onChange({ placesFree: value === undefined ? undefined : Number(value) })}
      />
      <Choice
        label="Can start"
        any="Any day"
        counts={counts?.starts}
        chosen={startBy}
        onChoose={(value) => onChange({ startBy: isLocalDate(value) ? value : undefined })}
      />
      <OtherDay startBy={startBy} onChange={onChange} />
      <div>Services whose provider has not told are left out.</div>
    </div>
  );
};

interface ChoiceProps {
  readonly label: string;
  /** What no choice is called. */
  readonly any: string;
  readonly counts: Counted | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

/** One band of several. They lie within each other: who has five places free has two as well. */
const Choice: React.FC<ChoiceProps> = ({ label, any, counts, chosen, onChoose }) => (
  <Field label={label}>
    <RadioGroup value={chosen ?? 'any'} onChange={(_, { value }) => onChoose(value === 'any' ? undefined : value)}>
      <Radio value="any" label={any} />
      {(counts ?? []).map(({ value, label: band, count }) => (
        <Radio key={value} value={value} label={`${band} (${count.toLocaleString('en-GB')})`} />
      ))}
    </RadioGroup>
  </Field>
);

/** A day of a person's own, checked when it is applied. */
const OtherDay: React.FC<Pick<AvailabilityFacetProps, 'startBy' | 'onChange'>> = ({ startBy, onChange }) => {
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
    <form noValidate onSubmit={apply} className={styles.form}>
      <Field
        label="Can start by another day"
        hint={day && error === undefined ? formatDate(day, 'plain') : 'For example, 27 3 2027'}
        {...(error === undefined ? {} : { validationMessage: error, validationState: 'error' as const })}
      >
        <Input className={styles.input} autoComplete="off" value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Button type="submit">Apply day</Button>
    </form>
  );
};
