import { senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { declinedOrder } from '@ap/shared/domain/orders/order.fixture';
import { searchDirectory } from '../../functions/src/directory/search-directory.ts';
import { listUnmetNeeds } from '../../functions/src/insight/list-unmet-needs.ts';
import { placesOf } from '../../functions/src/insight/places-of.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

type Query = Parameters<ReturnType<typeof searchDirectory>>[0]['query'];

const opened = () => {
  const world = memoryWorld();
  const search = searchDirectory(world.ports);
  const ask = (query: Query, who = senco) => search({ caller: callerOf(who), params: undefined, query, body: undefined, key: '' });
  return { world, ask };
};
const listed = (world: World, query: { from?: ReturnType<typeof localDate>; to?: ReturnType<typeof localDate> } = {}) =>
  listUnmetNeeds(world.ports)({ caller: callerOf(senco), params: undefined, query, body: undefined, key: '' });
const nothing = { needs: ['VI'], age: 5, near: 'DT1', radius: 2 } as const;

test('row 30: a search that finds nothing is an unmet need; the same person searching once more is not another, a colleague is', async () => {
  const { world, ask } = opened();
  await ask({ ...nothing, needs: [...nothing.needs] });
  await ask({ ...nothing, needs: [...nothing.needs], sort: 'price' });
  await ask({ ...nothing, needs: [...nothing.needs] }, stranger);
  expect((await listed(world)).rows).toEqual([
    {
      reason: 'no-match',
      lots: [],
      needs: ['VI'],
      keyStages: [],
      modes: [],
      concepts: [],
      ages: '4 to 6',
      outcode: 'DT1',
      within: 5,
      searches: 2,
    },
  ]);
});

test('of the words only what the table of synonyms knows is kept: no name, nothing that was typed', async () => {
  const { world, ask } = opened();
  await ask({ text: 'forest school for Xanthoria Quillfeather', age: 5 });
  const { rows } = await listed(world);
  expect(rows).toMatchObject([{ ages: '4 to 6', concepts: ['Forest school'], searches: 1 }]);
  expect(JSON.stringify(rows)).not.toMatch(/Xanthoria|Quillfeather/i);
});

test('a lot is told by its name, also one in which nothing is listed', async () => {
  const { world, ask } = opened();
  const { service, lot } = world.facts.listing;
  world.facts.listing = { ...world.facts.listing, service: service && { ...service, status: 'withdrawn' } };
  await ask({ lots: [lot?.key ?? ''] });
  expect((await listed(world)).rows).toMatchObject([{ lots: [lot?.name] }]);
});

test('what finds something, and what says no need, is not noted', async () => {
  const { world, ask } = opened();
  expect((await ask({})).total).toBe(1);
  expect((await ask({ text: 'Xanthoria' })).total).toBe(0);
  expect((await listed(world)).rows).toEqual([]);
});

test('a need that only lacks a place in time is told apart', async () => {
  const { world, ask } = opened();
  const { service } = world.facts.listing;
  await ask({ needs: [...(service?.needs ?? [])].slice(0, 1), startBy: localDate('2000-01-01') });
  expect((await listed(world)).rows).toMatchObject([{ reason: 'no-places' }]);
});

test('a search answers also while its need cannot be noted, and that is logged', async () => {
  const { world } = opened();
  const unmetNeeds = { ...world.ports.unmetNeeds, note: () => Promise.reject(new Error('storage is away')) };
  const search = searchDirectory({ ...world.ports, unmetNeeds });
  const reply = await search({ caller: callerOf(senco), params: undefined, query: { age: 5 }, body: undefined, key: '' });
  expect(reply.total).toBe(0);
  expect(world.log.map(({ name }) => name)).toContain('unmet-need-not-noted');
});

test.each([{ ageTo: 14 }, { age: 14, ageTo: 11 }])('ages of no group are refused and noted nowhere: %j', async (ages) => {
  const { world, ask } = opened();
  await expect(ask({ needs: ['VI'], ...ages })).rejects.toMatchObject({ code: 'input-not-understood' });
  expect((await listed(world)).rows).toEqual([]);
});

test('a period that ends before it begins is refused', async () => {
  const { world } = opened();
  await expect(listed(world, { from: localDate('2026-11-25'), to: localDate('2026-11-24') })).rejects.toMatchObject({
    code: 'input-not-understood',
  });
});

describe('a need that every provider declined', () => {
  const unfilled = async (world: World) => {
    const declined = declinedOrder();
    const order = declined.order && { ...declined.order, state: 'unfilled' as const };
    const outcome = await world.callOffs.add({ ...declined, order });
    if (!outcome.ok) throw new Error(outcome.why);
    world.facts.buyer = { ...world.facts.buyer, outcode: 'DT1' };
    return declined;
  };

  test('stands beside what was searched for in vain, at the place of its school and of no pupil, person or school', async () => {
    const { world } = opened();
    const { request, ref, requester } = await unfilled(world);
    const told = await listed(world, { from: localDate('2026-11-01'), to: localDate('2026-11-30') });
    expect(told.rows).toMatchObject([{ reason: 'all-declined', lots: ['Engagement'], outcode: 'DT1', searches: 1 }]);
    expect(told.places).toMatchObject([{ outcode: 'DT1', town: 'Dorchester' }]);
    expect(told.towns).toEqual([]);
    for (const secret of [request.pupilRef, request.buyerRef, ref, requester.name]) expect(JSON.stringify(told)).not.toContain(secret);
  });

  test('is of the day of the last answer', async () => {
    const { world } = opened();
    await unfilled(world);
    expect((await listed(world, { from: localDate('2026-11-25'), to: localDate('2026-11-30') })).rows).toEqual([]);
  });
});

test('towns are told in and between the areas of needs, by their whole name, and what the map does not know is left out', () => {
  const at = new Map([
    ['DT1', { lat: 50.71, lon: -2.44 }],
    ['DT7', { lat: 50.73, lon: -2.93 }],
    ['DT6', { lat: 50.75, lon: -2.78 }],
    ['SW1', { lat: 51.5, lon: -0.13 }],
  ]);
  const towns = new Map([
    ['lyme', 'DT7'],
    ['lyme regis', 'DT7'],
    ['bridport', 'DT6'],
    ['london', 'SW1'],
    ['stoke-sub-hamdon', 'XX1'],
  ]);
  expect(placesOf(['DT7', 'DT1', 'ZZ9'], { centroid: (outcode) => at.get(outcode), towns })).toEqual({
    places: [
      { outcode: 'DT1', lat: 50.71, lon: -2.44 },
      { outcode: 'DT7', town: 'Lyme Regis', lat: 50.73, lon: -2.93 },
    ],
    towns: [{ name: 'Bridport', lat: 50.75, lon: -2.78 }],
  });
});
