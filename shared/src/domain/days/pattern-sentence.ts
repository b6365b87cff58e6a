import type { WeeklyPattern } from './weekly-pattern.ts';

const dayNames = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday' } as const;
const sessionNames = { am: 'mornings', pm: 'afternoons', both: 'whole days' } as const;

/** 'Tuesday, Thursday, whole days, 5 hours a day': one week of a placement, as people read it. */
export const patternSentence = ({ days, sessions, hoursPerDay }: WeeklyPattern): string =>
  `${days.map((day) => dayNames[day]).join(', ')}, ${sessionNames[sessions]}, ${hoursPerDay} hours a day`;
