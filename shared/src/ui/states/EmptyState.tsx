import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';

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
  /** 1 where it is the whole screen, 3 where it stands in a part of a page that has its own heading. */
  readonly level?: 1 | 2 | 3;
  readonly children?: React.ReactNode;
}

/** A screen or a list with nothing in it, or nothing that this person may do: says so, and what to do next. */
export const EmptyState: React.FC<EmptyStateProps> = ({ title, level = 2, children }) => (
  <div className={useStyles().box}>
    {level === 1 ? (
      <PageHeading>{title}</PageHeading>
    ) : (
      <Heading level={level} look="item">
        {title}
      </Heading>
    )}
    {children}
  </div>
);
