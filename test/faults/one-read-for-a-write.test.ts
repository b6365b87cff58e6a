import { messagesOf, readEffectMessage } from '../../functions/src/adapters/storage/effect-queue.ts';
import { performEffect, performEffects } from '../../functions/src/effects/perform-effect.ts';
import { takingEffects } from '../../functions/src/triggers.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { decides, itemOf, submits } from '../ports/people.ts';
import { outboxes, sweepOnce } from '../ports/worker.ts';

/** The trigger of the queue over a world in memory: what was read of the list, and what was sent again. */
const triggerOf = (world: World) => {
  const again: { readonly effectIds: readonly string[]; readonly tries: number; readonly delay: number }[] = [];
  let reads = 0;
  const callOffs = {
    ...world.ports.callOffs,
    get: (itemId: number) => {
      reads += 1;
      return world.ports.callOffs.get(itemId);
    },
  };
  const ports = { ...world.ports, callOffs };
  const all = outboxes({ ports });
  const take = takingEffects({
    perform: performEffects(all, performEffect(ports, all)),
    queue: {
      sendMessage: (async (text: string, { visibilityTimeout = 0 }) => {
        const message = readEffectMessage(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
        if (message) again.push({ effectIds: message.effectIds, tries: message.tries, delay: visibilityTimeout });
      }) as never,
    },
    unreadable: async () => undefined,
    log: ports.log,
  });
  return { take, again, reads: () => reads };
};

/** The message that a write put on the queue. */
const messageOf = async (world: World, ref: string) => {
  const { itemId, callOff } = await itemOf(world, ref);
  const [message] = messagesOf({ list: 'CallOffs', itemId, ref }, callOff.outbox, {});
  if (!message) throw new Error(`Nothing follows from ${ref}`);
  return message;
};

const receipted = (world: World): readonly string[] =>
  world.effects
    .allReceipts()
    .map(({ effectId }) => effectId)
    .sort();

test('all effects of a request are performed with one read of it, and none twice when the message comes again', async () => {
  const world = memoryWorld();
  const message = await messageOf(world, await submits(world));
  const { take, again, reads } = triggerOf(world);
  expect(message.effectIds).toHaveLength(6);
  await take(message);
  expect(reads()).toBe(1);
  expect(receipted(world)).toEqual([...message.effectIds].sort());
  const [mails, cards] = [world.mails.length, world.cards.length];
  await take(message);
  expect([world.mails.length, world.cards.length, again.length]).toEqual([mails, cards, 0]);
});

test('what fails is sent again without what succeeded', async () => {
  const world = memoryWorld();
  const message = await messageOf(world, await submits(world));
  const { take, again } = triggerOf(world);
  world.down.mail = true;
  await take(message);
  const failed = message.effectIds.filter((id) => !receipted(world).includes(id));
  expect(failed).toHaveLength(2);
  expect(again).toEqual([{ effectIds: failed, tries: 1, delay: expect.any(Number) }]);
});

test('of an item that cannot be read now one message comes again, with everything', async () => {
  const world = memoryWorld();
  const message = await messageOf(world, await submits(world));
  const { take, again } = triggerOf(world);
  world.callOffs.trouble.readsFail = true;
  await take(message);
  expect(again.map(({ effectIds }) => effectIds)).toEqual([message.effectIds]);
  world.callOffs.trouble.readsFail = false;
  await take({ ...message, tries: 1 });
  expect(receipted(world)).toEqual([...message.effectIds].sort());
});

test('an effect that was overtaken is looked at as the item is by now, not as it was when the message was sent', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  const message = await messageOf(world, ref);
  await decides(world, ref, 'reject');
  await triggerOf(world).take(message);
  expect(world.cards.filter(({ summary }) => /asks you to approve/.test(summary))).toEqual([]);
});

test('a message that the release before sent is performed as it always was', async () => {
  const world = memoryWorld();
  const { itemId, effectIds } = await messageOf(world, await submits(world));
  await triggerOf(world).take({ v: 1, kind: 'effect', list: 'CallOffs', itemId, effectId: effectIds[0], tries: 0 });
  expect(receipted(world)).toEqual([effectIds[0]]);
});

test('effects that wait longer are looked for by the sweep with one read of their item', async () => {
  const world = memoryWorld();
  await submits(world);
  world.effects.queue.splice(0);
  let reads = 0;
  const callOffs = {
    ...world.ports.callOffs,
    get: (itemId: number) => {
      reads += 1;
      return world.ports.callOffs.get(itemId);
    },
  };
  const watched = { ports: { ...world.ports, callOffs } };
  world.clock.now = new Date(Date.parse(world.clock.now) + 61_000).toISOString();
  expect(await sweepOnce(watched)).toMatchObject({ learnt: 1, requeued: 6 });
  expect([reads, world.effects.queue.length]).toEqual([1, 6]);
});
