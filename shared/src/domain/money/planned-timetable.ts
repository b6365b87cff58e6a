import type { PlannedTimetable } from './package-cost.ts';

/** A plan as one word of an address: '2d-both-5h-12w' is two whole days a week of five hours, for twelve weeks. Hours come in quarters. */
export const planPattern = /^([1-5])d-(am|pm|both)-(0\.5|0\.75|[1-7](?:\.25|\.5|\.75)?|8)h-([1-9]|[1-4]\d|5[0-2])w$/;

/** Hours of a day that is taught in the morning or in the afternoon alone, at most: as a request may have them (`countUnits`). */
export const mostHoursOfHalfDay = 5;

export const planText = ({ daysPerWeek, sessions, hoursPerDay, weeks }: PlannedTimetable): string =>
  `${daysPerWeek}d-${sessions}-${hoursPerDay}h-${weeks}w`;

/** Reads the word of an address; `undefined` for any other, and for more hours than half a day has. */
export const readPlan = (text: string): PlannedTimetable | undefined => {
  const [, days, sessions, hours, weeks] = planPattern.exec(text) ?? [];
  if (sessions === undefined || (sessions !== 'both' && Number(hours) > mostHoursOfHalfDay)) return undefined;
  return {
    daysPerWeek: Number(days),
    sessions: sessions as PlannedTimetable['sessions'],
    hoursPerDay: Number(hours),
    weeks: Number(weeks),
  };
};

const parts = { am: 'morning', pm: 'afternoon', both: 'day' } as const;
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** '12 weeks, 2 days a week, 5 hours a day'. */
export const planSentence = ({ daysPerWeek, sessions, hoursPerDay, weeks }: PlannedTimetable): string =>
  `${counted(weeks, 'week')}, ${counted(daysPerWeek, parts[sessions])} a week, ${counted(hoursPerDay, 'hour')} ${sessions === 'both' ? 'a day' : `each ${parts[sessions]}`}`;
