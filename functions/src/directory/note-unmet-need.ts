import { type FailedSearch, unmetNeedOf } from '@ap/shared/domain/insight/unmet-need';
import { personKey } from '@ap/shared/domain/people/person';
import type { DirectoryResult } from '@ap/shared/search/directory-index';
import { findConcepts } from '@ap/shared/search/synonyms';
import { tokenise } from '@ap/shared/search/tokens';
import type { Caller } from '../http/caller.ts';
import { faultWords } from '../http/fault-words.ts';
import type { Ports } from '../ports/ports.ts';

/** So many searches are remembered, so that one who presses Search again is not counted again. */
const mostRemembered = 5_000;

/**
 * Row 30: notes a search that found nothing as an unmet need. The same search of the same person counts once a day, as far as this process remembers: who
 * it was is kept nowhere. A search never fails for it.
 */
export const noteUnmetNeed = ({ unmetNeeds, clock, log }: Pick<Ports, 'unmetNeeds' | 'clock' | 'log'>) => {
  let remembered = new Set<string>();
  return async (caller: Caller, search: FailedSearch & { readonly text?: string | undefined }, found: DirectoryResult): Promise<void> => {
    if (found.total > 0) return;
    const concepts = findConcepts(tokenise(search.text ?? '')).map(({ concept }) => concept);
    const waits = found.without.some(({ filter, count }) => (filter === 'places' || filter === 'start') && count > 0);
    const need = unmetNeedOf(search, concepts, waits, clock.now());
    if (!need) return;
    const key = `${personKey(caller.person)} ${JSON.stringify(need)}`;
    if (remembered.has(key)) return;
    if (remembered.size >= mostRemembered) remembered = new Set();
    remembered.add(key);
    try {
      await unmetNeeds.note(need);
    } catch (error) {
      log.event('warning', 'unmet-need-not-noted', { error: faultWords(error) });
    }
  };
};
