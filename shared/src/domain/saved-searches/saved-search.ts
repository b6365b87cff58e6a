import { type Aggregate, type Sealed, seal, unwritten } from '../call-off/aggregate.ts';
import type { Command } from '../call-off/decision.ts';
import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { DirectoryFilters, DirectorySort } from '../directory/directory-filters.ts';
import type { Person } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';

/** What follows from a saved search: ids only, as in every outbox. */
export type SavedSearchWork = { readonly kind: 'tell-of-matches'; readonly serviceRefs: readonly string[] };

/** Row 32: a search whose owner is told when something new matches. It is the person's own. Stopped, it is gone. */
export interface SavedSearch extends Aggregate<SavedSearchWork> {
  readonly owner: Person;
  /** The place in them is an outcode, never a postcode (R40). */
  readonly filters: DirectoryFilters;
  /** The timetable that was planned, as `planText` writes it, and the order of the results: with both it opens as it was. They narrow nothing. */
  readonly plan?: string | undefined;
  readonly sort?: DirectorySort | undefined;
  readonly savedAt: string;
  /** Services that matched when it was saved, or that were told of since: they are not new. The last come last. */
  readonly seen: readonly string[];
  /** The day on which the owner was last told: once a day is enough. */
  readonly toldOn?: LocalDate | undefined;
}

/** Searches that one person may save. */
export const mostSavedSearches = 20;
/** A search that matches more says nothing when one more does. */
export const mostMatches = 200;
const mostSeen = 1_000;
const mostTold = 10;

/** What a search matches: how many there are, and which, as far as `mostMatches`. */
export interface Matches {
  readonly total: number;
  readonly refs: readonly string[];
}

const full = (): Refusal => refused('record-full', 'There is no room left in the record of this search. Save it anew.');

/** Saves a search with what it matches today: from then on what is new is told. `others`: searches that the person has saved already. */
export const saveSearch = (
  asked: Pick<SavedSearch, 'ref' | 'owner' | 'filters' | 'plan' | 'sort'>,
  matches: Matches,
  others: number,
  command: Command,
): Sealed<SavedSearch, SavedSearchWork> | Refusal => {
  if (others >= mostSavedSearches)
    return refused('not-in-this-state', `You have saved ${mostSavedSearches} searches. Stop one to save another.`);
  if (matches.total > mostMatches)
    return refused(
      'not-in-this-state',
      `This search matches ${matches.total.toLocaleString('en-GB')} services. Narrow it to ${mostMatches} or fewer, so that something new says something.`,
    );
  const state = { ...unwritten, ...asked, savedAt: command.now, seen: matches.refs };
  return seal<SavedSearch, SavedSearchWork>({ state, what: 'Saved', works: [] }, command) ?? full();
};

/** Whether there is something to tell of today: a service that was not there before, and nothing told yet. */
export const newMatches = ({ seen, toldOn }: SavedSearch, matches: Matches, now: string): readonly string[] =>
  toldOn === toLondonDate(now) ? [] : matches.refs.filter((ref) => !seen.includes(ref));

/** Notes what is new as seen and has its owner told of it, in one write. What came and went before is not new again. */
export const tellOfMatches = (present: SavedSearch, matches: Matches, command: Command): Sealed<SavedSearch, SavedSearchWork> | Refusal => {
  const found = newMatches(present, matches, command.now);
  if (found.length === 0) return refused('not-in-this-state', 'Nothing new matches this search.');
  const seen = [...present.seen, ...found].slice(-mostSeen);
  const works: readonly SavedSearchWork[] = [{ kind: 'tell-of-matches', serviceRefs: found.slice(0, mostTold) }];
  const state = { ...present, seen, toldOn: toLondonDate(command.now) };
  return seal<SavedSearch, SavedSearchWork>({ state, what: 'Told of new matches', works }, command) ?? full();
};
