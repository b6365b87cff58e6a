import type { Place } from '@ap/shared/contract/place';
import { useSurroundings } from '@ap/shared/ui/HostAdapter';
import { later } from '@ap/shared/ui/later';
import { LoadingPage } from '@ap/shared/ui/states/LoadingPage';
import * as React from 'react';

const waiting = <LoadingPage title="Loading" what="this page" />;

const ConcernsPage = later(async () => (await import('@ap/shared/ui/concerns/ConcernsPage')).ConcernsPage, waiting);
const PlacementsPage = later(async () => (await import('@ap/shared/ui/placements/PlacementsPage')).PlacementsPage, waiting);
const EnquiriesPage = later(async () => (await import('@ap/shared/ui/enquiries/EnquiriesPage')).EnquiriesPage, waiting);
const InvoicesPage = later(async () => (await import('@ap/shared/ui/invoices/InvoicesPage')).InvoicesPage, waiting);
const NoticesPage = later(async () => (await import('@ap/shared/ui/notices/NoticesPage')).NoticesPage, waiting);
const BlockPurchasesPage = later(
  async () => (await import('@ap/shared/ui/block-purchases/BlockPurchasesPage')).BlockPurchasesPage,
  waiting,
);

const areas: Readonly<Partial<Record<Place['at'], React.ComponentType>>> = {
  concerns: ConcernsPage,
  placements: PlacementsPage,
  enquiries: EnquiriesPage,
  notices: NoticesPage,
  invoices: InvoicesPage,
  'block-purchases': BlockPurchasesPage,
};

/** The screens of areas that are opened now and then: apart, so that the first screen does not list the files of each. */
export const FurtherScreen: React.FC = () => {
  const { place } = useSurroundings();
  const Screen = areas[place.at];
  return Screen ? <Screen /> : null;
};
