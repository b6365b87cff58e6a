import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalS },
  fact: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalL}` },
  name: { flex: '0 0 11rem', fontWeight: tokens.fontWeightSemibold },
  value: { flex: '1 1 12rem', margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

/** Facts as names and values. A fact that is not known is left out, unless the list says so in its value. */
export const FactList: React.FC<{ readonly facts: readonly (readonly [string, React.ReactNode])[] }> = ({ facts }) => {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
};
