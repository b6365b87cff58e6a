import type { BlockPlan, UnusedRule } from '../../domain/block-purchases/block-purchase.ts';
import { formatDate, instantAtLondon, toLondonDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import type { Fault } from '../orders/faults.ts';
import { choiceFault, dayFault } from '../orders/faults.ts';
import type { FirstPlan } from './first-plan.ts';
import { unitsOf } from './pledge-lines.ts';

/** What the lead buyer states, as typed. */
export interface PlanAnswers {
  readonly minimumUnits: string;
  readonly closesOn: string;
  /** The hour in London at which pledges close. */
  readonly closesAt: string;
  readonly usableFrom: string;
  readonly usableTo: string;
  readonly unused: UnusedRule | '';
}

export const blankPlan: PlanAnswers = { minimumUnits: '', closesOn: '', closesAt: '17', usableFrom: '', usableTo: '', unused: '' };

/** A plan of which only the days of use, and the units that are asked for, are known yet. */
export const planFrom = ({ from, to, units }: FirstPlan): PlanAnswers => ({
  ...blankPlan,
  minimumUnits: units === 0 ? '' : String(units),
  usableFrom: typedDay(from),
  usableTo: typedDay(to),
});

/** Working hours: whoever approves at the last minute should find somebody to ask. */
export const closingHours = ['9', '10', '11', '12', '13', '14', '15', '16', '17'].map((value) => {
  const hour = Number(value);
  return { value, label: hour === 12 ? 'Midday' : hour < 12 ? `${hour}am` : `${hour - 12}pm` };
});

/** Days as a person types them. */
const typedDay = (day: Parameters<typeof formatDate>[0]): string => formatDate(day, 'plain');

/** The answers of a plan that stands already. A closing time that is no full hour is shown as the hour before it. */
export const answersOf = ({ minimumUnits, closesAt, usableFrom, usableTo, unused }: BlockPlan): PlanAnswers => {
  const day = toLondonDate(closesAt);
  const hour = closingHours.findLast(({ value }) => Date.parse(instantAtLondon(day, Number(value))) <= Date.parse(closesAt));
  return {
    minimumUnits: String(minimumUnits),
    closesOn: typedDay(day),
    closesAt: hour?.value ?? '9',
    usableFrom: typedDay(usableFrom),
    usableTo: typedDay(usableTo),
    unused,
  };
};

/** What the page itself can see is wrong; the service decides about the days and the prices that hold then. */
export const planFaults = (answers: PlanAnswers): readonly Fault[] => [
  unitsOf(answers.minimumUnits) === undefined
    ? { field: 'minimumUnits', message: 'Enter the fewest units as a whole number from 1 to 100,000' }
    : undefined,
  dayFault('closesOn', answers.closesOn, 'day on which pledges close'),
  dayFault('usableFrom', answers.usableFrom, 'first day of use'),
  dayFault('usableTo', answers.usableTo, 'last day of use'),
  choiceFault('unused', answers.unused, 'Choose what becomes of units that nobody uses'),
];

/** The plan as it is sent; undefined as long as something is wrong. */
export const planOf = ({ minimumUnits, closesOn, closesAt, usableFrom, usableTo, unused }: PlanAnswers): BlockPlan | undefined => {
  const units = unitsOf(minimumUnits);
  const [closing, from, to] = [parseUkDate(closesOn), parseUkDate(usableFrom), parseUkDate(usableTo)];
  if (units === undefined || !closing || !from || !to || unused === '') return undefined;
  return { minimumUnits: units, closesAt: instantAtLondon(closing, Number(closesAt)), usableFrom: from, usableTo: to, unused };
};
