import * as React from 'react';
import { fromPlacementsPath } from '../../contract/placements-place.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { DayPage } from './DayPage.tsx';

/** Opened once in a while: the day is what comes with the room. */
const AllPlacementsPage = later(
  async () => (await import('./AllPlacementsPage.tsx')).AllPlacementsPage,
  <LoadingPage title="All placements" what="this page" />,
);

const CensusPage = later(async () => (await import('./CensusPage.tsx')).CensusPage, <LoadingPage title="School census" what="this page" />);

/** The placements of one's own schools or, for a commissioner, of all. */
export const PlacementsPage: React.FC = () => {
  const { place } = useSurroundings();
  const page = fromPlacementsPath(place.at === 'placements' ? place.path : '');
  if (page.at === 'census') return <CensusPage />;
  return page.at === 'all' ? <AllPlacementsPage /> : <DayPage key={page.date} date={page.date} />;
};
