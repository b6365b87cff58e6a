import * as React from 'react';
import { Refuse } from '../../forms/testing/fake-service.ts';
import { meAs, membership } from '../../forms/testing/samples.ts';
import { ShortlistPage } from '../../shortlist/ShortlistPage.tsx';
import { aSavedSearch } from '../sample-saved-search.ts';
import { aChoice, shortlisted } from '../sample-shortlist.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const answers: Answers = {
  getMe: () => meAs(membership()),
  getShortlist: () => ({ vat: 'ex', items: [...shortlisted] }),
  removeFromShortlist: () => ({ removed: true }),
  listCallOffs: () => ({ callOffs: [] }),
  listChoices: () => ({ choices: [] }),
  listSavedSearches: () => ({
    searches: [
      aSavedSearch(),
      aSavedSearch({ searchRef: 'SS-2', filters: { lots: ['AP-1'], age: 11, ageTo: 14 }, plan: '2d-both-5h-12w', sort: 'package' }),
    ],
    lots: [{ key: 'AP-1', name: 'Engagement & Reengagement' }],
  }),
};
const at = { screen: <ShortlistPage />, place: { at: 'shortlist' as const }, answers };
const compared = (...compare: readonly string[]) => ({ ...at, place: { at: 'shortlist' as const, compare } });

export const shortlistExhibits: readonly Exhibit[] = [
  { name: 'shortlist', ...at, shows: '3 services of at most 20' },
  { name: 'shortlist, nothing chosen', ...at, press: 'Compare services', shows: 'Choose 2 to 5 services to compare.' },
  {
    name: 'shortlist, empty',
    ...at,
    answers: { ...answers, getShortlist: () => ({ vat: 'ex', items: [] }) },
    shows: 'The shortlist is empty',
  },
  {
    name: 'shortlist, no saved search',
    ...at,
    answers: { ...answers, listSavedSearches: () => ({ searches: [], lots: [] }) },
    shows: 'Nobody else sees it.',
  },
  {
    name: 'shortlist, a saved search stopped',
    ...at,
    answers: { ...answers, stopSearch: () => ({ stopped: true }) },
    press: 'Stop',
    shows: 'was stopped.',
  },
  { name: 'shortlist, no school', ...at, answers: { ...answers, getMe: () => meAs() }, shows: 'Ask for access' },
  { name: 'comparison', ...compared('S-0001', 'S-0002', 'S-0003'), shows: 'This service is no longer offered.' },
  {
    name: 'comparison, with VAT',
    ...compared('S-0001', 'S-0002'),
    answers: { ...answers, getShortlist: () => ({ vat: 'inc', items: [...shortlisted] }) },
    shows: 'Prices with VAT',
  },
  {
    name: 'comparison, with a timetable and choices',
    ...compared('S-0001', 'S-0002'),
    place: { at: 'shortlist', compare: ['S-0001', 'S-0002'], plan: '2d-both-5h-12w' },
    answers: { ...answers, listChoices: () => ({ choices: [aChoice()] }) },
    shows: 'The nearest that can start in January.',
  },
  {
    name: 'comparison, nothing chosen',
    ...compared('S-0001', 'S-0002'),
    press: 'Keep the choice',
    shows: 'Enter why you choose this service',
  },
  {
    name: 'comparison, its choices not loaded',
    ...compared('S-0001', 'S-0002'),
    answers: {
      ...answers,
      listChoices: () => {
        throw new Refuse('busy-try-later', 'The register is busy.');
      },
    },
    shows: 'Choices that were kept could not be loaded',
  },
  { name: 'comparison, nothing left', ...compared('S-0001', 'S-0009'), shows: 'There is nothing to compare' },
  ...waitingAndFailing({ name: 'shortlist', ...at }, 'getShortlist', 'Loading the shortlist'),
];
