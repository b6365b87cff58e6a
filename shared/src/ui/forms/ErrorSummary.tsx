import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../Heading.tsx';
import { fieldId } from './FormContext.tsx';
import type { FormError } from './form-error.ts';

const useStyles = makeStyles({
  summary: {
    padding: tokens.spacingHorizontalL,
    borderLeftWidth: tokens.strokeWidthThickest,
    borderLeftStyle: 'solid',
    borderLeftColor: tokens.colorPaletteRedBorderActive,
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  list: {
    display: 'grid',
    // Each link is a target of its own for 24 pixels (WCAG 2.2, 2.5.8): a line of 20, and this.
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalS,
    marginBottom: 0,
    paddingLeft: tokens.spacingHorizontalL,
  },
});

interface Props {
  readonly formId: string;
  readonly errors: readonly FormError[];
}

/**
 * Everything that is wrong, at the top of the form, each line a link to its field in the field's own words (GOV.UK error summary).
 * Takes the focus each time a new list of errors arrives, so that a screen reader says it once.
 */
export const ErrorSummary = ({ formId, errors }: Props): React.ReactElement | null => {
  const styles = useStyles();
  const box = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const headingId = `${formId}-errors`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this is a list of links about them
    <div ref={box} role="group" aria-labelledby={headingId} tabIndex={-1} className={styles.summary}>
      <Heading level={2} look="item" id={headingId}>
        There is a problem
      </Heading>
      <ul className={styles.list}>
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            <SummaryLine formId={formId} error={error} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const SummaryLine = ({ formId, error }: { formId: string; error: FormError }): React.ReactElement => {
  if (error.field === '') return <Text>{error.message}</Text>;
  const id = fieldId(formId, error.field);
  const focusField = (event: React.MouseEvent): void => {
    // The page's address belongs to the router: the link moves the focus only.
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <Link href={`#${id}`} inline onClick={focusField}>
      {error.message}
    </Link>
  );
};
