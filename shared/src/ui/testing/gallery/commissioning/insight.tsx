import type { ChoiceMadeReply } from '../../../../contract/choices-made.ts';
import type { DeclaredReply } from '../../../../contract/off-framework.ts';
import type { UnmetNeedReply } from '../../../../contract/unmet-needs.ts';
import { localDate } from '../../../../domain/days/local-date.ts';
import { aChoiceMade } from '../../sample-choices-made.ts';
import { aDeclaredPurchase } from '../../sample-off-framework.ts';
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
  {
    reason: 'all-declined',
    lots: ['Therapy'],
    needs: [],
    keyStages: [],
    modes: [],
    ages: '14 to 15',
    concepts: [],
    outcode: 'BH1',
    searches: 1,
  },
];
const where = {
  places: [
    { outcode: 'DT6', town: 'Bridport', lat: 50.75, lon: -2.78 },
    { outcode: 'BH1', town: 'Bournemouth', lat: 50.724, lon: -1.862 },
  ],
  towns: [
    { name: 'Dorchester', lat: 50.714, lon: -2.443 },
    { name: 'Wareham', lat: 50.66, lon: -2.16 },
  ],
};
const told = (some: UnmetNeedReply[]) => ({ from: localDate('2027-01-01'), to: localDate('2027-03-31'), rows: some, ...where });
const unmet = areaAt({ at: 'unmet-needs' });
const answers: Answers = { ...asCommissioner, listUnmetNeeds: () => told(rows) };

const made = (choices: ChoiceMadeReply[]) => ({ from: localDate('2027-01-01'), to: localDate('2027-03-31'), choices });
const choices = areaAt({ at: 'choices' });
const choiceAnswers: Answers = {
  ...asCommissioner,
  listChoicesMade: () =>
    made([
      aChoiceMade(),
      aChoiceMade({ choiceRef: 'c-2', buyerRef: '113801', buyerName: 'Elm School', reason: 'The pupil knows the tutor.' }),
    ]),
};

const declared = areaAt({ at: 'off-framework' });
const bought = (purchases: DeclaredReply[]) => ({ from: localDate('2027-01-01'), to: localDate('2027-03-31'), purchases });
const declaredAnswers: Answers = {
  ...asCommissioner,
  listDeclaredPurchases: () =>
    bought([
      aDeclaredPurchase(),
      aDeclaredPurchase({ ref: 'OF-2', buyerRef: '113801', buyerName: 'Elm School', because: 'The pupil knows it.' }),
    ]),
};

export const insightExhibits: readonly Exhibit[] = [
  { name: 'unmet needs', ...unmet, answers, shows: 'Where needs were not met' },
  { name: 'unmet needs, none', ...unmet, answers: { ...answers, listUnmetNeeds: () => told([]) }, shows: 'Every need was met' },
  { name: 'choices of schools', ...choices, answers: choiceAnswers, shows: 'The nearest that can start in January.' },
  {
    name: 'choices of schools, none',
    ...choices,
    answers: { ...choiceAnswers, listChoicesMade: () => made([]) },
    shows: 'No choice was kept',
  },
  { name: 'declared purchases', ...declared, answers: declaredAnswers, shows: '2 purchases that cost £6,400.00' },
  {
    name: 'declared purchases, none',
    ...declared,
    answers: { ...declaredAnswers, listDeclaredPurchases: () => bought([]) },
    shows: 'Nothing was declared',
  },
  ...waitingAndFailing(
    { name: 'declared purchases', ...declared, answers: declaredAnswers },
    'listDeclaredPurchases',
    'Loading what was declared',
  ),
  ...waitingAndFailing({ name: 'choices of schools', ...choices, answers: choiceAnswers }, 'listChoicesMade', 'Loading choices'),
  ...waitingAndFailing({ name: 'unmet needs', ...unmet, answers }, 'listUnmetNeeds', 'Loading unmet needs'),
];
