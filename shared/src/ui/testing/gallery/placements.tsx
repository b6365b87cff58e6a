import * as React from 'react';
import { meAs, membership } from '../../forms/testing/samples.ts';
import { PlacementsPage } from '../../placements/PlacementsPage.tsx';
import { aPlacementsDay, overdueReviews, placementRows, placementsDay, somePlacements } from '../sample-placements.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const page = { screen: <PlacementsPage />, place: { at: 'placements' as const, path: '' } };
const all = { ...page, place: { at: 'placements' as const, path: 'all' } };
const census = { ...page, place: { at: 'placements' as const, path: 'census' } };
const answers: Answers = {
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  listDaySessions: () => aPlacementsDay(),
  listOverdueReviews: () => overdueReviews,
  listPlacements: () => ({ today: placementsDay, rows: [...somePlacements] }),
  confirmSessions: () => ({
    ...aPlacementsDay({
      rows: placementRows.map((row) => (row.suggested ? { ...row, code: row.suggested, confirmedBy: 'Sam Oduya' } : row)),
    }),
    refused: [],
  }),
};

/** The placements of a school on a day. */
export const placementExhibits: readonly Exhibit[] = [
  { name: 'placements, today', ...page, answers, shows: 'Find out where the pupil is (1)' },
  {
    name: 'placements, all with a suggested code chosen',
    ...page,
    answers,
    press: 'Choose those with a suggested code: 1',
    shows: 'Confirm 1 session',
  },
  {
    name: 'placements, confirmed without a choice',
    ...page,
    answers,
    press: 'Confirm the chosen sessions',
    shows: 'Choose the sessions to confirm',
  },
  {
    name: 'placements of two schools, for a commissioner',
    ...page,
    answers: {
      ...answers,
      listDaySessions: () =>
        aPlacementsDay({
          rows: placementRows.map((row, index) => ({ ...row, may: false, buyerName: index % 2 === 0 ? 'Hilltop School' : row.buyerName })),
        }),
    },
    shows: 'Hilltop School',
  },
  {
    name: 'placements, a day without any',
    ...page,
    answers: { ...answers, listDaySessions: () => aPlacementsDay({ rows: [] }), listOverdueReviews: () => ({ rows: [] }) },
    shows: 'No session is planned on this day',
  },
  ...waitingAndFailing({ name: 'placements', ...page, answers }, 'listDaySessions', 'Loading the sessions of the day'),
  { name: 'all placements', ...all, answers, shows: 'Download these 3 placements as CSV' },
  {
    name: 'all placements, none',
    ...all,
    answers: { ...answers, listPlacements: () => ({ today: placementsDay, rows: [] }) },
    shows: 'No placement runs or is to start',
  },
  ...waitingAndFailing({ name: 'all placements', ...all, answers }, 'listPlacements', 'Loading the placements'),
  { name: 'placements for the census', ...census, answers, shows: 'The school that arranged a placement returns it' },
  {
    name: 'placements for the census, no period',
    ...census,
    answers,
    press: 'Show the placements',
    shows: 'Enter the first day of the period',
  },
];
