import type { SavedSearchReply } from '../../contract/saved-searches.ts';
import { localDate } from '../../domain/days/local-date.ts';

export const aSavedSearch = (changes: Partial<SavedSearchReply> = {}): SavedSearchReply => ({
  searchRef: 'SS-7K3M9QXT2B',
  filters: { text: 'mentoring', needs: ['ASC'], near: 'DT1', radius: 10, placesFree: 1, startBy: localDate('2027-04-12') },
  savedAt: '2027-02-01T09:00:00Z',
  matches: 3,
  toldOn: localDate('2027-02-20'),
  ...changes,
});
