import { apiClient } from '@ap/shared/contract/client';
import type { Place } from '@ap/shared/contract/place';
import { AppRoot } from '@ap/shared/ui/AppRoot';
import { ErrorBoundary } from '@ap/shared/ui/ErrorBoundary';
import { Footer } from '@ap/shared/ui/Footer';
import type { Surroundings } from '@ap/shared/ui/HostAdapter';
import { later } from '@ap/shared/ui/later';
import { Navigation, type Room } from '@ap/shared/ui/Navigation';
import { pageInset } from '@ap/shared/ui/page-inset';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { AccountLine } from './AccountLine.tsx';
import type { FluentTheme, StartedHost } from './hosts/started-host.ts';
import { StartReport } from './StartReport.tsx';
import { prepareScreen, screens } from './screens.tsx';
import type { Settings } from './settings.ts';
import { useLikelyNext } from './use-likely-next.ts';
import { usePlace } from './use-place.ts';

const useStyles = makeStyles({
  // The foot stands at the bottom of the window, however little there is above it.
  page: { minHeight: '100vh', display: 'flex', flexDirection: 'column' },
  main: {
    padding: `${tokens.spacingVerticalL} ${pageInset} ${tokens.spacingVerticalXXXL}`,
    flexGrow: 1,
    boxSizing: 'border-box',
    minWidth: 0,
  },
});

const prepare = ({ at }: Place): void => prepareScreen(at);

const StillWriting = later(async () => (await import('@ap/shared/ui/states/StillWriting')).StillWriting);

const RepeatedLink = later(async () => (await import('./RepeatedLink.tsx')).RepeatedLink, null);

/** In a channel everybody is offered the same: nothing that is counted or listed for one person. */
const roomsOfChannel: readonly Room[] = ['directory', 'my-requests'];

interface AppProps {
  readonly started: StartedHost;
  readonly theme: FluentTheme;
  readonly settings: Settings;
  /** What calls the API. */
  readonly fetch: typeof globalThis.fetch;
}

/** The tab: navigation, and the screen of the place that the address names. */
export const App: React.FC<AppProps> = ({ started, theme, settings, fetch }) => {
  const { host } = started;
  const { place, go: goHere } = usePlace();
  const [repeated, setRepeated] = React.useState(started.repeatedPlace);
  const go = React.useCallback<Surroundings['go']>(
    (to, how) => {
      setRepeated(undefined);
      if (host.elsewhere?.has(to)) host.openExternal(host.linkTo(to));
      else goHere(to, how);
    },
    [host, goHere],
  );
  const [waiting, onWait] = React.useState<{ readonly over: Promise<unknown> }>();
  const service = React.useMemo(
    () => ({ baseUrl: settings.apiUrl, getToken: host.getToken, fetch, onWait }),
    [settings.apiUrl, host, fetch],
  );
  const api = React.useMemo(() => apiClient(service), [service]);
  const surroundings = React.useMemo(() => ({ host, api, place, go, prepare, service }), [host, api, place, go, service]);
  return (
    <AppRoot surroundings={surroundings} theme={theme} contact={settings.contact}>
      {waiting ? <StillWriting {...waiting} /> : null}
      <Shell at={place.at} started={started} repeated={repeated} />
    </AppRoot>
  );
};

interface ShellProps {
  readonly at: Place['at'];
  readonly started: StartedHost;
  readonly repeated: Place | undefined;
}

const Shell: React.FC<ShellProps> = ({ at, started, repeated }) => {
  const styles = useStyles();
  const Screen = screens[at];
  useLikelyNext(at);
  return (
    <div className={styles.page}>
      <StartReport started={started} />
      {started.account ? <AccountLine {...started.account} /> : null}
      {started.channel ? <Navigation only={roomsOfChannel} search={started.channel.search} /> : null}
      {started.channel || at === 'start' ? null : <Navigation />}
      <main className={styles.main}>
        {repeated === undefined ? null : <RepeatedLink to={repeated} />}
        <ErrorBoundary key={at}>
          <Screen />
        </ErrorBoundary>
      </main>
      {at === 'start' ? null : <Footer about={`${window.location.origin}/about`} />}
    </div>
  );
};
