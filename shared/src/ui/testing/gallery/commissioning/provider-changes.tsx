import { proposedChange } from '../../sample-changes.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const at = areaAt({ at: 'provider-changes' });
const answers: Answers = {
  ...asCommissioner,
  listProviderChanges: () => ({
    changes: [proposedChange(), proposedChange({ ref: 'PC-9T3M1X', providerName: 'Harbour Mentoring', profile: [] })],
  }),
  findProviders: () => ({
    providers: [
      { ref: 'P-0001', name: 'Greenway Learning', status: 'active', email: 'hello@greenway.example' },
      { ref: 'P-0009', name: 'Westgate Vocational', status: 'removed', email: 'office@westgate.example' },
    ],
    total: 31,
  }),
};

export const providerChangeExhibits: readonly Exhibit[] = [
  { name: 'provider changes', ...at, answers, shows: 'Reference PC-9T3M1X' },
  {
    name: 'provider changes, none',
    ...at,
    answers: { ...answers, listProviderChanges: () => ({ changes: [] }) },
    shows: 'No change waits for you',
  },
  { name: 'provider changes, accepting', ...at, answers, press: 'Accept the change of Greenway Learning', shows: 'Accept the change' },
  { name: 'provider changes, refusing', ...at, answers, press: 'Refuse the change of Greenway Learning', shows: 'Why do you refuse it?' },
  { name: 'provider changes, found providers', ...at, answers, press: 'Find provider', shows: 'Showing 2 of 31' },
  {
    name: 'provider changes, found no provider',
    ...at,
    answers: { ...answers, findProviders: () => ({ providers: [], total: 0 }) },
    press: 'Find provider',
    shows: 'No provider of that name',
  },
  ...waitingAndFailing({ name: 'provider changes', ...at, answers }, 'listProviderChanges', 'Loading changes'),
];
