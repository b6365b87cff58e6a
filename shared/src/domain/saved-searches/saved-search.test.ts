import { senco } from '../call-off/call-off.fixture.ts';
import type { Command } from '../call-off/decision.ts';
import { mostMatches, mostSavedSearches, newMatches, type SavedSearch, saveSearch, tellOfMatches } from './saved-search.ts';

const command = (now: string, id = now): Command => ({ id, by: senco, now, receipted: new Set() });
const matches = (...refs: readonly string[]) => ({ total: refs.length, refs });
const asked = { ref: 'SS-1', owner: senco, filters: { text: 'mentoring', near: 'DT1' } };
const saved = (): SavedSearch => {
  const decided = saveSearch(asked, matches('S-1', 'S-2'), 0, command('2026-11-24T10:00:00Z'));
  if (!decided.ok) throw new Error(decided.detail);
  return decided.state;
};
const told = (present: SavedSearch, now: string, ...refs: readonly string[]): SavedSearch => {
  const decided = tellOfMatches(present, matches(...refs), command(now));
  if (!decided.ok) throw new Error(decided.detail);
  return decided.state;
};

describe('row 32: a saved search', () => {
  test('tells of nothing that matched when it was saved', () => {
    expect(saved()).toStrictEqual({
      ...asked,
      savedAt: '2026-11-24T10:00:00Z',
      seen: ['S-1', 'S-2'],
      outbox: [],
      version: 1,
      history: [{ at: '2026-11-24T10:00:00Z', by: senco.name, what: 'Saved' }],
      lastCommands: [{ id: '2026-11-24T10:00:00Z', version: 1 }],
    });
    expect(newMatches(saved(), matches('S-2', 'S-1'), '2026-11-25T10:00:00Z')).toEqual([]);
    expect(tellOfMatches(saved(), matches('S-1'), command('2026-11-25T10:00:00Z'))).toMatchObject({
      ok: false,
      code: 'not-in-this-state',
      detail: 'Nothing new matches this search.',
    });
  });

  test('tells of all that is new in one message, by ids, and of each once', () => {
    const after = told(saved(), '2026-11-25T10:00:00Z', 'S-1', 'S-3', 'S-4');
    expect(after.outbox).toMatchObject([{ kind: 'tell-of-matches', serviceRefs: ['S-3', 'S-4'] }]);
    expect(after).toMatchObject({ seen: ['S-1', 'S-2', 'S-3', 'S-4'], toldOn: '2026-11-25', version: 2 });
    expect(after.history.at(-1)?.what).toBe('Told of new matches');
    expect(newMatches(after, matches('S-3', 'S-4'), '2026-11-26T10:00:00Z')).toEqual([]);
  });

  test('tells once a day: what comes later that day is told on the next', () => {
    const after = told(saved(), '2026-11-25T10:00:00Z', 'S-3');
    expect(newMatches(after, matches('S-3', 'S-4'), '2026-11-25T23:30:00Z')).toEqual([]);
    expect(newMatches(after, matches('S-3', 'S-4'), '2026-11-26T06:00:00Z')).toEqual(['S-4']);
  });

  test('what was held for a while and comes back is not new', () => {
    const after = told(saved(), '2026-11-25T10:00:00Z', 'S-3');
    expect(newMatches(after, matches('S-1', 'S-2', 'S-3'), '2026-11-27T10:00:00Z')).toEqual([]);
  });

  test('a message names ten services at most, and the rest counts as told', () => {
    const many = Array.from({ length: 30 }, (_, n) => `S-1${n}`);
    const after = told(saved(), '2026-11-25T10:00:00Z', ...many);
    expect(after.outbox[0]?.serviceRefs).toHaveLength(10);
    expect(newMatches(after, matches(...many), '2026-11-26T10:00:00Z')).toEqual([]);
  });

  test('of a thousand services it is remembered that they are not new, the last of them', () => {
    const seen = Array.from({ length: 1_000 }, (_, n) => `S-${n}`);
    const after = told({ ...saved(), seen }, '2026-11-25T10:00:00Z', 'S-new');
    expect(after.seen).toHaveLength(1_000);
    expect([after.seen[0], after.seen.at(-1)]).toEqual(['S-1', 'S-new']);
  });

  test('that has no room left is to be saved anew', () => {
    const full = { code: 'record-full', detail: 'There is no room left in the record of this search. Save it anew.' };
    const at = command('2026-11-25T10:00:00Z');
    expect(saveSearch({ ...asked, filters: { text: 'a'.repeat(60_000) } }, matches(), 0, at)).toMatchObject(full);
    const seen = Array.from({ length: 1_000 }, (_, n) => `S-${String(n).padStart(60, '0')}`);
    expect(tellOfMatches({ ...saved(), seen }, matches('S-new'), at)).toMatchObject(full);
  });

  test('a search that matches very much is not saved, nor are more than twenty of one person', () => {
    const at = command('2026-11-24T10:00:00Z');
    expect(saveSearch(asked, { total: mostMatches + 1, refs: [] }, 0, at)).toMatchObject({
      code: 'not-in-this-state',
      detail: 'This search matches 201 services. Narrow it to 200 or fewer, so that something new says something.',
    });
    expect(saveSearch(asked, { total: mostMatches, refs: [] }, mostSavedSearches - 1, at)).toMatchObject({ ok: true });
    expect(saveSearch(asked, matches(), mostSavedSearches, at)).toMatchObject({
      code: 'not-in-this-state',
      detail: 'You have saved 20 searches. Stop one to save another.',
    });
  });
});
