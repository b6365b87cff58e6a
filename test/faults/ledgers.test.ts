import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { anOrder, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { sweepLedgers } from '../../functions/src/ledgers/sweep-ledgers.ts';
import { answerOrder } from '../../functions/src/orders/answer-order.ts';
import { budget, followed, fullTime, outcome, refs, taken, waitingFor, withBudget } from '../ports/limits-world.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf, decides, isRejectedElsewhere, itemOf, key, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

// What the last approval takes of every limit, and what becomes of it, over the use cases.

test('R34, R35: the last approval takes its shares before the order is written, and they are confirmed after it', async () => {
  const world = withBudget(200_000);
  const ref = await submits(world);
  expect(await taken(world, refs.value)).toBeUndefined();
  await decides(world, ref, 'approve');
  expect(await taken(world, refs.value)).toEqual({ taken: 144_000, shares: [[ref, 'open', 0]] });
  await followed(world);
  expect(await taken(world, refs.value)).toEqual({ taken: 144_000, shares: [[ref, 'confirmed', 0]] });
  expect(await taken(world, refs.budget)).toEqual({ taken: 144_000, shares: [[ref, 'confirmed', 0]] });
  expect(await taken(world, refs.load)).toEqual({ taken: 0, shares: [[ref, 'confirmed', 1]] });
});

test('R12: a request counts those that are being ordered at that moment, and never itself', async () => {
  const world = memoryWorld();
  for (let pupil = 1; pupil <= 4; pupil += 1) await decides(world, await waitingFor(world, pupil, fullTime), 'approve');
  const shares = (await taken(world, refs.load))?.shares;
  expect(shares?.map(([, state]) => state)).toEqual(['open', 'open', 'open', 'open']);
  const fifth = await waitingFor(world, 5, fullTime);
  expect(await outcome(decides(world, fifth, 'approve'))).toBe('registration-threshold');
  // What the fifth had reserved by an earlier try, whose write never came, stands in its own way no more than before.
  const present = await world.ports.ledgers.find(refs.load);
  if (!present) throw new Error('There is no ledger of the provider');
  const [first, ...others] = present.state.shares;
  if (!first) throw new Error('It holds no share');
  await world.ports.ledgers.save(present, { ...present.state, shares: [...others, { ...first, subject: fifth }] });
  expect(await outcome(decides(world, fifth, 'approve'))).toBe('ordered');
});

test('R14: no ledger holds the reference of a pupil', async () => {
  const world = withBudget(200_000);
  await decides(world, await submits(world), 'approve');
  expect(JSON.stringify(world.ledgers.rows())).not.toContain('0147');
});

describe('when the order is not written', () => {
  test('a reservation counts as taken until the same click comes again', async () => {
    const world = withBudget(200_000);
    const [ref, other] = [await submits(world), await submits(world, { key: key('other') })];
    world.callOffs.fates.push(...Array.from({ length: 5 }, () => 'lost' as const));
    expect(await outcome(decides(world, ref, 'approve'))).toBe('busy');
    expect(await outcome(decides(world, other, 'approve'))).toBe('over-budget');
    expect(await outcome(decides(world, ref, 'approve'))).toBe('ordered');
    await followed(world);
    expect((await taken(world, refs.budget))?.shares).toEqual([[ref, 'confirmed', 0]]);
  });

  test('the sweep frees it when nobody comes again, and what was on its way can be written no more', async () => {
    const world = withBudget(200_000);
    const sweep = sweepLedgers(world.ports);
    const ref = await submits(world);
    const seen = await itemOf(world, ref);
    world.callOffs.fates.push(...Array.from({ length: 5 }, () => 'lost' as const));
    expect(await outcome(decides(world, ref, 'approve'))).toBe('busy');
    expect(await sweep()).toMatchObject({ freed: 0 });
    expect((await taken(world, refs.budget))?.taken).toBe(144_000);
    await sweep();
    for (const each of Object.values(refs)) expect((await taken(world, each))?.shares).toEqual([]);
    expect(await world.callOffs.save(seen, anOrder())).toEqual({ ok: false, why: 'conflict' });
  });

  test('the sweep confirms it where the order was written without an answer', async () => {
    const world = withBudget(200_000);
    const sweep = sweepLedgers(world.ports);
    const ref = await submits(world);
    world.callOffs.fates.push('unanswered');
    expect(await outcome(decides(world, ref, 'approve'))).toBe('ordered');
    await sweep();
    await sweep();
    expect((await taken(world, refs.budget))?.shares).toEqual([[ref, 'confirmed', 0]]);
  });

  test('a rival rejects it between reservation and write: nothing stays taken', async () => {
    const world = withBudget(200_000);
    const ref = await submits(world);
    await isRejectedElsewhere(world, ref);
    expect(await outcome(decides(world, ref, 'approve'))).not.toBe('ordered');
    for (const each of Object.values(refs)) expect((await taken(world, each))?.shares).toEqual([]);
  });
});

test('an order that the provider declines frees all of it, and the next is accepted', async () => {
  const world = withBudget(144_000);
  const ref = await submits(world);
  await decides(world, ref, 'approve');
  await drain(world);
  await answerOrder(world.ports)({
    caller: callerOf(senco),
    params: { ref },
    query: undefined,
    body: { answer: 'declined', reason: 'No room.' },
    key: key('declined'),
  });
  await drain(world);
  for (const each of Object.values(refs)) expect(await taken(world, each)).toEqual({ taken: 0, shares: [] });
  expect(await outcome(decides(world, await submits(world, { key: key('next') }), 'approve'))).toBe('ordered');
});

test('a ledger begins with what was ordered before there was one', async () => {
  const world = withBudget(200_000);
  await world.callOffs.add({ ...anOrder(), ref: 'CO-OLD-0001', idempotencyKey: 'key-of-old-0001', outbox: [] });
  expect(await outcome(decides(world, await submits(world), 'approve'))).toBe('over-budget');
  world.facts.budgets.delete(budget);
  expect(await outcome(decides(world, await submits(world, { key: key('again') }), 'approve'))).toBe('ordered');
  expect((await taken(world, refs.value))?.taken).toBe(288_000);
});

test('once a day every share is compared with its call-off: one that was lost is there again, and what is over for good becomes one total', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  await decides(world, ref, 'approve');
  await drain(world);
  const { itemId, callOff } = await itemOf(world, ref);
  world.callOffs.writeElsewhere(itemId, { ...callOff, order: { ...(callOff.order as NonNullable<CallOff['order']>), state: 'completed' } });
  world.clock.now = '2027-03-19T09:00:00Z';
  await sweepLedgers(world.ports)();
  expect(await taken(world, refs.value)).toEqual({ taken: 144_000, shares: [] });
  await sweepLedgers(world.ports)();
  expect((await taken(world, refs.value))?.taken).toBe(144_000);
});
