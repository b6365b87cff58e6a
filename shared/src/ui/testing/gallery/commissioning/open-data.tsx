import { openDataReply } from '../../sample-open-data.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const page = areaAt({ at: 'open-data' });
const answers: Answers = { ...asCommissioner, listOpenData: () => openDataReply() };

export const openDataExhibits: readonly Exhibit[] = [
  { name: 'open data', ...page, answers, shows: '2 in the files, 11 withheld' },
  {
    name: 'open data, under the sample prefix',
    ...page,
    answers: { ...answers, listOpenData: () => openDataReply({ prefix: 'sample' }) },
    shows: 'Sample prefix: do not publish',
  },
  {
    name: 'open data, without a prefix',
    ...page,
    answers: { ...answers, listOpenData: () => ({ prefix: 'missing', frameworks: [] }) },
    shows: 'The council has no prefix yet',
  },
  {
    name: 'open data, no framework',
    ...page,
    answers: { ...answers, listOpenData: () => openDataReply({ frameworks: [] }) },
    shows: 'There is no framework yet',
  },
  ...waitingAndFailing({ name: 'open data', ...page, answers }, 'listOpenData', 'Loading open data'),
];
