import { agesFault } from '@ap/shared/domain/directory/ages';
import type { DirectoryFilters } from '@ap/shared/domain/directory/directory-filters';
import { ProblemError } from '../http/problem-reply.ts';

/** Refuses ages of no group, such as one whose oldest is younger than its youngest. `under`: where they stand, as '/query'. */
export const refuseOddAges = (ages: Pick<DirectoryFilters, 'age' | 'ageTo'>, under: string): void => {
  const fault = agesFault(ages);
  if (fault !== undefined) throw new ProblemError('input-not-understood', `${fault}.`, { pointer: `${under}/ageTo` });
};
