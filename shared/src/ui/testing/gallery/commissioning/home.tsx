import { meAs } from '../../../forms/testing/samples.ts';
import type { Exhibit } from '../exhibit.tsx';
import { waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const home = areaAt({ at: 'home' });

export const homeExhibits: readonly Exhibit[] = [
  { name: 'commissioning', ...home, answers: asCommissioner, shows: 'Provider changes' },
  {
    name: 'commissioning, by somebody else',
    ...home,
    answers: { ...asCommissioner, getMe: () => meAs() },
    shows: 'This page is for commissioners',
  },
  ...waitingAndFailing({ name: 'commissioning', ...home, answers: asCommissioner }, 'getMe', 'Loading your access'),
];
