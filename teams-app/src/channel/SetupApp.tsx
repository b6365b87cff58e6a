import { apiClient } from '@ap/shared/contract/client';
import { AppRoot } from '@ap/shared/ui/AppRoot';
import type { Surroundings } from '@ap/shared/ui/HostAdapter';
import * as React from 'react';
import type { ChannelSetup } from '../hosts/channel-setup.ts';
import type { FluentTheme, StartedHost } from '../hosts/started-host.ts';
import type { Settings } from '../settings.ts';
import { SetupPage } from './SetupPage.tsx';

interface SetupAppProps {
  readonly setup: ChannelSetup;
  readonly started: StartedHost;
  readonly theme: FluentTheme;
  readonly settings: Settings;
}

/** The one page of Teams' dialog that adds the tab to a channel. It leads nowhere else. */
export const SetupApp: React.FC<SetupAppProps> = ({ setup, started, theme, settings }) => {
  const { host } = started;
  const surroundings = React.useMemo<Surroundings>(
    () => ({
      host,
      api: apiClient({ baseUrl: settings.apiUrl, getToken: host.getToken }),
      place: { at: 'directory', search: '' },
      go: (place) => host.openExternal(host.linkTo(place)),
    }),
    [host, settings.apiUrl],
  );
  React.useEffect(() => {
    started.onShell?.();
    started.onUsable?.();
  }, [started]);
  return (
    <AppRoot surroundings={surroundings} theme={theme} contact={settings.contact}>
      <SetupPage setup={setup} />
    </AppRoot>
  );
};
