import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  track: { width: '8rem', maxWidth: '40vw', height: '0.75rem', backgroundColor: tokens.colorNeutralBackground5 },
  // In forced colours backgrounds are taken away: a border still shows how long it is.
  bar: { height: '100%', boxSizing: 'border-box', backgroundColor: tokens.colorBrandBackground, borderRight: '2px solid CanvasText' },
});

/** A part of a whole as a bar. For sight only: the number stands beside it. */
export const Bar: React.FC<{ readonly percent: number }> = ({ percent }) => {
  const styles = useStyles();
  return (
    <div className={styles.track} aria-hidden="true">
      {percent === 0 ? null : <div className={styles.bar} style={{ width: `${percent}%` }} />}
    </div>
  );
};
