import { fromPath } from '@ap/shared/contract/place';
import { productName } from '@ap/shared/domain/texts/product-name';
import { Button } from '@fluentui/react-button';
import { Link } from '@fluentui/react-link';
import { FluentProvider } from '@fluentui/react-provider';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { FluentTheme, StartedHost } from './hosts/started-host.ts';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXXL,
    display: 'grid',
    gap: tokens.spacingVerticalM,
    alignContent: 'start',
    justifyItems: 'start',
  },
  text: { maxWidth: '40rem' },
});

interface NotHereProps {
  /** What people call the client that shows the tab. */
  readonly client: string;
  readonly started: StartedHost;
  readonly theme: FluentTheme;
}

/** Shown in a client of Microsoft 365 that cannot sign people in to the product: names it, and leads to the same place where it works. */
export const NotHere: React.FC<NotHereProps> = ({ client, started, theme }) => {
  const { host } = started;
  const told = React.useSyncExternalStore(host.onThemeChange, host.theme);
  const page = window.location.href;
  const inTeams = host.linkTo(fromPath(`${window.location.pathname}${window.location.search}`));
  React.useEffect(() => {
    started.onShell?.();
    started.onUsable?.();
  }, [started]);
  return (
    <FluentProvider theme={theme(told)}>
      <main className={useStyles().page}>
        <h1>{productName} works in Teams</h1>
        <div className={useStyles().text}>
          This is {client}, which cannot sign you in. Everything is there in Teams, and in your browser.
        </div>
        {inTeams === page ? null : (
          <Button as="a" appearance="primary" href={inTeams} target="_blank" rel="noopener">
            Open in Teams (a new window)
          </Button>
        )}
        <Link href={page} target="_blank" rel="noopener">
          Open in your browser (a new window)
        </Link>
      </main>
    </FluentProvider>
  );
};
