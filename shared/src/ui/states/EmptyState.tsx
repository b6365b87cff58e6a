import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../Heading.tsx';

const useStyles = makeStyles({
  box: {
    padding: `${tokens.spacingVerticalXXL} 0`,
    maxWidth: '40rem',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
  },
});

interface EmptyStateProps {
  readonly title: string;
  /** 3 where it stands in a part of a page that has its own heading. */
  readonly level?: 2 | 3;
  readonly children?: React.ReactNode;
}

/** A page or a list with nothing in it: says so, and what to do next. */
export const EmptyState: React.FC<EmptyStateProps> = ({ title, level = 2, children }) => (
  <div className={useStyles().box}>
    <Heading level={level} look="item">
      {title}
    </Heading>
    {children}
  </div>
);
