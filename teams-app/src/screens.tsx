import type { Place } from '@ap/shared/contract/place';
import { DirectoryPage } from '@ap/shared/ui/directory/DirectoryPage';
import { useSurroundings } from '@ap/shared/ui/HostAdapter';
import { type LaterPart, later } from '@ap/shared/ui/later';
import { LoadingPage } from '@ap/shared/ui/states/LoadingPage';
import * as React from 'react';

const screen = <Props extends object>(load: () => Promise<React.ComponentType<Props>>): LaterPart<Props> =>
  later(load, <LoadingPage title="Loading" what="this page" />);

const ServicePage = screen(async () => (await import('@ap/shared/ui/directory/ServicePage')).ServicePage);
const RequestPage = screen(async () => (await import('@ap/shared/ui/request/RequestPage')).RequestPage);
const StartRequestPage = screen(async () => (await import('@ap/shared/ui/request/StartRequestPage')).StartRequestPage);
const MyRequestsPage = screen(async () => (await import('@ap/shared/ui/call-offs/MyRequestsPage')).MyRequestsPage);
const WaitingPage = screen(async () => (await import('@ap/shared/ui/call-offs/WaitingPage')).WaitingPage);
const CallOffPage = screen(async () => (await import('@ap/shared/ui/call-offs/CallOffPage')).CallOffPage);
const ShortlistPage = screen(async () => (await import('@ap/shared/ui/shortlist/ShortlistPage')).ShortlistPage);
const AccessPage = screen(async () => (await import('@ap/shared/ui/access/AccessPage')).AccessPage);

const CommissioningPage = screen(async () => (await import('@ap/shared/ui/commissioning/CommissioningPage')).CommissioningPage);
/** Areas that few open on a day. */
const FurtherScreen = screen(async () => (await import('./FurtherScreen.tsx')).FurtherScreen);
const AccessibilityPage = screen(async () => (await import('@ap/shared/ui/accessibility/AccessibilityPage')).AccessibilityPage);

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

/** Places whose screen takes nothing from the place. */
const parts = {
  service: ServicePage,
  'my-requests': MyRequestsPage,
  waiting: WaitingPage,
  shortlist: ShortlistPage,
  access: AccessPage,
  commissioning: CommissioningPage,
  concerns: FurtherScreen,
  placements: FurtherScreen,
  enquiries: FurtherScreen,
  notices: FurtherScreen,
  invoices: FurtherScreen,
  'block-purchases': FurtherScreen,
  accessibility: AccessibilityPage,
};

/** The screen of each place. The directory comes with the shell, because most visits begin there; the others when they are asked for. */
export const screens: Readonly<Record<Place['at'], React.ComponentType>> = {
  ...parts,
  directory: DirectoryPage,
  start: StartScreen,
  request: RequestScreen,
  'call-off': CallOffScreen,
};

const laterParts: Readonly<Partial<Record<Place['at'], { readonly prepare: () => void }>>> = {
  ...parts,
  start: StartRequestPage,
  request: RequestPage,
  'call-off': CallOffPage,
};

/** Fetches the code of a screen ahead of time. */
export const prepareScreen = (at: Place['at']): void => laterParts[at]?.prepare();
