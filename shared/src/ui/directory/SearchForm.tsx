import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { Input } from '@fluentui/react-input';
import { SearchBox } from '@fluentui/react-search';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { readTyped, type Typed } from './cut-postcode.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 16rem) auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  field: { minWidth: 0 },
  box: { maxWidth: '100%', width: '100%' },
  // In line with the inputs beside it: below a label of one line.
  button: { marginTop: `calc(${tokens.lineHeightBase300} + ${tokens.spacingVerticalXXS} * 3)` },
  buttonNarrow: { justifySelf: 'start' },
});

interface SearchFormProps {
  readonly text: string;
  readonly near: string | undefined;
  /** The school's own area, used when the place is left empty. */
  readonly ownArea: string | undefined;
  /** What the server says of the place, such as that no such postcode exists. */
  readonly placeError: string | undefined;
  readonly narrow: boolean;
  /** It was just called up: the words have the focus. */
  readonly focusFirst: boolean;
  /** Called each time, also when nothing changed: Enter and Search always run. */
  readonly onSearch: (typed: Typed) => void;
}

/** What is needed, and where. A full postcode is cut as soon as its field is left, so that a person sees what is kept. */
export const SearchForm: React.FC<SearchFormProps> = ({ text, near, ownArea, placeError, narrow, focusFirst, onSearch }) => {
  const styles = useStyles();
  const [words, setWords] = React.useState(text);
  const [where, setWhere] = React.useState(near ?? '');
  const [error, setError] = React.useState<string>();
  React.useEffect(() => setWords(text), [text]);
  React.useEffect(() => setWhere(near ?? ''), [near]);
  const first = React.useRef<HTMLInputElement>(null);
  React.useEffect(() => {
    if (focusFirst) first.current?.focus();
  }, [focusFirst]);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    const typed = readTyped(words, where);
    setError(typed.nearError);
    setWords(typed.text);
    if (typed.nearError !== undefined) return;
    setWhere(typed.near ?? '');
    onSearch(typed);
  };
  const wrong = error ?? placeError;
  const example = ownArea === undefined ? 'Such as DT1' : `Leave empty for your own area, ${ownArea}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is too new for React 17 and older screen readers
    <form
      role="search"
      aria-label="Search the directory"
      noValidate
      onSubmit={submit}
      className={mergeClasses(styles.form, narrow && styles.narrow)}
    >
      <Field
        label="What does the pupil need?"
        hint="A need, a subject, a town or a provider's name. Do not name the pupil."
        className={styles.field}
      >
        <SearchBox
          input={{ ref: first }}
          className={styles.box}
          value={words}
          onChange={(_, { value }) => setWords(value)}
          maxLength={100}
        />
      </Field>
      <Field
        label="Postcode or area (optional)"
        hint={`${example}. Only the first part is kept.`}
        className={styles.field}
        {...(wrong === undefined ? {} : { validationMessage: wrong, validationState: 'error' as const })}
      >
        <Input
          value={where}
          maxLength={12}
          autoComplete="off"
          onChange={(_, { value }) => setWhere(value)}
          onBlur={() => setWhere((typed) => readTyped('', typed).near ?? typed)}
        />
      </Field>
      <Button type="submit" appearance="primary" icon={<SearchRegular />} className={narrow ? styles.buttonNarrow : styles.button}>
        Search
      </Button>
    </form>
  );
};
