import type { UnmetNeedReply } from '../../../../contract/unmet-needs.ts';
import { localDate } from '../../../../domain/days/local-date.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const rows: UnmetNeedReply[] = [
  {
    reason: 'no-match',
    lots: ['Engagement & Reengagement'],
    needs: ['SEMH', 'VI'],
    keyStages: ['KS3'],
    modes: ['home'],
    ages: '11 to 13',
    concepts: ['Forest school'],
    outcode: 'DT6',
    within: 10,
    searches: 12,
  },
  { reason: 'no-places', lots: [], needs: [], keyStages: [], modes: [], concepts: ['Mentoring'], searches: 3 },
];
const told = (some: UnmetNeedReply[]) => ({ from: localDate('2027-01-01'), to: localDate('2027-03-31'), rows: some });
const unmet = areaAt({ at: 'unmet-needs' });
const answers: Answers = { ...asCommissioner, listUnmetNeeds: () => told(rows) };

export const insightExhibits: readonly Exhibit[] = [
  { name: 'unmet needs', ...unmet, answers, shows: 'Key stage 3' },
  { name: 'unmet needs, none', ...unmet, answers: { ...answers, listUnmetNeeds: () => told([]) }, shows: 'Every search found something' },
  ...waitingAndFailing({ name: 'unmet needs', ...unmet, answers }, 'listUnmetNeeds', 'Loading unmet needs'),
];
