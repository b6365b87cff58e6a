import { Button } from '@fluentui/react-button';
import { Link } from '@fluentui/react-link';
import { FluentProvider } from '@fluentui/react-provider';
import { teamsLightTheme, tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL, maxWidth: '40rem', display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
});

interface NotStartedProps {
  readonly why: string;
  readonly onRetry: () => void;
}

/** Shown when no host answered: says why, and leaves two ways on, so that a tab never hangs on a spinner. */
export const NotStarted: React.FC<NotStartedProps> = ({ why, onRetry }) => (
  <FluentProvider theme={teamsLightTheme}>
    <main className={useStyles().page}>
      <h1>AP Framework did not start</h1>
      <div>{why}</div>
      <div>Try again. If it happens again, open this page in your browser instead.</div>
      <Button appearance="primary" onClick={onRetry}>
        Try again
      </Button>
      <Link href={window.location.href} target="_blank" rel="noopener">
        Open in your browser (a new window)
      </Link>
    </main>
  </FluentProvider>
);
