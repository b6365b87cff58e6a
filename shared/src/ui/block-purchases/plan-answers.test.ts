import { localDate } from '../../domain/days/local-date.ts';
import { answersOf, blankPlan, planFaults, planOf } from './plan-answers.ts';

const typed = {
  minimumUnits: '30',
  closesOn: '1 7 2027',
  closesAt: '17',
  usableFrom: '6/9/2027',
  usableTo: '17 12 2027',
  unused: 'pay' as const,
};

test('a plan closes at the hour as it is in London, in summer too', () => {
  expect(planOf(typed)).toEqual({
    minimumUnits: 30,
    closesAt: '2027-07-01T16:00:00Z',
    usableFrom: localDate('2027-09-06'),
    usableTo: localDate('2027-12-17'),
    unused: 'pay',
  });
});

test('a plan that stands is typed as it stands', () => {
  const plan = planOf(typed);
  expect(plan && planOf(answersOf(plan))).toEqual(plan);
});

test('every answer that is missing is named', () => {
  expect(planFaults(blankPlan).flatMap((fault) => fault?.field ?? [])).toEqual([
    'minimumUnits',
    'closesOn',
    'usableFrom',
    'usableTo',
    'unused',
  ]);
  expect(planFaults(typed).filter(Boolean)).toEqual([]);
});
