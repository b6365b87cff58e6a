import type { PlannedTimetable } from './package-cost.ts';

/**
 * A plan as one word of an address: '2d-both-5h-12w' is two whole days a week of five hours, for twelve weeks. Hours come in quarters, and half a day has
 * as many as a request may have (`countUnits`).
 */
export const planPattern =
  /^([1-5])d-(?:(both)-(0\.5|0\.75|[1-7](?:\.(?:25|5|75))?|8)|(am|pm)-(0\.5|0\.75|[1-4](?:\.(?:25|5|75))?|5))h-([1-9]|[1-4]\d|5[0-2])w$/;

export const mostHours = { both: 8, am: 5, pm: 5 } as const;

export const planText = ({ daysPerWeek, sessions, hoursPerDay, weeks }: PlannedTimetable): string =>
  `${daysPerWeek}d-${sessions}-${hoursPerDay}h-${weeks}w`;

/** Reads the word of an address; `undefined` for any other. */
export const readPlan = (text: string): PlannedTimetable | undefined => {
  const [, days, both, hours, half, halfHours, weeks] = planPattern.exec(text) ?? [];
  if (days === undefined) return undefined;
  const sessions = (both ?? half) as PlannedTimetable['sessions'];
  return { daysPerWeek: Number(days), sessions, hoursPerDay: Number(hours ?? halfHours), weeks: Number(weeks) };
};

const parts = { am: 'morning', pm: 'afternoon', both: 'day' } as const;
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** '12 weeks, 2 days a week, 5 hours a day'. */
export const planSentence = ({ daysPerWeek, sessions, hoursPerDay, weeks }: PlannedTimetable): string =>
  `${counted(weeks, 'week')}, ${counted(daysPerWeek, parts[sessions])} a week, ${counted(hoursPerDay, 'hour')} ${sessions === 'both' ? 'a day' : `each ${parts[sessions]}`}`;
