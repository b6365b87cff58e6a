import { noSavings, noSpend, sampleLotPrices, sampleSavings, sampleSpend } from '../../sample-value.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const value = areaAt({ at: 'value' });
const answers: Answers = {
  ...asCommissioner,
  getSpend: () => sampleSpend,
  listSavings: () => sampleSavings,
  listLotPrices: () => sampleLotPrices,
};
const nothing: Answers = {
  ...answers,
  getSpend: () => noSpend,
  listSavings: () => noSavings,
  listLotPrices: () => ({ ...sampleLotPrices, lots: [] }),
};

export const valueExhibits: readonly Exhibit[] = [
  { name: 'value for money', ...value, answers, shows: 'Savings ledger' },
  { name: 'value for money, nothing ordered', ...value, answers: nothing, shows: 'Nothing was ordered or invoiced' },
  ...waitingAndFailing({ name: 'value for money', ...value, answers }, 'listSavings', 'Loading figures'),
];
