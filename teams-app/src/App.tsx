import { apiClient } from '@ap/shared/contract/client';
import { AppRoot } from '@ap/shared/ui/AppRoot';
import { Navigation } from '@ap/shared/ui/Navigation';
import type { Place } from '@ap/shared/ui/place';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { AccountLine } from './AccountLine.tsx';
import type { StartedHost } from './hosts/started-host.ts';
import { StartReport } from './StartReport.tsx';
import { prepareScreen, screens } from './screens.tsx';
import type { Settings } from './settings.ts';
import { useLikelyNext } from './use-likely-next.ts';
import { usePlace } from './use-place.ts';

const useStyles = makeStyles({
  main: { padding: tokens.spacingHorizontalL, maxWidth: '75rem', margin: '0 auto', boxSizing: 'border-box', minWidth: 0 },
});

const prepare = ({ at }: Place): void => prepareScreen[at]?.();

/** The tab: navigation, and the screen of the place that the address names. */
export const App: React.FC<{ readonly started: StartedHost; readonly settings: Settings }> = ({ started, settings }) => {
  const { host } = started;
  const { place, go } = usePlace();
  const api = React.useMemo(() => apiClient({ baseUrl: settings.apiUrl, getToken: host.getToken }), [settings.apiUrl, host]);
  const surroundings = React.useMemo(() => ({ host, api, place, go, prepare }), [host, api, place, go]);
  return (
    <AppRoot surroundings={surroundings} theme={started.fluentTheme} contact={settings.contact}>
      <Shell at={place.at} started={started} />
    </AppRoot>
  );
};

const Shell: React.FC<{ readonly at: Place['at']; readonly started: StartedHost }> = ({ at, started }) => {
  const styles = useStyles();
  const Screen = screens[at];
  useLikelyNext(at);
  return (
    <>
      <StartReport started={started} />
      {started.account ? <AccountLine {...started.account} /> : null}
      {at === 'start' ? null : <Navigation />}
      <main className={styles.main}>
        <Screen />
      </main>
    </>
  );
};
