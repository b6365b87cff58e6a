import { tokens } from '@fluentui/react-theme';
import { useId } from '@fluentui/react-utilities';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormContextProvider } from './FormContext.tsx';
import type { FormError } from './form-error.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
});

interface Props {
  readonly errors: readonly FormError[];
  readonly onSubmit: () => void;
  readonly children: React.ReactNode;
  readonly label?: string;
}

/** A form that is checked when it is submitted and never before; the browser's own checks are off, because their words are not ours. */
export const Form = ({ errors, onSubmit, children, label }: Props): React.ReactElement => {
  const styles = useStyles();
  const id = useId('form-');
  const state = React.useMemo(() => ({ id, errors }), [id, errors]);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit} aria-label={label}>
      <ErrorSummary formId={id} errors={errors} />
      <FormContextProvider value={state}>{children}</FormContextProvider>
    </form>
  );
};
