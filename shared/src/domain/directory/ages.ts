import type { DirectoryFilters } from './directory-filters.ts';

/** Ages that can be searched for, in whole years: from the reception year to the end of an education, health and care plan. */
export const youngestAge = 4;
export const oldestAge = 25;

/** Why these are the ages of no pupil and no group, in words of what to enter; `undefined` where they are. */
export const agesFault = ({ age, ageTo }: Pick<DirectoryFilters, 'age' | 'ageTo'>): string | undefined => {
  if ([age, ageTo].some((years) => years !== undefined && (!Number.isInteger(years) || years < youngestAge || years > oldestAge)))
    return `Enter an age from ${youngestAge} to ${oldestAge}`;
  if (ageTo === undefined) return undefined;
  if (age === undefined) return 'Enter the youngest age of the group too';
  return ageTo < age ? 'Enter an oldest age that is not below the youngest' : undefined;
};
