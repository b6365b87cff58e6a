import { Subtitle1 } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  box: {
    padding: `${tokens.spacingVerticalXXL} 0`,
    maxWidth: '40rem',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
  },
});

/** A page or a list with nothing in it: says so, and what to do next. */
export const EmptyState: React.FC<{ readonly title: string; readonly children?: React.ReactNode }> = ({ title, children }) => (
  <div className={useStyles().box}>
    <Subtitle1 as="h2">{title}</Subtitle1>
    {children}
  </div>
);
