import { memoryWorld } from '../ports/memory-world.ts';
import { day, later, minute, toldOf, withLostMessages } from '../ports/outbox-world.ts';
import { decides, itemOf, submits } from '../ports/people.ts';
import { drain, sweepOnce, worker } from '../ports/worker.ts';

describe('the sweep', () => {
  test('sends again what the queue lost, once it has had its minute', async () => {
    const { world } = await withLostMessages();
    const run = () => sweepOnce(world);
    expect(await run()).toMatchObject({ learnt: 1, requeued: 0 });
    later(world, minute);
    expect(await run()).toMatchObject({ requeued: 0 });
    later(world, 1_000);
    expect(await run()).toMatchObject({ requeued: 6 });
    await drain(world);
    expect(world.mails).toHaveLength(2);
  });

  test('makes no more and more messages of what fails for hours: one of its own and one of the sweep', async () => {
    const world = memoryWorld();
    await submits(world);
    await drain(world);
    await submits(world, { key: 'key-of-the-second-one' });
    world.down.mail = true;
    world.down.cards = true;
    for (let minutes = 0; minutes < 180; minutes += 1) {
      later(world, minute);
      await sweepOnce(world);
      expect(world.effects.queue.length).toBeLessThanOrEqual(12);
      await drain(world);
    }
    world.down.mail = false;
    world.down.cards = false;
    await drain(world);
    expect(world.effects.queue).toEqual([]);
    expect(world.mails).toHaveLength(4);
  });

  test('never sends what has a receipt, and forgets it', async () => {
    const world = memoryWorld();
    await submits(world);
    await sweepOnce(world);
    await drain(world);
    later(world, 2 * minute);
    expect(await sweepOnce(world)).toMatchObject({ requeued: 0, settled: 6 });
    expect(await world.effects.expected()).toEqual([]);
    expect(world.effects.queue).toEqual([]);
  });

  test('a change that it could not note down is learnt again: its cursor moves after, not before', async () => {
    const { world } = await withLostMessages();
    world.effects.down.expected = true;
    await expect(sweepOnce(world)).rejects.toThrow();
    expect(await world.effects.cursor('CallOffs')).toBeUndefined();
    world.effects.down.expected = false;
    later(world, 2 * minute);
    expect(await sweepOnce(world)).toMatchObject({ learnt: 1, requeued: 6 });
  });

  test('an effect that a later write pruned is settled', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    await sweepOnce(world);
    await drain(world);
    await decides(world, ref, 'approve');
    later(world, 2 * minute);
    await drain(world);
    expect(await sweepOnce(world)).toMatchObject({ requeued: 0, unreadable: 0 });
  });

  test('what waited more than 14 days goes to a person once, and never to the queue', async () => {
    const { world } = await withLostMessages();
    await sweepOnce(world);
    later(world, 14 * day + 1);
    expect(await sweepOnce(world)).toMatchObject({ requeued: 0, tooOld: 6 });
    expect(await sweepOnce(world)).toMatchObject({ requeued: 0, tooOld: 6 });
    expect(new Set(toldOf(world)).size).toBe(6);
    expect(toldOf(world)).toHaveLength(6);
    expect(world.effects.queue).toEqual([]);
    expect(world.effects.allReceipts()).toEqual([]);
  });

  test('it stays told of when its request changes, and a message that comes late tells nobody again', async () => {
    const { world, ref } = await withLostMessages();
    const outbox = (await itemOf(world, ref)).callOff.outbox;
    await sweepOnce(world);
    later(world, 14 * day + 1);
    await sweepOnce(world);
    await decides(world, ref, 'approve');
    const { itemId } = await itemOf(world, ref);
    for (const { id } of outbox) await worker(world)({ list: 'CallOffs', itemId, effectId: id });
    await sweepOnce(world);
    expect(toldOf(world)).toHaveLength(6);
  });

  test('a note that could not be made tells again: a double is possible, silence is not', async () => {
    const { world } = await withLostMessages();
    await sweepOnce(world);
    later(world, 14 * day + 1);
    world.effects.down.expected = true;
    await expect(sweepOnce(world)).rejects.toThrow();
    world.effects.down.expected = false;
    await sweepOnce(world);
    expect(new Set(toldOf(world)).size).toBe(6);
    expect(toldOf(world)).toHaveLength(7);
  });

  test('one record that cannot be read holds up no other', async () => {
    const world = memoryWorld();
    const first = await submits(world, { key: 'key-of-the-first-one' });
    await submits(world, { key: 'key-of-the-second-one' });
    await sweepOnce(world);
    world.effects.queue.length = 0;
    world.callOffs.trouble.unreadable.add((await itemOf(world, first)).itemId);
    later(world, 2 * minute);
    expect(await sweepOnce(world)).toMatchObject({ requeued: 6, unreadable: 6 });
    // Mended, it goes on by itself.
    world.callOffs.trouble.unreadable.clear();
    world.effects.queue.length = 0;
    expect(await sweepOnce(world)).toMatchObject({ requeued: 12, unreadable: 0 });
  });

  test('a register that is down is an error of the whole run: nothing is forgotten', async () => {
    const { world } = await withLostMessages();
    await sweepOnce(world);
    later(world, 2 * minute);
    world.callOffs.trouble.readsFail = true;
    await expect(sweepOnce(world)).rejects.toThrow();
    expect(await world.effects.expected()).toHaveLength(6);
  });
});
