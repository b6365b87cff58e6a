import { aCheck, aListing, aProvider, aRate, currentChecks, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { personKey } from '@ap/shared/domain/people/person';
import { orderClock } from '../../functions/src/orders/order-clock.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { later, minute } from '../ports/outbox-world.ts';
import { decides, itemOf, submits } from '../ports/people.ts';
import { drain, sweepOnce } from '../ports/worker.ts';

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
