import { formatDate } from '../../domain/days/local-date.ts';
import { formatMoney, pence } from '../../domain/money/money.ts';
import { deliveryModeNames, keyStageWithAges, needNames } from '../../domain/register/service-names.ts';
import { countWords } from '../words.tsx';
import type { SearchState } from './search-state.tsx';

/** One filter in use, and the change that takes it away. */
export interface ActiveFilter {
  readonly key: string;
  readonly label: string;
  readonly remove: Partial<SearchState>;
}

/** The filters in use, in the order of the filter panel. `lotName` gives a lot's name where it is known. */
export const activeFilters = (state: SearchState, lotName: (key: string) => string): readonly ActiveFilter[] => [
  ...state.needs.map((need) => ({ key: `need-${need}`, label: needNames[need], remove: { needs: without(state.needs, need) } })),
  ...state.keyStages.map((stage) => ({
    key: `stage-${stage}`,
    label: keyStageWithAges(stage),
    remove: { keyStages: without(state.keyStages, stage) },
  })),
  ...(state.age === undefined
    ? []
    : [{ key: 'age', label: agesLabel(state.age, state.ageTo), remove: { age: undefined, ageTo: undefined } }]),
  ...state.modes.map((mode) => ({ key: `mode-${mode}`, label: deliveryModeNames[mode], remove: { modes: without(state.modes, mode) } })),
  ...(state.radius === undefined
    ? []
    : [{ key: 'radius', label: `Within ${countWords(state.radius, 'mile')}`, remove: { radius: undefined } }]),
  ...(state.placesFree === undefined ? [] : [{ key: 'places', label: placesLabel(state.placesFree), remove: { placesFree: undefined } }]),
  ...(state.startBy === undefined
    ? []
    : [{ key: 'start', label: `Start by ${formatDate(state.startBy, 'plain')}`, remove: { startBy: undefined } }]),
  ...priceFilter(state),
  ...state.lots.map((lot) => ({ key: `lot-${lot}`, label: lotName(lot), remove: { lots: without(state.lots, lot) } })),
];

const placesLabel = (least: number): string => (least === 1 ? 'A place free' : `${least} or more places free`);
const agesLabel = (age: number, ageTo: number | undefined): string => (ageTo === undefined ? `Age ${age}` : `Ages ${age} to ${ageTo}`);

const without = <V extends string>(values: readonly V[], value: V): readonly V[] => values.filter((other) => other !== value);

const priceFilter = ({ unit, priceFrom, priceTo }: SearchState): readonly ActiveFilter[] => {
  if (unit === undefined) return [];
  const remove = { unit: undefined, priceFrom: undefined, priceTo: undefined };
  const per = `per ${unit}`;
  const money = (amount: number): string => formatMoney(pence(amount));
  if (priceFrom !== undefined && priceTo !== undefined)
    return [{ key: 'price', label: `${money(priceFrom)} to ${money(priceTo)} ${per}`, remove }];
  if (priceFrom !== undefined) return [{ key: 'price', label: `From ${money(priceFrom)} ${per}`, remove }];
  if (priceTo !== undefined) return [{ key: 'price', label: `Up to ${money(priceTo)} ${per}`, remove }];
  return [{ key: 'price', label: `Priced ${per}`, remove }];
};
