import {
  aListing,
  aMembership,
  aProvider,
  chair,
  councilTenant,
  head,
  officer,
  officers,
  senco,
  stranger,
} from '@ap/shared/domain/call-off/call-off.fixture';
import { personKey } from '@ap/shared/domain/people/person';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { day, later, toldOf, withLostMessages } from '../ports/outbox-world.ts';
import { decides, itemOf, submits } from '../ports/people.ts';
import { drain, sweepOnce, worker } from '../ports/worker.ts';

const receiptsOf = (world: World) =>
  Object.fromEntries(world.effects.allReceipts().map((receipt) => [receipt.effectId.split('-').slice(3).join('-'), receipt.state]));

describe('an effect on the queue', () => {
  test('is performed and leaves a receipt; every later message of it finds that and does nothing', async () => {
    const world = memoryWorld();
    await submits(world);
    const messages = [...world.effects.queue];
    await drain(world);
    expect(world.cards.map(({ to }) => to)).toEqual([personKey(head), expect.any(String), personKey(senco)]);
    expect(world.mails).toHaveLength(2);
    expect(world.audit.map(({ action }) => action)).toEqual(['call-off-submitted']);
    expect(receiptsOf(world)).toEqual({ 'v1-0': 'done', 'v1-1': 'done', 'v1-2': 'done', 'v1-3': 'done', 'v1-4': 'done', 'v1-5': 'done' });
    world.effects.queue.push(...messages, ...messages);
    await drain(world);
    expect([world.cards.length, world.mails.length, world.audit.length]).toEqual([3, 2, 1]);
  });

  test('that fails leaves no receipt, and is done when the service is back', async () => {
    const world = memoryWorld();
    await submits(world);
    world.down.mail = true;
    expect(await drain(world)).toBe(2);
    expect(world.mails).toEqual([]);
    world.down.mail = false;
    expect(await drain(world)).toBe(0);
    expect(world.mails).toHaveLength(2);
  });

  test('that was sent but whose receipt was lost goes out once more: a double is possible, a loss is not', async () => {
    const world = memoryWorld();
    await submits(world);
    world.effects.down.receipts = true;
    await drain(world);
    world.effects.down.receipts = false;
    await drain(world);
    expect(world.mails).toHaveLength(4);
    // The audit knows an event by its id.
    expect(world.audit).toHaveLength(1);
    expect(world.effects.queue).toEqual([]);
  });

  test('whose item is gone, or which nobody made, is owed by nobody', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    await worker(world)({ list: 'CallOffs', itemId: 99, effectId: 'CO-7K3M-9QXT-v1-0' });
    await worker(world)({ list: 'CallOffs', itemId: (await itemOf(world, ref)).itemId, effectId: `${ref}-v9-0` });
    expect(world.effects.allReceipts()).toEqual([]);
    expect(world.cards).toEqual([]);
  });

  test('leaves the outbox with the write after its receipt was read, never before', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    world.down.mail = true;
    await drain(world);
    const before = (await itemOf(world, ref)).callOff.outbox;
    await decides(world, ref, 'approve');
    const after = (await itemOf(world, ref)).callOff.outbox;
    const unsent = before.filter((effect) => effect.kind === 'send-approval-mail').map((effect) => effect.id);
    expect(unsent).toHaveLength(2);
    expect(after.filter((effect) => effect.version === 1).map((effect) => effect.id)).toEqual(unsent);
  });

  test('older than 14 days never goes out by itself: it has no receipt and is said to a person', async () => {
    const world = memoryWorld();
    await submits(world);
    later(world, 14 * day + 1);
    await drain(world);
    expect([world.cards, world.mails, world.audit]).toEqual([[], [], []]);
    expect(world.effects.allReceipts()).toEqual([]);
    await sweepOnce(world);
    expect(toldOf(world)).toHaveLength(6);
  });

  test('of exactly 14 days still does', async () => {
    const world = memoryWorld();
    await submits(world);
    later(world, 14 * day);
    await drain(world);
    expect(world.mails).toHaveLength(2);
  });
});

describe('an effect that was overtaken', () => {
  test('asks nobody any more: the approval cards and mails of a decided step are superseded', async () => {
    const { world, ref } = await withLostMessages();
    const { itemId, callOff } = await itemOf(world, ref);
    await decides(world, ref, 'reject');
    for (const effect of callOff.outbox) await worker(world)({ list: 'CallOffs', itemId, effectId: effect.id });
    expect(world.cards).toEqual([]);
    expect(world.mails).toEqual([]);
    expect(receiptsOf(world)).toEqual({
      'v1-0': 'superseded',
      'v1-1': 'superseded',
      'v1-2': 'superseded',
      'v1-3': 'superseded',
      // 'Your request was sent for approval' would come after 'your request was rejected'.
      'v1-4': 'superseded',
      'v1-5': 'done',
    });
  });

  test('tells the requester nothing that is so no longer, and never the comment of another decision', async () => {
    const world = memoryWorld();
    const ref = await submits(world, { request: { payer: 'council-budget' } });
    await drain(world);
    world.cards.length = 0;
    await decides(world, ref, 'approve', { comment: 'From the head.' });
    await decides(world, ref, 'reject', { by: officer, comment: 'From the officer.' });
    await drain(world);
    const told = world.cards.filter(({ to }) => to === personKey(senco));
    expect(told.map(({ summary }) => summary)).toEqual([`${ref} was rejected`]);
    expect(JSON.stringify(told)).toContain('From the officer.');
    expect(JSON.stringify(told)).not.toContain('From the head.');
  });

  test('the comment of the decision itself is told, even when more has happened since', async () => {
    const world = memoryWorld();
    const ref = await submits(world, { request: { payer: 'council-budget' } });
    await decides(world, ref, 'approve', { comment: 'From the head.' });
    await drain(world);
    const told = world.cards.filter(({ to }) => to === personKey(senco));
    expect(told.map(({ summary }) => summary)).toEqual([`${ref} passed one approval and is with the next approver`]);
    expect(JSON.stringify(told)).toContain('From the head.');
  });

  test('every card that was sent shows the decision, without a button', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    await drain(world);
    await decides(world, ref, 'approve');
    await drain(world);
    expect(world.updates).toHaveLength(2);
    for (const { card } of world.updates) expect(card.actions?.map((action) => action.type)).toEqual(['Action.OpenUrl']);
  });
});

describe('an approver whom no card can reach', () => {
  test('gets the mail all the same, and the receipt says why', async () => {
    const world = memoryWorld();
    world.down.onlyTenant = councilTenant;
    await submits(world);
    await drain(world);
    expect(world.cards).toEqual([]);
    expect(receiptsOf(world)).toMatchObject({ 'v1-0': 'not-delivered', 'v1-1': 'done' });
    // The requester is told by mail where no card reaches them either.
    expect(world.mails.map(({ to }) => to)).toContain(senco.email);
  });

  test('the fallback approver is asked as any other', async () => {
    const world = memoryWorld();
    world.facts.members = world.facts.members.filter((member) => member.person === senco);
    await submits(world, { request: { useFallbackApprover: true } });
    await drain(world);
    expect(world.mails.map(({ to }) => to)).toEqual([chair.email]);
  });
});

describe('nothing of a pupil leaves', () => {
  const canary = { pupilRef: 'ZQ-7319', objectives: 'Canaryobjectives for spring', ehcPlan: true, lookedAfter: true };
  const secret = /ZQ-7319|canaryobjectives|EHC|looked.?after|compulsory/i;

  test('not on a card, in a mail, a message, a receipt, the log or the audit, at any step', async () => {
    const world = memoryWorld();
    // An EHC plan asks the SEN case officer as well.
    world.facts.officers = [...officers, aMembership(stranger, ['approver'], { buyerRef: 'CD-SEND', payers: ['ehc-top-up'] })];
    const messages: unknown[] = [];
    const all = async () => {
      messages.push(...world.effects.queue);
      await drain(world);
    };
    const ref = await submits(world, { request: { ...canary, payer: 'council-budget' } });
    await all();
    await decides(world, ref, 'return', { comment: 'Fewer days.' });
    await all();
    const other = await submits(world, { key: 'key-of-the-other-one', request: { ...canary, payer: 'council-budget' } });
    await decides(world, other, 'approve');
    await decides(world, other, 'approve', { by: stranger });
    await decides(world, other, 'approve', { by: officer });
    await all();
    world.facts.listing = aListing({ provider: aProvider({ status: 'suspended' }) });
    const third = await submits(world, { key: 'key-of-the-third-one', request: canary }).catch((error: unknown) => error);
    const left = { messages, third, cards: world.cards, updates: world.updates, mails: world.mails, audit: world.audit, log: world.log };
    expect(JSON.stringify({ ...left, receipts: world.effects.allReceipts() })).not.toMatch(secret);
    expect(world.mails.some(({ to }) => to === 'orders@blackmore.example')).toBe(true);
    // The register itself keeps what the school wrote.
    expect((await itemOf(world, ref)).callOff.request).toMatchObject(canary);
  });

  test('a message carries ids only, and is small', async () => {
    const world = memoryWorld();
    await submits(world);
    for (const message of world.effects.queue) {
      expect(Object.keys(message)).toEqual(['list', 'itemId', 'effectId']);
      expect(JSON.stringify(message).length).toBeLessThan(2_048);
    }
  });
});
