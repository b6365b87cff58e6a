import { localDate } from '../../../../domain/days/local-date.ts';
import { framework } from '../../sample-frameworks.ts';
import { namedLots, roundSummary } from '../../sample-rounds.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const all = areaAt({ at: 'frameworks' });
const one = areaAt({ at: 'framework', ref: 'AP-2027' });
const answers: Answers = {
  ...asCommissioner,
  listFrameworks: () => ({ frameworks: [framework(), framework({ ref: 'AP-2023', status: 'live' })] }),
  listLots: () => ({ lots: namedLots }),
  listRounds: () => ({ rounds: [roundSummary({ ref: 'RD-0', frameworkRef: 'AP-2027', frameworkName: 'Alternative provision 2027' })] }),
};
const standing: Answers = {
  ...answers,
  listFrameworks: () => ({ frameworks: [framework({ status: 'standstill', standstillUntil: localDate('2027-03-08') })] }),
};

export const frameworkExhibits: readonly Exhibit[] = [
  { name: 'frameworks', ...all, answers, shows: 'Being planned' },
  {
    name: 'frameworks, none',
    ...all,
    answers: { ...answers, listFrameworks: () => ({ frameworks: [] }) },
    shows: 'There is no framework yet',
  },
  { name: 'frameworks, planning', ...all, answers, press: 'Plan a framework', shows: 'Portal of the competition (optional)' },
  ...waitingAndFailing({ name: 'frameworks', ...all, answers }, 'listFrameworks', 'Loading frameworks'),
  { name: 'framework', ...one, answers, shows: 'Open the framework' },
  { name: 'framework, no round', ...one, answers: { ...answers, listRounds: () => ({ rounds: [] }) }, shows: 'It has no round.' },
  { name: 'framework, in standstill', ...one, answers: standing, shows: 'Make the framework live' },
  { name: 'framework, not known', ...areaAt({ at: 'framework', ref: 'AP-1999' }), answers, shows: 'There is no such framework' },
  ...waitingAndFailing({ name: 'framework', ...one, answers }, 'listFrameworks', 'Loading the framework'),
];
