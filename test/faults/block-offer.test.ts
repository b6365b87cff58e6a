import { aProvider, head } from '@ap/shared/domain/call-off/call-off.fixture';
import { blockClock } from '../../functions/src/block-purchases/block-clock.ts';
import {
  anOpenBlock,
  answersOffer,
  approves,
  blockOf,
  buyerRef,
  inUse,
  pledges,
  settled,
  taken,
  worldWithBands,
} from '../ports/block-world.ts';
import type { World } from '../ports/memory-world.ts';
import { drain } from '../ports/worker.ts';

describe('an individual purchase whose provider', () => {
  const offered = async (): Promise<{ readonly world: World; readonly ref: string }> => {
    const world = worldWithBands();
    const ref = await anOpenBlock(world);
    await pledges(world, ref, 60);
    await approves(world, ref);
    world.clock.now = '2026-12-11T17:00:01Z';
    await blockClock(world.ports)();
    await settled(world);
    expect(await blockOf(world, ref)).toMatchObject({ status: 'offered', kind: 'individual' });
    return { world, ref };
  };

  test('declines it by its link owes nobody anything, and nothing stays taken', async () => {
    const { world, ref } = await offered();
    await answersOffer(world, ref, { kind: 'decline', reason: 'No places.' });
    expect((await blockOf(world, ref)).status).toBe('declined');
    expect(await taken(world)).toEqual({ value: 0, budget: 0 });
  });

  test('does not answer in time: the clock ends it once, and nothing stays taken', async () => {
    const { world, ref } = await offered();
    const clock = blockClock(world.ports);
    world.clock.now = (await blockOf(world, ref)).respondBy ?? '';
    expect(await clock()).toEqual({ moved: 0, failed: 0 });
    world.clock.now = '2027-01-04T09:00:00Z';
    expect(await clock()).toEqual({ moved: 1, failed: 0 });
    expect(await clock()).toEqual({ moved: 0, failed: 0 });
    await settled(world);
    expect((await blockOf(world, ref)).status).toBe('declined');
    expect(await taken(world)).toEqual({ value: 0, budget: 0 });
  });
});

test('a clock whose write gets no answer closes once, and a mail that cannot be sent waits until it can', async () => {
  const world = worldWithBands();
  const ref = await anOpenBlock(world);
  await pledges(world, ref, 60);
  await approves(world, ref);
  await settled(world);
  world.clock.now = '2026-12-11T17:00:01Z';
  const register = world.ports.blockPurchases;
  const { save } = register;
  let answered = false;
  Object.assign(register, {
    save: async (...told: Parameters<typeof save>) => {
      const written = await save(...told);
      const first = !answered;
      answered = true;
      return first ? { ok: false, why: 'unknown' } : written;
    },
  });
  await blockClock(world.ports)();
  Object.assign(register, { save });
  expect((await blockOf(world, ref)).history.filter(({ what }) => what === 'Closed at one price')).toHaveLength(1);
  world.down.mail = true;
  for (let tries = 0; tries < 4; tries += 1) await drain(world);
  expect(world.mails.filter(({ subject }) => subject.includes(ref) && subject.includes('waits for your answer'))).toEqual([]);
  world.down.mail = false;
  await settled(world);
  expect(world.mails.filter(({ subject }) => subject.includes(ref) && subject.includes('waits for your answer'))).toHaveLength(1);
});

test('an offer that was decided before its provider was held does not leave after it (I14, I15), and leaves when it is sent again after the lift', async () => {
  const world = worldWithBands();
  const ref = await anOpenBlock(world);
  await pledges(world, ref, 60);
  await approves(world, ref);
  await settled(world);
  world.clock.now = '2026-12-11T17:00:01Z';
  await blockClock(world.ports)();
  // Closed, and offered; what tells the provider of it waits.
  while ((await blockOf(world, ref)).status !== 'offered') await drain(world);
  const offers = () => world.mails.filter(({ subject }) => subject.includes('waits for your answer'));
  const { listing } = world.facts;
  world.facts.listing = { ...listing, provider: aProvider({ status: 'suspended' }) };
  await settled(world);
  expect(offers()).toEqual([]);
  expect(world.effects.allReceipts().filter(({ state }) => state === 'stuck')).toMatchObject([
    { kind: 'tell', reason: 'provider-not-orderable' },
  ]);
  world.facts.listing = listing;
  const stuck = world.effects.allReceipts().find(({ state }) => state === 'stuck');
  const item = await world.ports.blockPurchases.find(ref);
  await world.ports.effects.withdraw(ref, stuck?.effectId ?? '');
  await world.ports.effects.enqueueByHand({ list: 'BlockPurchases', itemId: item?.itemId ?? 0, ref }, [{ id: stuck?.effectId ?? '' }]);
  await settled(world);
  expect(offers()).toHaveLength(1);
});

test('row 53: every card and mail about a block purchase leads to the page of the buyer that it is about; only the provider gets a link that answers', async () => {
  const world = worldWithBands();
  world.down.onlyTenant = 'nobody';
  const ref = await anOpenBlock(world);
  await pledges(world, ref, 60);
  await settled(world);
  const page = `https://ap.council.example/block-purchases/${ref}/${buyerRef}`;
  const asked = world.mails.find(({ subject }) => subject.includes('asks you to approve a pledge'));
  expect([asked?.to, asked?.html.includes(`href="${page}"`)]).toEqual([head.email, true]);
  world.down.onlyTenant = undefined;
  await approves(world, ref);
  await inUse(world, ref);
  const ofBlock = world.cards.filter(({ card }) => JSON.stringify(card.body).includes(ref));
  const leadsTo = ({ card }: (typeof ofBlock)[number]) => card.actions?.map((action) => ('url' in action ? action.url : action.type));
  expect(new Set(ofBlock.map(({ summary }) => summary)).size).toBeGreaterThan(2);
  for (const each of ofBlock)
    expect([each.summary, leadsTo(each)]).toEqual([each.summary, [`https://teams.example/block-purchases/${ref}/${buyerRef}`]]);
  expect(ofBlock.some(({ card }) => JSON.stringify(card).includes('/block-offer/'))).toBe(false);
});
