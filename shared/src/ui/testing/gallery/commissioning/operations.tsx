import { stuckOfAll } from '../../sample-stuck.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const stuck = areaAt({ at: 'stuck' });
const answers: Answers = { ...asCommissioner, listStuck: () => ({ stuck: stuckOfAll() }) };

export const stuckExhibits: readonly Exhibit[] = [
  { name: 'what is stuck', ...stuck, answers, shows: 'Send approval mail for CO-7K3M-9QXT' },
  { name: 'what is stuck, nothing', ...stuck, answers: { ...answers, listStuck: () => ({ stuck: [] }) }, shows: 'Nothing is stuck' },
  {
    name: 'what is stuck, setting aside',
    ...stuck,
    answers,
    press: 'Set aside for CO-7K3M-9QXT-v1-1',
    shows: 'Nobody needs it any more',
  },
  ...waitingAndFailing({ name: 'what is stuck', ...stuck, answers }, 'listStuck', 'Loading what is stuck'),
];
