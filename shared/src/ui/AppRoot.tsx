import { FluentProvider } from '@fluentui/react-provider';
import { type Theme, tokens } from '@fluentui/react-theme';
import { IdPrefixProvider } from '@fluentui/react-utilities';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { SWRConfig } from 'swr';
import { Announcer } from './Announcer.tsx';
import { type Contact, ContactProvider } from './Contact.tsx';
import { LastSearch } from './directory/LastSearch.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { type HostTheme, type Surroundings, SurroundingsProvider } from './HostAdapter.tsx';
import { OfflineNotice } from './states/OfflineNotice.tsx';

interface AppRootProps {
  readonly surroundings: Surroundings;
  readonly contact?: Contact | undefined;
  /** Fluent's theme for what the host tells. */
  readonly theme: (told: HostTheme) => Theme;
  readonly children: React.ReactNode;
}

const useStyles = makeStyles({
  root: {
    minHeight: '100%',
    // A name or address that is longer than its line breaks, on every screen: some of both are one word.
    overflowWrap: 'anywhere',
    // Fluent shows the focus of a link by a second line below it: too little on a short link, nothing on the number of a page.
    '& a:focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
      borderRadius: tokens.borderRadiusSmall,
      textDecorationStyle: 'solid',
    },
  },
});

/**
 * What stands around every screen, in every host. The id prefix is drawn anew for each root: two Fluent roots on one SharePoint page
 * would otherwise take each other's styles (fluentui#26448).
 */
export const AppRoot: React.FC<AppRootProps> = ({ surroundings, contact, theme, children }) => {
  const styles = useStyles();
  const [rootId] = React.useState(() => `ap-${crypto.randomUUID().slice(0, 8)}-`);
  const hostTheme = useHostTheme(surroundings);
  return (
    <IdPrefixProvider value={rootId}>
      <FluentProvider theme={theme(hostTheme)} className={styles.root}>
        <Announcer>
          <SWRConfig value={fetching}>
            <SurroundingsProvider value={surroundings}>
              <ContactProvider value={contact}>
                <LastSearch>
                  <OfflineNotice />
                  <ErrorBoundary>{children}</ErrorBoundary>
                </LastSearch>
              </ContactProvider>
            </SurroundingsProvider>
          </SWRConfig>
        </Announcer>
      </FluentProvider>
    </IdPrefixProvider>
  );
};

/**
 * An error is shown with its Retry, not tried again behind the person's back: the server retries what may be retried. Each root keeps
 * what it read to itself.
 */
const fetching = { shouldRetryOnError: false, focusThrottleInterval: 30_000, provider: () => new Map() };

const useHostTheme = ({ host }: Surroundings): HostTheme => {
  const [theme, setTheme] = React.useState(host.theme);
  React.useEffect(() => {
    setTheme(host.theme());
    return host.onThemeChange(setTheme);
  }, [host]);
  return theme;
};
