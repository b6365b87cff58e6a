import { DirectoryPage } from '@ap/shared/ui/directory/DirectoryPage';
import { ServicePage } from '@ap/shared/ui/directory/ServicePage';
import { useSurroundings } from '@ap/shared/ui/HostAdapter';
import type { Place } from '@ap/shared/ui/place';
import * as React from 'react';

const RequestPage = React.lazy(async () => ({ default: (await import('@ap/shared/ui/request/RequestPage')).RequestPage }));
const StartRequestPage = React.lazy(async () => ({
  default: (await import('@ap/shared/ui/request/StartRequestPage')).StartRequestPage,
}));
const MyRequestsPage = React.lazy(async () => ({ default: (await import('@ap/shared/ui/call-offs/MyRequestsPage')).MyRequestsPage }));
const WaitingPage = React.lazy(async () => ({ default: (await import('@ap/shared/ui/call-offs/WaitingPage')).WaitingPage }));
const CallOffPage = React.lazy(async () => ({ default: (await import('@ap/shared/ui/call-offs/CallOffPage')).CallOffPage }));
const AccessPage = React.lazy(async () => ({ default: (await import('@ap/shared/ui/access/AccessPage')).AccessPage }));

/** The request form of the place we are at. */
const RequestScreen: React.FC = () => {
  const { place } = useSurroundings();
  return place.at === 'request' ? <RequestPage {...place} /> : null;
};

/** The page in a dialog of Teams that starts a request for the service of the place we are at. */
const StartScreen: React.FC = () => {
  const { place } = useSurroundings();
  return place.at === 'start' ? <StartRequestPage serviceRef={place.serviceRef} /> : null;
};

/** The call-off of the place we are at. */
const CallOffScreen: React.FC = () => {
  const { place } = useSurroundings();
  return place.at === 'call-off' ? <CallOffPage callOffRef={place.ref} sent={place.sent ?? false} /> : null;
};

/** The screen of each place. The directory comes with the shell, because most visits begin there; the others when they are asked for. */
export const screens: Readonly<Record<Place['at'], React.ComponentType>> = {
  directory: DirectoryPage,
  service: ServicePage,
  start: StartScreen,
  request: RequestScreen,
  'my-requests': MyRequestsPage,
  waiting: WaitingPage,
  'call-off': CallOffScreen,
  access: AccessPage,
};
