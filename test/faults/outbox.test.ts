import {
  aCheck,
  aListing,
  aMembership,
  aProvider,
  aRate,
  chair,
  councilTenant,
  currentChecks,
  head,
  officer,
  officers,
  senco,
  stranger,
} from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { personKey } from '@ap/shared/domain/people/person';
import { orderClock } from '../../functions/src/orders/order-clock.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { decides, itemOf, submits } from '../ports/people.ts';
import { drain, sweepOnce, worker } from '../ports/worker.ts';

const later = (world: World, milliseconds: number): void => {
  world.clock.now = new Date(Date.parse(world.clock.now) + milliseconds).toISOString();
};
const minute = 60_000;
const day = 24 * 60 * minute;

/** A request whose effects were all queued and lost again, as a queue loses them that was purged. */
const withLostMessages = async (): Promise<{ world: World; ref: string }> => {
  const world = memoryWorld();
  const ref = await submits(world);
  world.effects.queue.length = 0;
  return { world, ref };
};

/** The effects that the operator was told of, by id. */
const toldOf = (world: World) => world.log.filter(({ name }) => name === 'effect-too-old').map(({ ids }) => ids.effectId);

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

describe('an order leaves only while it may', () => {
  const ordered = async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    await decides(world, ref, 'approve');
    return { world, ref };
  };

  test('to the provider, with its number', async () => {
    const { world } = await ordered();
    await drain(world);
    expect(world.mails.filter(({ to }) => to === 'orders@blackmore.example').map(({ subject }) => subject)).toEqual([
      'Order AP-000001 from Stour Vale School',
    ]);
  });

  test.each([
    ['was suspended', aListing({ provider: aProvider({ status: 'suspended' }) }), 'provider-not-active'],
    ['cannot be found', aListing({ provider: undefined }), 'provider-not-active'],
    ['has a price of another lot', aListing({ rates: [aRate({ lotKey: 'AP-2026-2' })] }), 'rate-not-for-lot'],
    [
      'lost a check',
      aListing({ qaChecks: [...currentChecks.slice(1), aCheck('staff-checks', { expiresOn: localDate('2026-11-23') })] }),
      'qa-not-current',
    ],
  ])(
    'not when the provider %s after the approval: it is held, the item says so, and the requester is told',
    async (_why, listing, reason) => {
      const { world, ref } = await ordered();
      world.facts.listing = listing;
      await drain(world);
      expect(world.mails.filter(({ to }) => to === 'orders@blackmore.example')).toEqual([]);
      expect(world.effects.allReceipts().find((receipt) => receipt.kind === 'mail-order-to-provider')).toMatchObject({
        state: 'stuck',
        reason,
      });
      const { callOff } = await itemOf(world, ref);
      expect(callOff).toMatchObject({ version: 3, attention: [{ reason: 'order-not-sent', detail: expect.stringMatching(/[.]$/) }] });
      expect(callOff.history.at(-1)?.what).toBe('Order not sent to the provider');
      await drain(world);
      expect(world.cards.filter(({ to }) => to === personKey(senco)).map(({ summary }) => summary)).toContain(
        'Order AP-000001 could not be sent to the provider',
      );
      expect(JSON.stringify(world.cards)).toContain('Do not start the placement.');
      expect(world.audit.map(({ action }) => action)).toContain('order-not-sent');
    },
  );

  test('that it waits for the provider is not told of an order that was held before', async () => {
    const { world } = await ordered();
    world.facts.listing = aListing({ provider: aProvider({ status: 'suspended' }) });
    const news = world.effects.queue.splice(0).reverse();
    world.effects.queue.push(...news);
    await drain(world);
    await drain(world);
    const told = world.cards.filter(({ to }) => to === personKey(senco)).map(({ summary }) => summary);
    expect(told.at(-1)).toBe('Order AP-000001 could not be sent to the provider');
  });

  test('a hold whose receipt was lost is not written twice, and the order does not leave when the hold has ended since', async () => {
    const { world, ref } = await ordered();
    world.facts.listing = aListing({ provider: aProvider({ status: 'suspended' }) });
    world.effects.down.receipts = true;
    await drain(world);
    world.effects.down.receipts = false;
    world.facts.listing = aListing();
    await drain(world);
    expect((await itemOf(world, ref)).callOff.version).toBe(3);
    expect(world.mails.filter(({ to }) => to === 'orders@blackmore.example')).toEqual([]);
  });

  test('a stuck order does not leave by a retry or the sweep once the hold is lifted: a person decides', async () => {
    const { world } = await ordered();
    const messages = [...world.effects.queue];
    world.facts.listing = aListing({ provider: aProvider({ status: 'suspended' }) });
    await drain(world);
    world.facts.listing = aListing();
    world.effects.queue.push(...messages);
    await drain(world);
    later(world, 5 * minute);
    await sweepOnce(world);
    await drain(world);
    expect(world.mails.filter(({ to }) => to === 'orders@blackmore.example')).toEqual([]);
  });
});

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

describe('a provider that says nothing is reminded on the last morning', () => {
  const onTheLastMorning = async (told: Partial<World['facts']['listing']> = {}): Promise<readonly string[]> => {
    const world = memoryWorld();
    await decides(world, await submits(world), 'approve');
    await drain(world);
    world.facts.listing = { ...world.facts.listing, ...told };
    // Two working days from the Tuesday of the approval.
    world.clock.now = '2026-11-26T09:30:00.000Z';
    await orderClock(world.ports)();
    await drain(world);
    return world.mails.filter(({ to }) => to === 'orders@blackmore.example').map(({ subject }) => subject);
  };

  test('with a new link', async () => {
    expect(await onTheLastMorning()).toEqual([
      'Order AP-000001 from Stour Vale School',
      'Waiting for your answer: order AP-000001 from Stour Vale School',
    ]);
  });

  test('but not while it is held: nobody is urged to take what might not be sent now', async () => {
    const subjects = await onTheLastMorning({ provider: aProvider({ status: 'suspended' }) });
    expect(subjects).toEqual(['Order AP-000001 from Stour Vale School']);
  });
});
