import { aListing, aProvider, head, officer, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { callOffs, fromCallOff } from '@ap/shared/lists/call-offs';
import { encodeFields } from '@ap/shared/lists/codec';
import { toReply } from '../../functions/src/call-offs/call-off-view.ts';
import { settleMessages } from '../../functions/src/call-offs/settle-messages.ts';
import type { Caller } from '../../functions/src/http/caller.ts';
import { answerOrder } from '../../functions/src/orders/answer-order.ts';
import { sendHeldOrder } from '../../functions/src/orders/send-held-order.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, itemOf, key, submits } from '../ports/people.ts';
import { drain, sweepOnce } from '../ports/worker.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const later = (world: World, milliseconds: number): void => {
  world.clock.now = new Date(Date.parse(world.clock.now) + milliseconds).toISOString();
};

/** What a commissioner reads in the list. */
const columnOf = async (world: World, ref: string): Promise<unknown> =>
  encodeFields(callOffs, fromCallOff((await itemOf(world, ref)).callOff), 'create').NeedsAttention;

const commissioner: Caller = { ...callerOf(officer), councilRoles: ['commissioner'], commissioner: true };
const asCommissioner = (ref: string) => ({
  caller: commissioner,
  params: { ref },
  query: undefined,
  body: undefined,
  key: key('commissioner'),
});

describe('a message that fails', () => {
  test('for an hour is on the item for everybody to see, and goes when it was sent after all', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.down.mail = true;
    later(world, 60 * minute);
    await drain(world);
    expect(await columnOf(world, ref)).toBeUndefined();
    later(world, 1_000);
    await drain(world);
    expect(await columnOf(world, ref)).toBe('message-delayed');
    const { callOff } = await itemOf(world, ref);
    // A note, not a command of somebody: nothing else of the record changes.
    expect(callOff).toMatchObject({ version: 1, attention: [{ reason: 'message-delayed', since: world.clock.now }] });
    world.down.mail = false;
    await drain(world);
    expect(await columnOf(world, ref)).toBeUndefined();
    expect(world.mails).toHaveLength(2);
  });

  test('stays on the item while another still fails', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.down.mail = true;
    later(world, 61 * minute);
    const [, mail] = world.effects.queue.splice(0);
    if (mail) world.effects.queue.push(mail);
    await drain(world);
    world.down.mail = false;
    // Only this one goes out; the five others were lost and wait for the sweep.
    await drain(world);
    expect(await columnOf(world, ref)).toBe('message-delayed');
    await sweepOnce(world);
    await drain(world);
    expect(await columnOf(world, ref)).toBeUndefined();
  });

  test('is noted although a rival writes first, and takes nothing of what the rival wrote', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.down.mail = true;
    later(world, 61 * minute);
    world.callOffs.fates.push({
      rival: async () => {
        const { itemId, callOff } = await itemOf(world, ref);
        world.callOffs.writeElsewhere(itemId, { ...callOff, buyerName: 'Stour Vale Academy' });
      },
    });
    await drain(world);
    expect((await itemOf(world, ref)).callOff.buyerName).toBe('Stour Vale Academy');
    expect(await columnOf(world, ref)).toBe('message-delayed');
  });

  test('and whose note cannot be written fails as it did: it is tried again', async () => {
    const world = memoryWorld();
    await submits(world);
    world.down.mail = true;
    later(world, 61 * minute);
    world.callOffs.fates.push('lost', 'lost', 'lost', 'lost', 'lost', 'lost');
    expect(await drain(world)).toBe(2);
    expect(world.log.map(({ name }) => name)).toContain('attention-not-noted');
  });

  test('for 14 days ends on the item: it is sent no more, and a commissioner settles it', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.effects.queue.length = 0;
    await sweepOnce(world);
    later(world, 14 * day + 1);
    await sweepOnce(world);
    expect(await columnOf(world, ref)).toBe('message-not-sent');
    expect(world.effects.queue).toEqual([]);
    const reply = await settleMessages(world.ports)(asCommissioner(ref));
    expect(reply).toMatchObject({ attention: [], may: [] });
    await sweepOnce(world);
    expect(await columnOf(world, ref)).toBeUndefined();
  });

  test('that is the order itself is held after 14 days, so that a commissioner can send it', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    await drain(world);
    await decides(world, ref, 'approve');
    const order = (await itemOf(world, ref)).callOff.outbox.find(({ kind }) => kind === 'mail-order-to-provider');
    const others = world.effects.queue.splice(0).filter(({ effectId }) => effectId !== order?.id);
    world.effects.queue.push(...others);
    await drain(world);
    await sweepOnce(world);
    later(world, 14 * day + 1);
    await sweepOnce(world);
    expect(await columnOf(world, ref)).toBe('order-not-sent');
    await sendHeldOrder(world.ports)(asCommissioner(ref));
    await drain(world);
    expect(world.mails.filter(({ to }) => to === 'orders@blackmore.example')).toHaveLength(1);
    expect(await columnOf(world, ref)).toBeUndefined();
  });
});

describe('an order that was held', () => {
  const held = async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    await decides(world, ref, 'approve');
    world.facts.listing = aListing({ provider: aProvider({ status: 'suspended' }) });
    await drain(world);
    await drain(world);
    return { world, ref };
  };
  const orders = (world: World) => world.mails.filter(({ to }) => to === 'orders@blackmore.example');

  test('is in the list', async () => {
    const { world, ref } = await held();
    expect(await columnOf(world, ref)).toBe('order-not-sent');
  });

  test('is sent by a commissioner once the hold has ended, and only then; the same click sends it once', async () => {
    const { world, ref } = await held();
    await expect(sendHeldOrder(world.ports)(asCommissioner(ref))).rejects.toMatchObject({ code: 'provider-not-active' });
    world.facts.listing = aListing();
    await sendHeldOrder(world.ports)(asCommissioner(ref));
    await sendHeldOrder(world.ports)(asCommissioner(ref));
    await drain(world);
    expect(orders(world)).toHaveLength(1);
    expect(await columnOf(world, ref)).toBeUndefined();
  });

  test('whose provider is suspended again before it leaves is held again', async () => {
    const { world, ref } = await held();
    world.facts.listing = aListing();
    await sendHeldOrder(world.ports)(asCommissioner(ref));
    world.facts.listing = aListing({ provider: aProvider({ status: 'suspended' }) });
    await drain(world);
    expect(orders(world)).toEqual([]);
    expect(await columnOf(world, ref)).toBe('order-not-sent');
  });

  test('is in the list no longer when the school records that the provider declined', async () => {
    const { world, ref } = await held();
    const body = { answer: 'declined' as const, reason: 'The provider is suspended.' };
    await answerOrder(world.ports)({ caller: callerOf(senco), params: { ref }, query: undefined, body, key: key('declined') });
    expect(await columnOf(world, ref)).toBeUndefined();
  });

  test('every version of all that has its line in the audit', async () => {
    const { world, ref } = await held();
    world.facts.listing = aListing();
    await sendHeldOrder(world.ports)(asCommissioner(ref));
    await drain(world);
    const { version } = (await itemOf(world, ref)).callOff;
    expect(new Set(world.audit.map(({ subjectVersion }) => subjectVersion)).size).toBe(version);
  });

  test('is nothing that a school or an approver can send', async () => {
    const { world, ref } = await held();
    const { callOff } = await itemOf(world, ref);
    expect(toReply(callOff, commissioner, [], world.clock.now).may).toEqual(['answer', 'send-order']);
    for (const person of [senco, head]) expect(toReply(callOff, callerOf(person), [], world.clock.now).may).not.toContain('send-order');
  });
});
