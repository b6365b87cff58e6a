import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  term: { flexBasis: '13em', flexShrink: 0, fontWeight: tokens.fontWeightSemibold },
  fact: { margin: 0, flexGrow: 1, flexBasis: '12em', minWidth: 0, whiteSpace: 'pre-line' },
});

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Labels with their values, side by side where there is room and one under the other where there is not. */
export const Facts = ({ facts }: { facts: readonly Fact[] }): React.ReactElement => {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.row}>
          <dt className={styles.term}>{label}</dt>
          <dd className={styles.fact}>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
