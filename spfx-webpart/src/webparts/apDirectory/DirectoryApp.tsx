import { apiClient } from '@ap/shared/contract/client';
import { AppRoot } from '@ap/shared/ui/AppRoot';
import { DirectoryPage } from '@ap/shared/ui/directory/DirectoryPage';
import { ServicePage } from '@ap/shared/ui/directory/ServicePage';
import type { HostAdapter } from '@ap/shared/ui/HostAdapter';
import type { Theme } from '@fluentui/react-components';
import * as React from 'react';
import { usePlaceHere } from './use-place-here';
import { useTopOnNewScreen } from './use-top-on-new-screen';

interface IDirectoryAppProps {
  readonly apiAddress: string;
  readonly host: HostAdapter;
  readonly theme: Theme;
}

/** The directory on a SharePoint page: search, and one service in the same place. */
export const DirectoryApp: React.FC<IDirectoryAppProps> = ({ apiAddress, host, theme }) => {
  const { place, go } = usePlaceHere(host);
  const api = React.useMemo(() => apiClient({ baseUrl: apiAddress, getToken: host.getToken }), [apiAddress, host]);
  const surroundings = React.useMemo(() => ({ host, api, place, go }), [host, api, place, go]);
  const top = useTopOnNewScreen(place.at);
  return (
    <AppRoot surroundings={surroundings} theme={() => theme}>
      <div ref={top}>{place.at === 'service' ? <ServicePage key={place.serviceRef} /> : <DirectoryPage />}</div>
    </AppRoot>
  );
};
