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
import type { OpensWith } from './settings';
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
  readonly opensWith: OpensWith | undefined;
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
const NoticesPage = screen(async () => (await import('@ap/shared/ui/notices/NoticesPage')).NoticesPage);

const preparations: Partial<Record<Place['at'], () => void>> = {
  service: ServicePage.prepare,
  request: RequestPage.prepare,
  'my-requests': MyRequestsPage.prepare,
  'call-off': CallOffPage.prepare,
  notices: NoticesPage.prepare
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
    case 'notices':
      return <NoticesPage />;
  }
};

/** The directory and the drafting of requests on a SharePoint page; what has been sent can be read, and what the commissioning team tells. */
export const DirectoryApp: React.FC<IDirectoryAppProps> = ({ apiAddress, pagesAddress, host, theme, compact, opensWith, search, addressKey }) => {
  const first: PlaceHere = opensWith === 'notices' ? { at: 'notices', path: '' } : { at: 'directory', search };
  const { place, go } = usePlaceHere(host, first, addressKey);
  const service = React.useMemo(() => ({ baseUrl: apiAddress, getToken: host.getToken }), [apiAddress, host]);
  const api = React.useMemo(() => apiClient(service), [service]);
  // A screen that finds a service asks it for what only the tab's client may read, such as a provider's checks: notices alone are given it.
  const ofNotices = place.at === 'notices' ? service : undefined;
  const surroundings = React.useMemo(
    () => ({ host, api, place, go, prepare, ...(ofNotices ? { service: ofNotices } : {}) }),
    [host, api, place, go, ofNotices]
  );
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
