import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
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
