import { Skeleton, SkeletonItem } from '@fluentui/react-skeleton';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { hiddenFromSight } from '../hidden-from-sight.tsx';

const useStyles = makeStyles({
  row: { display: 'grid', gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalL} 0` },
  short: { width: '40%' },
  middle: { width: '70%' },
});

const rowNames = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** Rows to come, at most eight, shaped like rows, with a status in words. Show it at once: the first thing on screen must come within two seconds. */
export const LoadingRows: React.FC<{ readonly what: string; readonly rows?: number }> = ({ what, rows = 4 }) => {
  const styles = useStyles();
  return (
    <div aria-busy="true">
      <div role="status" style={hiddenFromSight}>
        Loading {what}
      </div>
      <Skeleton aria-hidden="true">
        {rowNames.slice(0, rows).map((name) => (
          <div key={name} className={styles.row}>
            <SkeletonItem size={20} className={styles.short} />
            <SkeletonItem size={12} />
            <SkeletonItem size={12} className={styles.middle} />
          </div>
        ))}
      </Skeleton>
    </div>
  );
};
