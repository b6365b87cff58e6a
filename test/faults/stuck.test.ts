import { head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { setAsideReasons } from '@ap/shared/domain/operations/stuck';
import { readMessage } from '../../functions/src/adapters/storage/read-message.ts';
import { performEffect } from '../../functions/src/effects/perform-effect.ts';
import { replayStuck, setStuckAside } from '../../functions/src/operations/act-on-stuck.ts';
import { listStuck } from '../../functions/src/operations/list-stuck.ts';
import { noteNotDone, noteUnreadable, takeGivenUp } from '../../functions/src/operations/take-given-up.ts';
import { takingHints } from '../../functions/src/triggers.ts';
import { memoryParked } from '../ports/memory-parked.ts';
import { memoryGivenUp, memoryStuck } from '../ports/memory-stuck.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, itemOf, key, submits } from '../ports/people.ts';
import { drain, outboxes, sweepOnce } from '../ports/worker.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const later = (world: World, milliseconds: number): void => {
  world.clock.now = new Date(Date.parse(world.clock.now) + milliseconds).toISOString();
};

/** The page of an operator over a world in memory, with the host that gives messages up. */
const operate = (world: World) => {
  const [stuck, givenUp, parked] = [memoryStuck(), memoryGivenUp(), memoryParked()];
  const needs = { ...world.ports, stuck, givenUp, readMessage, parked };
  const all = outboxes(world);
  const call = { caller: callerOf(head), params: undefined, query: undefined };
  const list = async () => (await listStuck(needs, all)({ ...call, body: undefined, key: '' })).stuck;
  return {
    stuck,
    givenUp,
    parked,
    list,
    unreadable: noteUnreadable(needs),
    noted: async () => Object.fromEntries((await list()).map(({ id, why }) => [id, why])),
    take: takeGivenUp(needs, all),
    perform: performEffect(world.ports, all, noteNotDone(needs)),
    replay: (id: string, under = key('replay')) => replayStuck(needs, all)({ ...call, body: { id }, key: under }),
    setAside: (id: string, under = key('aside')) => setStuckAside(needs, all)({ ...call, body: { id, why: 'told-otherwise' }, key: under }),
    giveUp: (text: string) => void givenUp.lying.push({ queue: 'effects', text }),
  };
};

/** A request of which one message, that of the mail to the approver, was given up by the host. */
const withPoison = async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  world.down.mail = true;
  await drain(world);
  world.down.mail = false;
  const [failed, ...others] = world.effects.queue.splice(0);
  world.effects.queue.push(...others);
  await drain(world);
  if (!failed) throw new Error('no message failed');
  await sweepOnce(world);
  const { itemId } = await itemOf(world, ref);
  const message = JSON.stringify({ v: 1, kind: 'effect', list: 'CallOffs', itemId, effectId: failed.effectId, tries: 3 });
  return { world, ref, effectId: failed.effectId, message, ops: operate(world) };
};

describe('a message that the host gave up', () => {
  test('is before a person after one run, says so on its own row, and is taken from its queue', async () => {
    const { world, ref, effectId, message, ops } = await withPoison();
    ops.giveUp(message);
    expect(await ops.take()).toBe(1);
    expect(ops.givenUp.lying).toEqual([]);
    expect(await ops.list()).toMatchObject([{ id: effectId, why: 'poisoned', ref, list: 'CallOffs', mayReplay: true, maySetAside: true }]);
    expect((await itemOf(world, ref)).callOff.attention).toMatchObject([{ reason: 'message-delayed' }]);
  });

  test('is sent again when a person asks for it: exactly once, however often they ask, and then it is no longer shown', async () => {
    const { world, effectId, message, ops } = await withPoison();
    ops.giveUp(message);
    await ops.take();
    const before = world.mails.length;
    expect(await ops.replay(effectId)).toEqual({ state: 'sent' });
    expect(await ops.replay(effectId)).toEqual({ state: 'sent' });
    await drain(world);
    await drain(world);
    expect(world.mails.length - before).toBe(1);
    expect(await ops.list()).toEqual([]);
    expect(await ops.stuck.all()).toEqual([]);
    expect(await ops.replay(effectId)).toEqual({ state: 'over' });
    expect(world.audit.filter(({ action }) => action === 'effect-replayed')).toMatchObject([{ refs: [expect.any(String), effectId] }]);
  });

  test('that is given up again and again, as by a host that crashes on it, is one entry that counts', async () => {
    const { effectId, message, ops } = await withPoison();
    for (let times = 0; times < 3; times += 1) {
      ops.giveUp(message);
      await ops.take();
    }
    expect(await ops.list()).toMatchObject([{ id: effectId, tries: 3 }]);
  });

  test('is not lost when its copy runs out: eight days later the note and the row still know it, and it is sent by the sweep', async () => {
    const { world, effectId, message, ops } = await withPoison();
    ops.giveUp(message);
    await ops.take();
    later(world, 8 * day);
    expect(await ops.noted()).toEqual({ [effectId]: 'poisoned' });
    // Nor when nobody took it for eight days, and the queue forgot it.
    const lost = await withPoison();
    later(lost.world, 8 * day);
    expect(await lost.ops.noted()).toEqual({ [lost.effectId]: 'delayed' });
    const before = lost.world.mails.length;
    await sweepOnce(lost.world);
    await drain(lost.world);
    expect(lost.world.mails.length - before).toBe(1);
    expect(await lost.ops.list()).toEqual([]);
  });

  test('that cannot be noted stays where it is', async () => {
    const { message, ops } = await withPoison();
    ops.giveUp(message);
    const keep = ops.stuck.keep;
    Object.assign(ops.stuck, { keep: async () => Promise.reject(new Error('storage is down')) });
    await expect(ops.take()).rejects.toThrow('storage is down');
    expect(ops.givenUp.lying).toHaveLength(1);
    Object.assign(ops.stuck, { keep });
  });

  test.each([
    ['malformed', 'not json at all, about Zebedee Canary'],
    ['of an unknown version', '{"v":2,"kind":"effect","list":"CallOffs","itemId":1,"effectId":"x","tries":0,"pupil":"Zebedee Canary"}'],
  ])('that is %s is noted without a word of it, counted, and may only be set aside', async (_what, text) => {
    const world = memoryWorld();
    const ops = operate(world);
    ops.giveUp(text);
    ops.giveUp(text);
    await ops.take();
    await ops.unreadable('effects', text);
    const [entry] = await ops.list();
    expect(await ops.list()).toMatchObject([{ why: 'message-unreadable', list: 'effects', tries: 3, mayReplay: false }]);
    expect(JSON.stringify([await ops.stuck.all(), world.log])).not.toContain('Zebedee');
    expect(await ops.replay(entry?.id ?? '')).toEqual({ state: 'over' });
    expect(await ops.setAside(entry?.id ?? '')).toEqual({ state: 'set-aside' });
    expect(await ops.list()).toEqual([]);
  });

  test('a hint that cannot be read is noted as other messages are, and looked at by nobody', async () => {
    const ops = operate(memoryWorld());
    const looked: string[] = [];
    const take = takingHints(
      async (list) => void looked.push(list),
      (raw) => ops.unreadable('list-hints', JSON.stringify(raw)),
    );
    await take({ v: 2, kind: 'list-hint', list: 'Lots' });
    await take({ v: 1, kind: 'list-hint', list: 'Lots' });
    expect(looked).toEqual(['Lots']);
    expect(await ops.list()).toMatchObject([{ why: 'message-unreadable', list: 'list-hints', mayReplay: false }]);
  });
});

describe('what else is stuck', () => {
  test('an effect that fails for more than an hour is shown while it is tried on; one that is done is not', async () => {
    const world = memoryWorld();
    await submits(world);
    world.down.mail = true;
    await drain(world);
    await sweepOnce(world);
    const ops = operate(world);
    expect(await ops.list()).toEqual([]);
    later(world, 61 * minute);
    expect((await ops.list()).map(({ why, kind }) => [why, kind])).toEqual([
      ['delayed', expect.any(String)],
      ['delayed', expect.any(String)],
    ]);
    world.down.mail = false;
    await drain(world);
    expect(await ops.list()).toEqual([]);
  });

  test('an effect of more than 14 days is performed when a person asks for it, and by nobody else', async () => {
    const world = memoryWorld();
    await submits(world);
    world.effects.queue.length = 0;
    await sweepOnce(world);
    later(world, 15 * day);
    await sweepOnce(world);
    const ops = operate(world);
    const mail = (await ops.list()).find(({ kind }) => kind === 'send-approval-mail');
    expect(mail).toMatchObject({ why: 'too-old', mayReplay: true });
    await ops.replay(mail?.id ?? '');
    await drain(world);
    expect(world.mails).toHaveLength(1);
    expect((await ops.list()).map(({ id }) => id)).not.toContain(mail?.id);
  });

  test('a row that nobody can read is shown, and nothing of it can be sent', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.effects.queue.length = 0;
    await sweepOnce(world);
    later(world, 2 * 60 * minute);
    world.callOffs.trouble.unreadable.add((await itemOf(world, ref)).itemId);
    const ops = operate(world);
    const [first] = await ops.list();
    expect(first).toMatchObject({ why: 'row-unreadable', mayReplay: false, maySetAside: false });
    await expect(ops.replay(first?.id ?? '')).rejects.toThrow('a row must be mended first');
  });

  test('a command that was given up is shown for the day in which its outcome is kept; its person was told', async () => {
    const world = memoryWorld();
    const ops = operate(world);
    const by = { ...senco, guest: false, client: 'deciding' } as const;
    const parkedAt = world.clock.now;
    await ops.parked.keep({ id: 'a'.repeat(40), endpoint: 'submitCallOff', by, parkedAt, input: { key: 'x' } });
    expect(await ops.list()).toEqual([]);
    const how = { code: 'busy-try-later', detail: 'The register was busy for an hour.' } as const;
    await ops.parked.keep({ id: 'a'.repeat(40), endpoint: 'submitCallOff', by, parkedAt, ended: { at: parkedAt, how } });
    expect(await ops.list()).toMatchObject([{ why: 'command-given-up', kind: 'submitCallOff', mayReplay: false, maySetAside: false }]);
  });
});

describe('setting aside', () => {
  test('gives the effect a receipt, so that neither queue nor sweep sends it; who did it and why is recorded once', async () => {
    const { world, ref, effectId, message, ops } = await withPoison();
    ops.giveUp(message);
    await ops.take();
    const before = world.mails.length;
    expect(await ops.setAside(effectId, 'one-and-the-same-key')).toEqual({ state: 'set-aside' });
    expect(await ops.setAside(effectId, 'one-and-the-same-key')).toEqual({ state: 'over' });
    later(world, 2 * minute);
    await sweepOnce(world);
    await drain(world);
    expect(world.mails).toHaveLength(before);
    expect(await ops.list()).toEqual([]);
    const recorded = world.audit.filter(({ action }) => action === 'effect-set-aside');
    expect(recorded).toMatchObject([{ refs: [ref, effectId, 'told-otherwise'], subjectVersion: 1 }]);
    expect(setAsideReasons).toContain('told-otherwise');
    // The row says no longer that a message is late.
    expect((await itemOf(world, ref)).callOff.attention ?? []).toEqual([]);
  });

  test('a later step of the request goes on as if nothing had been', async () => {
    const { world, ref, effectId, message, ops } = await withPoison();
    ops.giveUp(message);
    await ops.take();
    await ops.setAside(effectId);
    await decides(world, ref, 'approve');
    await drain(world);
    expect(await ops.list()).toEqual([]);
  });
});

test('the sweep tells how old the oldest effect is that is still awaited, without those that nobody sends any more', async () => {
  const world = memoryWorld();
  await submits(world);
  world.effects.queue.length = 0;
  expect(await sweepOnce(world)).toMatchObject({ oldestSeconds: 0 });
  later(world, 20 * minute);
  expect(await sweepOnce(world)).toMatchObject({ oldestSeconds: 1_200 });
  later(world, 15 * day);
  expect(await sweepOnce(world)).toMatchObject({ oldestSeconds: 0, tooOld: 6 });
});
