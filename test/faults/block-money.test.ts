import type { BlockReply } from '@ap/shared/contract/block-purchases';
import { routeOf } from '@ap/shared/domain/call-off/award-route';
import { aFramework, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { committedBy } from '@ap/shared/domain/ledgers/shares-of-block';
import { pence } from '@ap/shared/domain/money/money';
import { cameToNothing } from '@ap/shared/domain/orders/order';
import fc from 'fast-check';
import { blockClock } from '../../functions/src/block-purchases/block-clock.ts';
import { commandBlock } from '../../functions/src/block-purchases/block-purchases.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { sweepLedgers } from '../../functions/src/ledgers/sweep-ledgers.ts';
import { answerOrder } from '../../functions/src/orders/answer-order.ts';
import {
  aKey,
  anOpenBlock,
  answersOffer,
  approves,
  blockOf,
  buyerRef,
  gives,
  inUse,
  pledges,
  settled,
  taken,
  whileUsable,
  worldWithBands,
} from '../ports/block-world.ts';
import type { World } from '../ports/memory-world.ts';
import { callerOf, decides, submits } from '../ports/people.ts';

// Budget and framework value under block purchases and call-offs together (rows 53 and 54, R34, R35): what is owed is counted once, wherever it is owed.

const afterUse = '2027-07-17T09:00:00Z';
const dayAfterUse = '2027-07-19T09:00:00Z';
/** What is owed: by every purchase, and by every call-off that draws on none. */
const owed = async (world: World): Promise<number> => {
  const blocks: readonly number[] = (await world.ports.blockPurchases.known()).map(({ state }) => committedBy(state, buyerRef));
  const callOffs = (await world.ports.callOffs.known()).map(({ callOff: { order, request, price, status } }) =>
    status === 'ordered' && order && !cameToNothing(order.state) && routeOf(request) === 'direct-award' ? (order.plan ?? price).net : 0,
  );
  return [...blocks, ...callOffs].reduce((sum, each) => sum + each, 0);
};
const outcome = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'done';
  } catch (error) {
    return error instanceof ServiceBusy ? 'busy' : ((error as { code?: string }).code ?? String(error));
  }
};

test('row 53: the most that a pledge may cost is taken at its approval, its real price from closing on, and nothing when it drops out', async () => {
  const world = worldWithBands();
  const ref = await anOpenBlock(world);
  await pledges(world, ref, 60);
  expect(await taken(world)).toEqual({ value: 0, budget: 0 });
  await approves(world, ref);
  expect(await taken(world)).toEqual({ value: 480_000, budget: 480_000 });
  await settled(world);
  expect((await world.ports.ledgers.find('FV-AP-2026'))?.state.shares).toMatchObject([{ subject: ref, state: 'confirmed' }]);
  await inUse(world, ref);
  expect((await blockOf(world, ref)).status).toBe('drawing');
  expect(await taken(world)).toEqual({ value: 450_000, budget: 450_000 });
});

test('rows 52-53: a pledge that had to wait and is sent again with its key is no second pledge, though ninety others came between', async () => {
  const world = worldWithBands();
  const ref = await anOpenBlock(world);
  const pledge = (units: number, sentWith: string): Promise<BlockReply> =>
    commandBlock(world.ports)({
      caller: callerOf(senco),
      params: { ref },
      query: undefined,
      body: { kind: 'pledge', buyerRef, units, cap: pence(8_000) },
      key: sentWith,
    } as never);
  const first = aKey();
  await pledge(10, first);
  for (let count = 1; count <= 90; count += 1) {
    // A person is sent ten cards a minute at most.
    world.clock.now = new Date(Date.parse(world.clock.now) + 60_000).toISOString();
    await pledge(10 + count, aKey());
    await settled(world);
  }
  const before = await blockOf(world, ref);
  await pledge(10, first);
  expect(await blockOf(world, ref)).toEqual(before);
  expect(before.pledges).toMatchObject([{ units: 100, round: 91 }]);
});

test.each<[string, (world: World, ref: string) => Promise<unknown>]>([
  ['withdrawn', (world, ref) => gives(world, ref, senco, { kind: 'withdraw-pledge', buyerRef })],
  ['pledged anew', (world, ref) => pledges(world, ref, 10)],
  ['cancelled with its purchase', (world, ref) => gives(world, ref, senco, { kind: 'cancel-block', reason: 'Not needed.' })],
])('a pledge that is %s frees what it took', async (_what, act) => {
  const world = worldWithBands();
  const ref = await anOpenBlock(world);
  await pledges(world, ref, 60);
  await approves(world, ref);
  await act(world, ref);
  await settled(world);
  expect(await taken(world)).toEqual({ value: 0, budget: 0 });
});

test('R35: a pledge that would pass the budget is not approved, changes nothing, and is approved once the budget was raised', async () => {
  const world = worldWithBands(239_999);
  const ref = await anOpenBlock(world);
  await pledges(world, ref, 60);
  const before = await blockOf(world, ref);
  expect(await outcome(approves(world, ref))).toBe('over-budget');
  expect((await blockOf(world, ref)).pledges).toEqual(before.pledges);
  expect(await taken(world)).toEqual({ value: 0, budget: 0 });
  for (const year of ['2026-27', '2027-28']) world.facts.budgets.set(`${buyerRef} ${year}`, pence(480_000));
  expect(await outcome(approves(world, ref))).toBe('done');
});

test('R34: a pledge that would pass the value of the framework is not approved', async () => {
  const world = worldWithBands();
  world.facts.listing = { ...world.facts.listing, framework: aFramework({ maxValue: pence(479_999) }) };
  const ref = await anOpenBlock(world);
  await pledges(world, ref, 60);
  expect(await outcome(approves(world, ref))).toBe('framework-value-reached');
  await settled(world);
  expect(await taken(world)).toEqual({ value: 0, budget: 0 });
});

test('R35: of purchases that are approved at the same moment only as many stand as the budget bears', async () => {
  const world = worldWithBands(480_000);
  const refs: string[] = [];
  for (let index = 0; index < 5; index += 1) refs.push(await anOpenBlock(world));
  for (const ref of refs) await pledges(world, ref, 50);
  const outcomes = await Promise.all(refs.map((ref) => outcome(approves(world, ref))));
  await settled(world);
  const approved = outcomes.filter((each) => each === 'done').length;
  expect(new Set(outcomes)).toEqual(new Set(['done', 'over-budget']));
  expect((await taken(world)).budget).toBe(approved * 400_000);
});

test('a reservation whose pledge was not written is freed by the sweep, and what was on its way can be written no more', async () => {
  const world = worldWithBands();
  const sweep = sweepLedgers(world.ports);
  const ref = await anOpenBlock(world);
  await pledges(world, ref, 60);
  const register = world.ports.blockPurchases;
  const { save } = register;
  Object.assign(register, { save: async () => ({ ok: false, why: 'unknown' }) });
  expect(await outcome(approves(world, ref))).toBe('busy');
  Object.assign(register, { save });
  expect((await taken(world)).value).toBe(480_000);
  const seen = await register.find(ref);
  await sweep();
  await sweep();
  expect(await taken(world)).toEqual({ value: 0, budget: 0 });
  expect(seen && (await register.save(seen, seen.state))).toEqual({ ok: false, why: 'conflict' });
});

test('row 54: where unused units lapse, only what was used stays taken after the settlement, for good', async () => {
  const world = worldWithBands();
  const ref = await anOpenBlock(world, 'lapse');
  await pledges(world, ref, 60);
  await approves(world, ref);
  await inUse(world, ref);
  const request = { blockRef: ref, startDate: localDate('2027-02-02'), endDate: localDate('2027-03-18') };
  const callOff = await submits(world, { key: aKey(), gross: 0, request }).catch(async (error: Error) => {
    const [, pounds = '0'] = /now £([\d.,]+),/.exec(error.message) ?? [];
    return submits(world, { key: aKey(), gross: Math.round(Number(pounds.replace(',', '')) * 100), request });
  });
  await decides(world, callOff, 'approve');
  await settled(world);
  expect(await taken(world)).toEqual({ value: 450_000, budget: 450_000 });
  await answerOrder(world.ports)({
    caller: callerOf(senco),
    params: { ref: callOff },
    query: undefined,
    body: { answer: 'accepted' },
    key: aKey(),
  });
  const found = await world.callOffs.find(callOff);
  if (!found?.callOff.order) throw new Error('no order');
  world.callOffs.writeElsewhere(found.itemId, { ...found.callOff, order: { ...found.callOff.order, state: 'completed' } });
  world.clock.now = afterUse;
  const clock = blockClock(world.ports);
  for (let run = 0; run < 3; run += 1) await clock();
  await settled(world);
  const used = found.callOff.price.units * 7_500;
  expect((await blockOf(world, ref)).status).toBe('settled');
  expect(await taken(world)).toEqual({ value: used, budget: used });
  world.clock.now = dayAfterUse;
  await sweepLedgers(world.ports)();
  expect(await taken(world)).toEqual({ value: used, budget: used });
  expect((await world.ports.ledgers.find('FV-AP-2026'))?.state.shares).toEqual([]);
});

test('rows 53-54, R34, R35: whatever happens in whatever order, the ledgers hold what purchases and other call-offs owe, once, and never more than the limits', async () => {
  const step = fc.record({
    what: fc.constantFrom('pledge', 'pledge', 'approve', 'approve', 'withdraw', 'order', 'order', 'decline', 'draw'),
    of: fc.nat(1),
    units: fc.integer({ min: 1, max: 70 }),
    cap: fc.integer({ min: 7_500, max: 8_000 }),
  });
  const happened = new Set<string>();
  const told = async (what: string, act: Promise<unknown>): Promise<void> => {
    if ((await outcome(act)) === 'done') happened.add(`${what} done`);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 8 }),
      fc.array(step, { minLength: 4, maxLength: 8 }),
      async (before, after) => {
        const world = worldWithBands(600_000);
        const blocks = [await anOpenBlock(world), await anOpenBlock(world, 'lapse')] as const;
        const orders: string[] = [];
        const holds = async (): Promise<void> => {
          await settled(world);
          const sum = await owed(world);
          expect(await taken(world)).toEqual({ value: sum, budget: sum });
          expect(sum).toBeLessThanOrEqual(1_200_000);
        };
        const walk = async ({ what, of, units, cap }: { what: string; of: number; units: number; cap: number }): Promise<void> => {
          const ref = blocks[of] ?? blocks[0];
          if (what === 'pledge') await told(what, pledges(world, ref, units, cap));
          if (what === 'approve') await told(what, approves(world, ref));
          if (what === 'withdraw') await outcome(gives(world, ref, senco, { kind: 'withdraw-pledge', buyerRef }));
          if (what === 'order' || what === 'draw') {
            const request = {
              pupilRef: `P-${orders.length}`,
              startDate: localDate('2027-03-02'),
              endDate: localDate('2027-03-18'),
              ...(what === 'draw' ? { blockRef: ref } : {}),
            };
            const gross = 6 * (what === 'draw' ? ((await blockOf(world, ref)).unitPrice ?? 0) : 8_000);
            await told(
              what,
              submits(world, { key: aKey(), gross, request }).then(async (made) => {
                await decides(world, made, 'approve');
                orders.push(made);
              }),
            );
          }
          const declined = what === 'decline' ? orders[of] : undefined;
          if (declined)
            await outcome(
              answerOrder(world.ports)({
                caller: callerOf(senco),
                params: { ref: declined },
                query: undefined,
                body: { answer: 'declined', reason: 'No room.' },
                key: aKey(),
              }),
            );
          await holds();
        };
        for (const what of ['pledge', 'approve']) await walk({ what, of: 0, units: 40, cap: 8_000 });
        for (const each of before) await walk(each);
        world.clock.now = '2026-12-11T17:00:01Z';
        await blockClock(world.ports)();
        await holds();
        for (const ref of blocks) if ((await blockOf(world, ref)).status === 'offered') await answersOffer(world, ref);
        world.clock.now = whileUsable;
        await holds();
        await walk({ what: 'draw', of: 0, units: 1, cap: 8_000 });
        for (const each of after) await walk(each);
        world.clock.now = afterUse;
        const clock = blockClock(world.ports);
        for (let run = 0; run < 3; run += 1) await clock();
        await holds();
      },
    ),
    { numRuns: 12 },
  );
  // Stories that are all refused prove nothing.
  expect([...happened].sort()).toEqual(['approve done', 'draw done', 'order done', 'pledge done']);
});
