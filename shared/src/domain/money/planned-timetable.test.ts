import fc from 'fast-check';
import { sessionChoices } from '../days/weekly-pattern.ts';
import { planSentence, planText, readPlan } from './planned-timetable.ts';

const plans = fc
  .record({
    daysPerWeek: fc.integer({ min: 1, max: 5 }),
    sessions: fc.constantFrom(...sessionChoices),
    hoursPerDay: fc.integer({ min: 2, max: 32 }).map((quarters) => quarters / 4),
    weeks: fc.integer({ min: 1, max: 52 }),
  })
  .filter(({ sessions, hoursPerDay }) => sessions === 'both' || hoursPerDay <= 5);

test('row 34: a plan is the same after it went through an address', () => {
  fc.assert(fc.property(plans, (plan) => expect(readPlan(planText(plan))).toEqual(plan)));
});

test.each(['1d-both-7h-1w', '5d-both-7.25h-52w', '2d-both-8h-10w', '2d-am-4h-49w', '2d-pm-4.75h-50w', '2d-am-5h-9w', '3d-both-0.75h-12w'])(
  '%s is a plan, and is written so again',
  (text) => {
    const plan = readPlan(text);
    expect(plan && planText(plan)).toBe(text);
  },
);

test.each([
  '',
  '2d-both-5h',
  '6d-both-5h-1w',
  '0d-both-5h-1w',
  '2d-night-5h-1w',
  '2d-both-8.25h-1w',
  '2d-both-0.25h-1w',
  '2d-am-5.25h-1w',
  '2d-both-5h-53w',
  '2d-both-5h-0w',
  'x2d-both-5h-1w',
  '2d-both-5h-1wx',
])('%s is no plan', (text) => expect(readPlan(text)).toBeUndefined());

test('it reads as a sentence', () => {
  expect(planSentence({ daysPerWeek: 2, sessions: 'both', hoursPerDay: 5, weeks: 12 })).toBe('12 weeks, 2 days a week, 5 hours a day');
  expect(planSentence({ daysPerWeek: 1, sessions: 'am', hoursPerDay: 1, weeks: 1 })).toBe('1 week, 1 morning a week, 1 hour each morning');
});
