import { apiClient } from '@ap/shared/contract/client';
import { AppRoot } from '@ap/shared/ui/AppRoot';
import { DirectoryPage } from '@ap/shared/ui/directory/DirectoryPage';
import { Footer } from '@ap/shared/ui/Footer';
import type { HostAdapter } from '@ap/shared/ui/HostAdapter';
import { type LaterPart, later } from '@ap/shared/ui/later';
import { Navigation, type Room } from '@ap/shared/ui/Navigation';
import type { Place } from '@ap/shared/contract/place';
import { LoadingRows } from '@ap/shared/ui/states/LoadingRows';
import { AlwaysNarrow } from '@ap/shared/ui/use-is-narrow';
import { type Theme, tokens } from '@fluentui/react-theme';
import * as React from 'react';
import { type PlaceHere, usePlaceHere } from './use-place-here';
import { useTopOnNewScreen } from './use-top-on-new-screen';

interface IDirectoryAppProps {
  readonly apiAddress: string;
  /** Where the public pages about the product are. */
  readonly pagesAddress: string;
  readonly host: HostAdapter;
  readonly theme: Theme;
  /** Everything in one column at any width, and only the rooms that the web part has itself. */
  readonly compact: boolean;
  /** The search that the directory opens with. */
  readonly search: string;
  /** Set where the page's fragment may name the place. */
  readonly addressKey: string | undefined;
}

const ownRooms: readonly Room[] = ['directory', 'my-requests'];
const box: React.CSSProperties = { display: 'grid', gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalM, minWidth: 0 };

const screen = <Props extends object>(load: () => Promise<React.ComponentType<Props>>): LaterPart<Props> =>
  later(load, <LoadingRows what="this page" />);

// Many people only read the page around the web part: what the directory itself does not show is loaded when it is asked for.
const ServicePage = screen(async () => (await import('@ap/shared/ui/directory/ServicePage')).ServicePage);
const RequestPage = screen(async () => (await import('@ap/shared/ui/request/RequestPage')).RequestPage);
const MyRequestsPage = screen(async () => (await import('@ap/shared/ui/call-offs/MyRequestsPage')).MyRequestsPage);
const CallOffPage = screen(async () => (await import('@ap/shared/ui/call-offs/CallOffPage')).CallOffPage);

const preparations: Partial<Record<Place['at'], () => void>> = {
  service: ServicePage.prepare,
  request: RequestPage.prepare,
  'my-requests': MyRequestsPage.prepare,
  'call-off': CallOffPage.prepare
};
const prepare = ({ at }: Place): void => preparations[at]?.();

const Screen: React.FC<{ readonly place: PlaceHere }> = ({ place }) => {
  switch (place.at) {
    case 'directory':
      return <DirectoryPage />;
    case 'service':
      return <ServicePage key={place.serviceRef} />;
    case 'request':
      return <RequestPage {...place} />;
    case 'my-requests':
      return <MyRequestsPage />;
    case 'call-off':
      return <CallOffPage callOffRef={place.ref} />;
  }
};

/** The directory and the drafting of requests on a SharePoint page; what has been sent can be read. */
export const DirectoryApp: React.FC<IDirectoryAppProps> = ({ apiAddress, pagesAddress, host, theme, compact, search, addressKey }) => {
  const { place, go } = usePlaceHere(host, { at: 'directory', search }, addressKey);
  const api = React.useMemo(() => apiClient({ baseUrl: apiAddress, getToken: host.getToken }), [apiAddress, host]);
  const surroundings = React.useMemo(() => ({ host, api, place, go, prepare }), [host, api, place, go]);
  const top = useTopOnNewScreen(place.at);
  return (
    <AppRoot surroundings={surroundings} theme={() => theme}>
      <AlwaysNarrow.Provider value={compact}>
        <div ref={top} style={box}>
          {compact ? <Navigation only={ownRooms} search={search} /> : <Navigation search={search} />}
          <Screen place={place} />
          <Footer about={`${pagesAddress}/about`} />
        </div>
      </AlwaysNarrow.Provider>
    </AppRoot>
  );
};
