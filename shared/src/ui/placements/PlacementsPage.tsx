import * as React from 'react';
import { fromPlacementsPath } from '../../contract/placements-place.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { DayPage } from './DayPage.tsx';

/** The placements that run, of one's own schools or, for a commissioner, of all. */
export const PlacementsPage: React.FC = () => {
  const { place } = useSurroundings();
  const { date } = fromPlacementsPath(place.at === 'placements' ? place.path : '');
  return <DayPage key={date} date={date} />;
};
