import { senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { type SavedSearch, saveSearch, tellOfMatches } from '@ap/shared/domain/saved-searches/saved-search';
import type { SavedSearches } from '../../functions/src/ports/kept.ts';

const command = (now: string) => ({ id: now, by: senco, now, receipted: new Set<string>() });
const search = (ref: string): SavedSearch => {
  const decided = saveSearch(
    { ref, owner: senco, filters: { needs: ['SEMH'], near: 'DT1' } },
    { total: 0, refs: [] },
    0,
    command('2026-11-24T10:00:00Z'),
  );
  if (!decided.ok) throw new Error(decided.detail);
  return decided.state;
};
const told = (present: SavedSearch): SavedSearch => {
  const decided = tellOfMatches(present, { total: 1, refs: ['S-1'] }, command('2026-11-25T10:00:00Z'));
  if (!decided.ok) throw new Error(decided.detail);
  return decided.state;
};

/** What every keeper of saved searches does. */
export const savedSearchesContract = (
  open: () => Promise<{ readonly searches: SavedSearches; readonly restarted: () => SavedSearches }>,
): void => {
  test('a search is found by its reference, by its number and among all, in every process', async () => {
    const { searches, restarted } = await open();
    const added = await searches.add(search('SS-1'));
    if (!added.ok) throw new Error(added.why);
    for (const reading of [searches, restarted()]) {
      expect(await reading.find('SS-1')).toEqual(added.stored);
      expect(await reading.get(added.stored.itemId)).toEqual(added.stored);
      expect(await reading.known()).toEqual([added.stored]);
    }
    expect(await searches.add(search('SS-1'))).toMatchObject({ ok: false });
    expect([await searches.find('SS-2'), await searches.get(added.stored.itemId + 1)]).toEqual([undefined, undefined]);
  });

  test('of two writes over one state only the first is taken; what changed is read from where one left off', async () => {
    const { searches } = await open();
    const added = await searches.add(search('SS-1'));
    if (!added.ok) throw new Error(added.why);
    const first = await searches.changes(undefined);
    expect(first.changed).toEqual([added.stored]);
    const saved = await searches.save(added.stored, told(added.stored.state));
    if (!saved.ok) throw new Error(saved.why);
    expect(await searches.save(added.stored, told(added.stored.state))).toMatchObject({ ok: false, why: 'conflict' });
    const then = await searches.changes(first.cursor);
    expect(then.changed).toEqual([saved.stored]);
    expect(saved.stored.state.outbox).toHaveLength(1);
  });

  test('one that was stopped is gone, and is not written any more', async () => {
    const { searches } = await open();
    const added = await searches.add(search('SS-1'));
    if (!added.ok) throw new Error(added.why);
    expect([await searches.remove('SS-1'), await searches.remove('SS-1')]).toEqual([true, false]);
    expect(await searches.save(added.stored, told(added.stored.state))).toMatchObject({ ok: false, why: 'conflict' });
    expect(await searches.known()).toEqual([]);
  });
};
