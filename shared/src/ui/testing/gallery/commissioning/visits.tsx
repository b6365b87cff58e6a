import { visits } from '../../sample-visits.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const all = areaAt({ at: 'visits' });
const planned = areaAt({ at: 'visit', ref: 'V-2B4C6D' });
const held = areaAt({ at: 'visit', ref: 'V-7K3MQ9' });
const answers: Answers = { ...asCommissioner, listVisits: () => visits() };

export const visitExhibits: readonly Exhibit[] = [
  { name: 'visits', ...all, answers, shows: 'Overdue since 14 Feb 2027' },
  {
    name: 'visits, none',
    ...all,
    answers: { ...answers, listVisits: () => visits({ visits: [], due: [] }) },
    shows: 'No visit is planned.',
  },
  { name: 'visits, planning one', ...all, answers, press: 'Plan a visit for Meadow Farm', shows: 'For which day?' },
  ...waitingAndFailing({ name: 'visits', ...all, answers }, 'listVisits', 'Loading visits'),
  { name: 'visit, overdue', ...planned, answers, shows: 'Overdue: record what was found' },
  { name: 'visit, recording', ...planned, answers, press: 'Record the visit', shows: 'What else was found?' },
  { name: 'visit, with actions', ...held, answers, shows: 'Put up the new fire plan.' },
  { name: 'visit, recording evidence', ...held, answers, press: 'Record evidence for V-7K3MQ9-A1', shows: 'Begins with https://' },
  { name: 'visit, not known', ...areaAt({ at: 'visit', ref: 'V-000000' }), answers, shows: 'There is no such visit' },
  ...waitingAndFailing({ name: 'visit', ...held, answers }, 'listVisits', 'Loading the visit'),
];
