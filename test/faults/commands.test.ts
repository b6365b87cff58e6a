import { decideApproval } from '@ap/shared/domain/approvals/decide-approval';
import {
  aCommand,
  accepted,
  aDecision,
  aListing,
  aProvider,
  decisionFacts,
  deputy,
  head,
  senco,
} from '@ap/shared/domain/call-off/call-off.fixture';
import { decideApproval as decide } from '../../functions/src/approvals/decide-approval.ts';
import { withdrawCallOff } from '../../functions/src/call-offs/change-call-off.ts';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, itemOf, key, submits } from '../ports/people.ts';

const problem = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'accepted';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    if (error instanceof ServiceBusy) return `busy for ${error.retryAfterSeconds} s`;
    throw error;
  }
};

/** A decision as another process makes it: past the queue that keeps this process in turn. */
const decidesElsewhere = async (world: World, ref: string, verdict: 'approve' | 'reject', by: typeof head): Promise<void> => {
  const { itemId, callOff } = await itemOf(world, ref);
  const command = { ...aDecision(callOff, verdict), ...aCommand(by) };
  world.callOffs.writeElsewhere(itemId, accepted(decideApproval(callOff, command, decisionFacts())).state);
};

/** Somebody saves the item in SharePoint: the same state under a new version. */
const savesElsewhere = async (world: World, ref: string): Promise<void> => {
  const { itemId, callOff } = await itemOf(world, ref);
  world.callOffs.writeElsewhere(itemId, callOff);
};

const queued = (world: World) => world.effects.queue.map((message) => message.effectId);

describe('a decision while others write', () => {
  test('a rival who writes first wins: ours is decided again, finds that out and changes nothing', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const seen = { round: 1, step: 0 };
    world.callOffs.fates.push({ rival: () => decidesElsewhere(world, ref, 'reject', deputy) });
    expect(await problem(decides(world, ref, 'approve', { seen }))).toBe('approval-already-decided');
    const { callOff } = await itemOf(world, ref);
    expect(callOff).toMatchObject({ status: 'rejected', version: 2 });
    expect(callOff.order).toBeUndefined();
  });

  test('a rival write that leaves the request open only costs a second try', async () => {
    const world = memoryWorld();
    const ref = await submits(world, { request: { payer: 'council-budget' } });
    world.callOffs.fates.push({ rival: () => savesElsewhere(world, ref) });
    expect((await decides(world, ref, 'approve')).callOff.version).toBe(2);
    expect(world.log.map(({ name }) => name)).toContain('write-repeated');
  });

  test('facts are read again with every try: a provider suspended in between stops the order', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.callOffs.fates.push({
      rival: async () => {
        await savesElsewhere(world, ref);
        world.facts.listing = aListing({ provider: aProvider({ status: 'suspended' }) });
      },
    });
    expect(await problem(decides(world, ref, 'approve'))).toBe('provider-not-active');
    expect((await itemOf(world, ref)).callOff.status).toBe('awaiting-approval');
  });

  test('after five contended tries the caller is told to come back, and nothing has changed', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const before = (await itemOf(world, ref)).callOff;
    world.callOffs.fates.push(...Array.from({ length: 5 }, () => ({ rival: () => savesElsewhere(world, ref) })));
    expect(await problem(decides(world, ref, 'approve'))).toBe('busy for 2 s');
    expect((await itemOf(world, ref)).callOff).toEqual(before);
    expect(await problem(decides(world, ref, 'approve'))).toBe('accepted');
  });

  test('two people at once in one process: exactly one decision is made', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const seen = { round: 1, step: 0 };
    const outcomes = await Promise.all([
      problem(decides(world, ref, 'approve', { seen })),
      problem(decides(world, ref, 'reject', { by: deputy, seen })),
    ]);
    expect(outcomes).toEqual(['accepted', 'approval-already-decided']);
  });
});

describe('a write without an answer is unknown, not failed', () => {
  test('that arrived is recognised by its command: it is applied once, and its effects are queued', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const before = queued(world);
    world.callOffs.fates.push('unanswered');
    const { callOff } = await decides(world, ref, 'approve');
    expect(callOff).toMatchObject({ status: 'ordered', version: 2 });
    expect(queued(world)).toEqual(expect.arrayContaining(callOff.outbox.map((effect) => effect.id)));
    expect(queued(world).length).toBeGreaterThan(before.length);
  });

  test('that was lost is made again, once', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.callOffs.fates.push('lost');
    expect((await decides(world, ref, 'approve')).callOff).toMatchObject({ status: 'ordered', version: 2 });
  });

  test('five times lost: busy for as long as the service said, and the same key completes it later', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.callOffs.fates.push('lost', 'lost', 'lost', 'lost', 'lost');
    expect(await problem(decides(world, ref, 'approve'))).toBe('busy for 5 s');
    expect((await itemOf(world, ref)).callOff.version).toBe(1);
    expect((await decides(world, ref, 'approve')).callOff.version).toBe(2);
  });

  test('four times lost and the fifth time unanswered: what arrived last is found, not reported as busy', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.callOffs.fates.push('lost', 'lost', 'lost', 'lost', 'unanswered');
    expect((await decides(world, ref, 'approve')).callOff).toMatchObject({ status: 'ordered', version: 2 });
  });

  test('followed by a register that cannot be read: busy; the same key finds it done and does it no second time', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.callOffs.fates.push({
      rival: async () => {
        world.callOffs.trouble.readsFail = true;
      },
    });
    // Between our read and our write the register breaks: the write arrives, but its answer cannot be read.
    const seen = { round: 1, step: 0 };
    expect(await problem(decides(world, ref, 'approve', { seen }))).toBe('busy for 7 s');
    world.callOffs.trouble.readsFail = false;
    expect((await decides(world, ref, 'approve', { seen })).callOff.version).toBe(2);
  });
});

describe('the same key', () => {
  test('sent again answers with the present state: no version, no effect, no order more', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const seen = { round: 1, step: 0 };
    const first = await decides(world, ref, 'approve', { seen });
    const after = queued(world);
    const again = await decides(world, ref, 'approve', { seen });
    expect(again.callOff).toEqual(first.callOff);
    expect(queued(world)).toEqual(after);
  });

  test.each([
    ['another verdict', { verdict: 'return' as const }],
    ['another comment', { comment: 'Go on.' }],
    ['another step', { seen: { round: 1, step: 1 } }],
  ])('with %s is refused, and changes nothing', async (_what, told) => {
    const world = memoryWorld();
    const ref = await submits(world, { request: { payer: 'council-budget' } });
    const same = { key: key('one'), seen: { round: 1, step: 0 } };
    const first = await decides(world, ref, 'approve', same);
    const { verdict = 'approve' as const, ...more } = told as { verdict?: 'return' };
    expect(await problem(decides(world, ref, verdict, { ...same, ...more }))).toBe('idempotency-mismatch');
    expect((await itemOf(world, ref)).callOff).toEqual(first.callOff);
  });

  test("of another person is another command: nobody gets another's answer", async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const same = { key: key('one'), seen: { round: 1, step: 0 } };
    await decides(world, ref, 'reject', same);
    expect(await problem(decides(world, ref, 'reject', { ...same, by: deputy }))).toBe('approval-already-decided');
    expect(await problem(decides(world, ref, 'reject', { ...same, by: senco }))).toBe('requester-cannot-approve');
  });
});

test('a queue that is down stops nobody: the effects wait in the item', async () => {
  const world = memoryWorld();
  world.effects.down.queue = true;
  const ref = await submits(world);
  const { callOff } = await decides(world, ref, 'approve');
  expect(callOff.outbox.map((effect) => effect.kind)).toContain('mail-order-to-provider');
  expect(world.effects.queue).toEqual([]);
  expect(world.log.filter(({ name }) => name === 'effects-left-to-sweep')).toHaveLength(2);
});

test('whoever may not know of a request is told that there is none, and it is read once', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  let reads = 0;
  const find: typeof world.callOffs.find = (wanted) => {
    reads += 1;
    return world.callOffs.find(wanted);
  };
  const ports = { ...world.ports, callOffs: { ...world.callOffs, find } };
  const decision = {
    ref,
    by: head,
    verdict: 'approve' as const,
    comment: undefined,
    channel: 'page' as const,
    seen: { round: 1, step: 0 },
  };
  expect(await problem(decide(ports, { ...decision, key: key('foreign'), mayKnow: () => false }))).toBe('not-found');
  expect([reads, (await itemOf(world, ref)).callOff.version]).toEqual([1, 1]);
  await decide(ports, { ...decision, key: key('own'), mayKnow: () => true });
  expect(reads).toBe(2);
});

test('a request that nobody made is not found', async () => {
  const world = memoryWorld();
  await submits(world);
  const withdraw = withdrawCallOff(world.ports)({
    caller: callerOf(senco),
    params: { ref: 'CO-0000-0000' },
    query: undefined,
    body: undefined,
    key: key('withdraw'),
  });
  expect(await problem(withdraw)).toBe('not-found');
});

describe('E30: making a request, once for each key', () => {
  test('the same twice makes one call-off, also when both come at once', async () => {
    const world = memoryWorld();
    const refs = await Promise.all([submits(world), submits(world)]);
    expect(new Set([...refs, await submits(world)]).size).toBe(1);
    expect(world.callOffs.count()).toBe(1);
    expect(queued(world)).toHaveLength(6);
  });

  test('with other content the same key is refused', async () => {
    const world = memoryWorld();
    await submits(world);
    expect(await problem(submits(world, { request: { age: 14 } }))).toBe('idempotency-mismatch');
    expect(world.callOffs.count()).toBe(1);
  });

  test('another key makes another', async () => {
    const world = memoryWorld();
    expect(await submits(world, { key: key('first') })).not.toBe(await submits(world, { key: key('second') }));
    expect(world.callOffs.count()).toBe(2);
  });

  test.each([
    ['arrived', ['unanswered' as const]],
    ['was lost', ['lost' as const]],
    ['was lost four times and arrived the fifth', [...Array.from({ length: 4 }, () => 'lost' as const), 'unanswered' as const]],
  ])('a create without an answer that %s makes one, and its effects are queued', async (_what, fates) => {
    const world = memoryWorld();
    world.callOffs.fates.push(...fates);
    const ref = await submits(world);
    expect(world.callOffs.count()).toBe(1);
    expect(queued(world)).toEqual((await itemOf(world, ref)).callOff.outbox.map((effect) => effect.id));
  });

  test('five times lost is busy; the same key makes it later', async () => {
    const world = memoryWorld();
    world.callOffs.fates.push('lost', 'lost', 'lost', 'lost', 'lost');
    expect(await problem(submits(world))).toBe('busy for 5 s');
    expect(world.callOffs.count()).toBe(0);
    await submits(world);
    expect(world.callOffs.count()).toBe(1);
  });

  test('a reference that another call-off has by chance is not taken: the next one is', async () => {
    const world = memoryWorld();
    const ref = await submits(world, { key: key('first') });
    const other = memoryWorld();
    // The first call-off of this world holds the reference that the second key would get.
    const wanted = await submits(other, { key: key('second') });
    const stored = await itemOf(world, ref);
    world.callOffs.writeElsewhere(stored.itemId, { ...stored.callOff, ref: wanted });
    const second = await submits(world, { key: key('second') });
    expect(second).not.toBe(wanted);
    expect(second).toMatch(/^CO-/);
    expect(world.callOffs.count()).toBe(2);
  });

  test('what the rules refuse is refused with a pointer into the body, and nothing is made', async () => {
    const world = memoryWorld();
    const refused = await submits(world, { request: { pupilRef: 'Jack Smith' } }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'pupil-reference-not-allowed', pointer: '/request/pupilRef' });
    expect(world.callOffs.count()).toBe(0);
    expect(world.effects.queue).toEqual([]);
  });
});
