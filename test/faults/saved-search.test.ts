import { aListing, head, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import type { DirectoryFilters } from '@ap/shared/domain/directory/directory-filters';
import { savedSearchClock, savedSearchPerformers } from '../../functions/src/directory/saved-search-alert.ts';
import { listSavedSearches, savedSearchesHome, saveSearch, stopSearch } from '../../functions/src/directory/saved-searches.ts';
import { performEffect } from '../../functions/src/effects/perform-effect.ts';
import { recordOutbox } from '../../functions/src/effects/record-outbox.ts';
import { sweep } from '../../functions/src/effects/sweep.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const key = '0f0e0d0c-0000-4000-8000-000000000001';

const opened = () => {
  const world = memoryWorld();
  const { ports } = world;
  const links = { onCard: 'https://teams.example/shortlist', inMail: 'https://pages.example/shortlist' };
  const outbox = recordOutbox(savedSearchesHome(ports), savedSearchPerformers(ports, links), ports.log);
  const nothing = { params: undefined, query: undefined, key: '' };
  return {
    world,
    save: (filters: DirectoryFilters, who = senco, id = key) =>
      saveSearch(ports)({ ...nothing, caller: callerOf(who), body: { filters } as never, key: id }),
    mine: async (who = senco) => (await listSavedSearches(ports)({ ...nothing, caller: callerOf(who), body: undefined })).searches,
    stop: (searchRef: string, who = senco) =>
      stopSearch(ports)({ ...nothing, caller: callerOf(who), params: { searchRef }, body: undefined }),
    look: () => savedSearchClock(ports)(),
    /** What the queue would do: performs all that waits. */
    send: async () => {
      for (const { state, itemId } of await ports.savedSearches.known())
        for (const { id } of state.outbox) await performEffect(ports, [outbox])({ list: 'SavedSearches', itemId, effectId: id });
    },
    sweep: () => sweep(ports, [outbox])(),
    /** The one service of the register is listed, or is not. */
    list: () => {
      world.facts.listing = aListing();
    },
    withdraw: () => {
      const { service } = world.facts.listing;
      world.facts.listing = aListing({ service: service && { ...service, status: 'withdrawn' } });
    },
    nextDay: () => {
      world.clock.now = new Date(Date.parse(world.clock.now) + 24 * 3_600_000).toISOString();
    },
  };
};

describe('row 32: a saved search', () => {
  test('is its owner’s own, kept once for each key, with how much matches today', async () => {
    const { save, mine, world } = opened();
    const saved = await save({ near: 'DT1', needs: [] });
    expect(await save({ near: 'DT1', needs: [] })).toEqual(saved);
    expect(await mine()).toEqual([{ ...saved, savedAt: world.clock.now, matches: 1 }]);
    expect(await mine(head)).toEqual([]);
  });

  test('keeps the planned timetable and the order, and tells lots by their names', async () => {
    const { world, mine } = opened();
    const { lot } = world.facts.listing;
    const body = { filters: { lots: [lot?.key ?? ''] }, plan: '2d-both-5h-12w', sort: 'package' } as const;
    const call = { params: undefined, query: undefined, caller: callerOf(senco) };
    await saveSearch(world.ports)({ ...call, body: { ...body, filters: { lots: [...body.filters.lots] } }, key });
    expect(await mine()).toMatchObject([body]);
    expect((await listSavedSearches(world.ports)({ ...call, body: undefined, key: '' })).lots).toEqual([
      { key: lot?.key, name: lot?.name },
    ]);
  });

  test('a lot of a framework that has ended is told as ended', async () => {
    const { world, save } = opened();
    const { lot, framework } = world.facts.listing;
    await save({ lots: [lot?.key ?? ''] });
    world.facts.listing = aListing({ framework: framework && { ...framework, status: 'expired' } });
    const call = { params: undefined, query: undefined, caller: callerOf(senco), body: undefined, key: '' };
    expect((await listSavedSearches(world.ports)(call)).lots).toEqual([{ key: lot?.key, name: lot?.name, ended: true }]);
  });

  test('what matches already is not announced: no message, and nothing is written', async () => {
    const { save, look, send, world } = opened();
    await save({ near: 'DT1' });
    const before = await world.ports.savedSearches.known();
    expect(await look()).toEqual({ told: 0, failed: 0 });
    await send();
    expect(await world.ports.savedSearches.known()).toEqual(before);
    expect([world.cards, world.mails].flat()).toEqual([]);
  });

  test('something new is told by one card, which names the service and nothing that was typed; once, however often anything runs', async () => {
    const { save, look, send, sweep: sweeps, list, withdraw, nextDay, world } = opened();
    withdraw();
    await save({ text: 'day', near: 'DT1' });
    list();
    expect(await look()).toEqual({ told: 1, failed: 0 });
    expect(await look()).toEqual({ told: 0, failed: 0 });
    await send();
    await send();
    await sweeps();
    nextDay();
    await look();
    await send();
    expect(world.cards).toHaveLength(1);
    const card = JSON.stringify(world.cards[0]);
    expect(card).toContain('Day programme');
    expect(card).not.toMatch(/DT1/);
    expect(world.mails).toEqual([]);
  });

  test('a provider that was suspended meanwhile is not announced', async () => {
    const { save, look, send, list, withdraw, world } = opened();
    withdraw();
    await save({ near: 'DT1' });
    list();
    await look();
    withdraw();
    await send();
    expect([world.cards, world.mails].flat()).toEqual([]);
    const [stored] = await world.ports.savedSearches.known();
    expect(await world.ports.effects.receipts(stored?.state.ref ?? '')).toMatchObject([{ state: 'superseded', reason: 'nothing-listed' }]);
  });

  test('one that its owner stopped tells nothing, also of what was on its way; another’s cannot be stopped', async () => {
    const { save, look, stop, mine, list, withdraw, world } = opened();
    withdraw();
    const { searchRef } = await save({ near: 'DT1' });
    list();
    await look();
    expect(await stop(searchRef, head)).toEqual({ stopped: false });
    const [waiting] = await world.ports.savedSearches.known();
    expect(await stop(searchRef)).toEqual({ stopped: true });
    expect(await stop(searchRef)).toEqual({ stopped: false });
    const links = { onCard: '', inMail: '' };
    const outbox = recordOutbox(savedSearchesHome(world.ports), savedSearchPerformers(world.ports, links), world.ports.log);
    const effectId = waiting?.state.outbox[0]?.id ?? '';
    await performEffect(world.ports, [outbox])({ list: 'SavedSearches', itemId: waiting?.itemId ?? 0, effectId });
    expect([effectId === '', world.cards.length, (await mine()).length]).toEqual([false, 0, 0]);
  });

  test('who works for no buyer any more is told nothing', async () => {
    const { save, look, list, withdraw, world } = opened();
    withdraw();
    await save({ near: 'DT1' });
    list();
    world.facts.members = world.facts.members.map((member) => ({ ...member, status: 'removed' as const }));
    expect(await look()).toEqual({ told: 0, failed: 0 });
  });

  test('what waits is found by the sweep when its message was lost', async () => {
    const { save, look, sweep: sweeps, list, withdraw, world } = opened();
    withdraw();
    await save({ near: 'DT1' });
    list();
    await look();
    expect(await sweeps()).toMatchObject({ learnt: 1 });
    expect((await world.ports.effects.expected()).map(({ list: of }) => of)).toEqual(['SavedSearches']);
  });

  test('a place that is not known is refused, and a failure at one holds up no other', async () => {
    const { save, look, list, withdraw, world } = opened();
    await expect(save({ near: 'ZZ9' })).rejects.toMatchObject({ code: 'unknown-postcode' });
    withdraw();
    await save({ near: 'DT1' });
    await save({ needs: [] }, stranger, '0f0e0d0c-0000-4000-8000-000000000002').catch(() => undefined);
    list();
    const failing = {
      ...world.ports,
      directory: { ...world.ports.directory, search: () => Promise.reject(new Error('no index')) },
    };
    expect((await savedSearchClock(failing)()).failed).toBeGreaterThan(0);
    expect((await look()).told).toBe(1);
  });
});
