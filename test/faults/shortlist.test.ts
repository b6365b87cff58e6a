import { aListing, head, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { addToShortlist, getShortlist, removeFromShortlist } from '../../functions/src/directory/shortlist.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const common = { query: undefined, body: undefined, key: '' };
const read = async (world: World, who = senco) =>
  (await getShortlist(world.ports)({ ...common, caller: callerOf(who), params: { buyerRef: '113800' } })).items;
const add = (world: World, serviceRef = 'S-00001', who = senco) =>
  addToShortlist(world.ports)({ ...common, caller: callerOf(who), params: { buyerRef: '113800', serviceRef } });
const remove = (world: World, who = senco) =>
  removeFromShortlist(world.ports)({ ...common, caller: callerOf(who), params: { buyerRef: '113800', serviceRef: 'S-00001' } });

test('E18: what one colleague adds, another of the same school finds and removes', async () => {
  const world = memoryWorld();
  expect(await add(world)).toEqual({ count: 1 });
  expect(await add(world)).toEqual({ count: 1 });
  expect(await read(world, head)).toMatchObject([{ serviceRef: 'S-00001', listed: true, service: { name: 'Day programme' } }]);
  expect(await remove(world, head)).toEqual({ removed: true });
  expect(await read(world)).toEqual([]);
});

test('a service that can no longer be requested stays, with the reason', async () => {
  const world = memoryWorld();
  await add(world);
  const { service } = world.facts.listing;
  world.facts.listing = aListing({ service: service && { ...service, status: 'withdrawn' } });
  expect(await read(world)).toMatchObject([
    { listed: false, whyNot: 'This service is no longer offered.', service: { name: 'Day programme' } },
  ]);
  world.facts.listing = aListing({ service: undefined });
  expect(await read(world)).toEqual([
    { serviceRef: 'S-00001', addedAt: world.clock.now, listed: false, whyNot: 'This service is no longer on the register.' },
  ]);
});

test('it holds twenty services and says so to who adds one more', async () => {
  const world = memoryWorld();
  for (let n = 0; n < 20; n += 1) await world.ports.shortlists.add('113800', { serviceRef: `S-1${n}`, addedAt: world.clock.now });
  await expect(add(world)).rejects.toMatchObject({ code: 'shortlist-full' });
});

test('to those who are no members it is as if there were none', async () => {
  const world = memoryWorld();
  await add(world);
  for (const ask of [() => read(world, stranger), () => add(world, 'S-00001', stranger), () => remove(world, stranger)])
    await expect(ask()).rejects.toMatchObject({ code: 'not-found' });
  expect(await read(world)).toHaveLength(1);
});

test('what is not on the register is not added', async () => {
  const world = memoryWorld();
  world.facts.listing = aListing({ service: undefined });
  await expect(add(world, 'S-99999')).rejects.toMatchObject({ code: 'not-found' });
});
