import { closedConcern, concern, concernSummary } from '../../sample-concerns-of-duty.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const all = areaAt({ at: 'concerns' });
const one = areaAt({ at: 'concern', ref: 'CN-4F7K2Q' });
const answers: Answers = {
  ...asCommissioner,
  listConcerns: () => ({
    concerns: [
      concernSummary(),
      concernSummary({ ref: 'CN-9T3M1X', status: 'joined', leadRef: 'CN-4F7K2Q', joined: [], severity: 'danger-now', ordersPaused: true }),
      concernSummary({ ref: 'CN-1A1A1A', providerName: 'Harbour Mentoring', status: 'closed', category: 'staff-checks', joined: [] }),
    ],
  }),
  getConcern: () => concern(),
};

export const dutyExhibits: readonly Exhibit[] = [
  { name: 'concerns of all', ...all, answers, shows: 'CN-1A1A1A' },
  { name: 'concerns of all, none', ...all, answers: { ...answers, listConcerns: () => ({ concerns: [] }) }, shows: 'No concern is open' },
  ...waitingAndFailing({ name: 'concerns of all', ...all, answers }, 'listConcerns', 'Loading concerns'),
  { name: 'one concern', ...one, answers, shows: 'Rung first' },
  { name: 'one concern, pausing orders', ...one, answers, press: 'Pause new orders', shows: 'You can pause alone' },
  {
    name: 'one concern, closing',
    ...one,
    answers: { ...answers, getConcern: () => concern({ status: 'under-enquiry', enquiryBy: 'Kim Officer', may: ['close'] }) },
    press: 'Close the concern',
    shows: 'How did it end?',
  },
  { name: 'one concern, closed', ...one, answers: { ...answers, getConcern: () => closedConcern }, shows: 'Seen on a visit' },
  ...waitingAndFailing({ name: 'one concern', ...one, answers }, 'getConcern', 'Loading the concern'),
];
