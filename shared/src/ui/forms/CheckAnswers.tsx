import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../Heading.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { margin: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottomWidth: tokens.strokeWidthThin,
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
    overflowWrap: 'anywhere',
  },
  term: { flexGrow: 1, flexBasis: '10em', fontWeight: tokens.fontWeightSemibold },
  answer: { flexGrow: 2, flexBasis: '14em', margin: 0, whiteSpace: 'pre-line', minWidth: 0 },
  // As wide as 'Change', so that the answers of rows with and without it stand under each other.
  fixed: { marginRight: `calc(4em + ${tokens.spacingHorizontalM})` },
  change: { margin: 0, flex: '0 0 4em', textAlign: 'right' },
});

export interface AnswerRow {
  readonly label: string;
  /** '' reads 'Not provided'. */
  readonly value: string;
  /** Goes to the question. The link reads 'Change' with the label hidden after it. */
  readonly onChange?: () => void;
}

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly AnswerRow[];
}

/** One section of answers to check before they are sent. */
export const CheckAnswers = ({ title, note, rows }: Props): React.ReactElement => {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <Heading level={2}>{title}</Heading>
      {note === undefined ? null : <Text>{note}</Text>}
      <dl className={styles.list}>
        {rows.map((row) => (
          <div key={row.label} className={styles.row}>
            <dt className={styles.term}>{row.label}</dt>
            <dd className={mergeClasses(styles.answer, row.onChange === undefined && styles.fixed)}>
              {row.value === '' ? 'Not provided' : row.value}
            </dd>
            {row.onChange === undefined ? null : (
              <dd className={styles.change}>
                <Link as="button" type="button" onClick={row.onChange}>
                  Change<span style={hiddenFromSight}> {row.label.toLowerCase()}</span>
                </Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
};
