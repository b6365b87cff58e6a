import { aCallOff, aFramework, aListing, aProvider, aRate } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { financialYearOf } from '@ap/shared/domain/ledgers/financial-year';
import { takenOf } from '@ap/shared/domain/ledgers/ledger';
import { pence } from '@ap/shared/domain/money/money';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { sweepLedgers } from '../../functions/src/ledgers/sweep-ledgers.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { decides, key, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// Each read and write of a list is paid for out of a quota (docs/reliability.md): what is counted here are calls, by the ports.

type Registers = 'callOffs' | 'ledgers' | 'providers';

/** The same world, in which every call of these registers is counted by its name. `known`: what the copy of the ledgers says, where it lags. */
const counted = (world: World, known?: () => ReturnType<Ports['ledgers']['known']>) => {
  const calls: Record<string, number> = {};
  const counting = <T extends object>(name: string, register: T): T =>
    Object.fromEntries(
      Object.entries(register).map(([method, act]) => [
        method,
        typeof act === 'function'
          ? (...given: unknown[]) => {
              calls[`${name}.${method}`] = (calls[`${name}.${method}`] ?? 0) + 1;
              return act(...given);
            }
          : act,
      ]),
    ) as T;
  const { callOffs, ledgers, providers } = world.ports;
  const ports: Ports = {
    ...world.ports,
    callOffs: counting<Ports['callOffs']>('callOffs', callOffs),
    ledgers: counting<Ports['ledgers']>('ledgers', known ? { ...ledgers, known } : ledgers),
    providers: counting<Ports['providers']>('providers', providers),
  } satisfies Record<Registers, unknown> & Ports;
  return { calls, world: { ...world, ports } };
};

/** A request of another pupil that waits for its approver. */
const another = async (world: World, pupil: number): Promise<string> => {
  const one = aCallOff();
  const ref = `CO-TEST-000${pupil}`;
  const price = { ...one.price, rateHash: world.ports.hashes.rate(aRate()) };
  const request = { ...one.request, pupilRef: `P-${pupil}` };
  await world.callOffs.add({ ...one, ref, idempotencyKey: `key-of-test-000${pupil}`, price, request, outbox: [] });
  return ref;
};

/** A world whose ledgers have begun, with their state of that moment as the copy that lags. */
const begun = async (change: (world: World) => void = () => undefined) => {
  const world = memoryWorld();
  change(world);
  await decides(world, await submits(world), 'approve');
  await drain(world);
  const then = await world.ports.ledgers.known();
  return { world, lagging: async () => then };
};

const value = 'FV-AP-2026';
const shares = async (world: World) => {
  const ledger = (await world.ports.ledgers.find(value))?.state;
  return { taken: ledger && takenOf(ledger), shares: ledger?.shares.map(({ subject, state }) => [subject, state]) };
};

describe('a request that is sent', () => {
  test('is made without a look for an earlier one: its list takes a key once', async () => {
    const { calls, world } = counted(memoryWorld());
    await submits(world);
    expect(calls).toMatchObject({ 'callOffs.add': 1 });
    expect(calls).not.toHaveProperty('callOffs.findByKey');
  });

  test('again, where it is known, is read once, and nothing is decided anew', async () => {
    const { calls, world } = counted(memoryWorld());
    const ref = await submits(world);
    for (const name of Object.keys(calls)) delete calls[name];
    expect(await submits(world)).toBe(ref);
    expect(calls).toEqual({ 'callOffs.known': 1, 'callOffs.get': 1 });
  });

  test('again to a process that has not heard of it is found by its key, and is one', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    const unheard = { ...world, ports: { ...world.ports, callOffs: { ...world.ports.callOffs, known: async () => [] } } };
    expect(await submits(unheard)).toBe(ref);
    expect(world.callOffs.count()).toBe(1);
    // Its provider was suspended meanwhile: a new request would be refused, this one was made.
    world.facts.listing = aListing({ provider: aProvider({ status: 'suspended' }) });
    expect(await submits(unheard)).toBe(ref);
    expect(await codeOf(submits(unheard, { key: key('another') }))).toBe('provider-not-active');
  });
});

test('an approval takes its shares over the ledgers as last known: one write each, and none is read but for what was declared of the provider', async () => {
  const { world } = await begun();
  const { calls, world: watched } = counted(world);
  await decides(watched, await another(world, 2), 'approve');
  // The one read is of the placements elsewhere and the recorded view, which protect children: they are never taken from a copy.
  expect(calls).toMatchObject({ 'ledgers.find': 1, 'ledgers.save': 2 });
});

test('before an order is made the threshold of registration is asked of the ledger of its provider alone; when it is sent, of the orders', async () => {
  const { world } = await begun();
  const { calls, world: watched } = counted(world);
  const ref = await submits(watched, { key: key('second') });
  await decides(watched, ref, 'approve');
  expect(calls).toMatchObject({ 'ledgers.find': 2 });
  expect(calls).not.toHaveProperty('callOffs.ofProvider');
  await drain(watched);
  expect(calls).toMatchObject({ 'callOffs.ofProvider': 1 });
});

test('shares of orders that were made since are confirmed together: each order is read once and each ledger is written once, however many they are', async () => {
  const { world } = await begun();
  for (const pupil of [2, 3, 4]) await decides(world, await another(world, pupil), 'approve');
  const { calls, world: watched } = counted(world);
  expect(await drain(watched)).toBe(0);
  expect(calls).not.toHaveProperty('ledgers.save');
  expect((await shares(world)).shares?.map(([, state]) => state)).toEqual(['open', 'open', 'open', 'open']);
  for (const name of Object.keys(calls)) delete calls[name];
  expect(await sweepLedgers(watched.ports)()).toMatchObject({ confirmed: 4, freed: 0 });
  expect(calls).toMatchObject({ 'callOffs.find': 4, 'ledgers.save': 2 });
  expect(calls).not.toHaveProperty('ledgers.find');
  expect((await shares(world)).shares?.map(([, state]) => state)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
});

test('of what is being decided while the sweep of ledgers runs nothing is confirmed, and nothing freed', async () => {
  const { world } = await begun();
  const ref = await another(world, 2);
  world.callOffs.fates.push('lost', 'lost', 'lost', 'lost', 'lost');
  await expect(decides(world, ref, 'approve')).rejects.toBeInstanceOf(ServiceBusy);
  expect(await sweepLedgers(world.ports)()).toMatchObject({ confirmed: 1, freed: 0 });
  expect((await shares(world)).shares).toContainEqual([ref, 'open']);
});

test('an order is sent by what protects a child and by its price, read at that moment, and by nothing else of the service', async () => {
  const { world } = await begun();
  const ref = await another(world, 2);
  await decides(world, ref, 'approve');
  const { calls, world: watched } = counted(world);
  await drain(watched);
  expect(calls).toMatchObject({ 'providers.sendingFacts': 1, 'callOffs.ofProvider': 1 });
  expect(calls).not.toHaveProperty('providers.facts');
});

describe('a copy of the ledgers that lags', () => {
  test('takes nothing twice and loses nothing: the write over it conflicts, and is decided by what is there', async () => {
    const { world, lagging } = await begun();
    const [second, third] = [await another(world, 2), await another(world, 3)];
    await decides(counted(world, lagging).world, second, 'approve');
    await decides(counted(world, lagging).world, third, 'approve');
    await drain(counted(world, lagging).world);
    await sweepLedgers(world.ports)();
    expect((await shares(world)).taken).toBe(3 * 144_000);
    expect((await shares(world)).shares?.map(([, state]) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  test('refuses nobody who has room by now', async () => {
    const limit = (world: World) => {
      world.facts.budgets.set(`113800 ${financialYearOf(localDate('2027-01-12'))}`, pence(1_000_000));
      world.facts.listing = aListing({ framework: aFramework({ maxValue: pence(300_000) }) });
    };
    const { world } = await begun(limit);
    const second = await another(world, 2);
    await decides(world, second, 'approve');
    const full = await world.ports.ledgers.known();
    // The first order came to nothing meanwhile, and its share was given back.
    const present = await world.ports.ledgers.find(value);
    if (!present) throw new Error('There is no ledger of the value');
    await world.ports.ledgers.save(present, { ...present.state, shares: present.state.shares.filter(({ subject }) => subject === second) });
    const third = await another(world, 3);
    expect(await codeOf(decides(counted(world, async () => full).world, third, 'approve'))).toBe('done');
  });

  test('lets nobody pass a limit that was reached meanwhile', async () => {
    const { world, lagging } = await begun((fresh) => {
      fresh.facts.listing = aListing({ framework: aFramework({ maxValue: pence(300_000) }) });
    });
    await decides(world, await another(world, 2), 'approve');
    const third = await another(world, 3);
    expect(await codeOf(decides(counted(world, lagging).world, third, 'approve'))).toBe('framework-value-reached');
    expect((await shares(world)).taken).toBe(2 * 144_000);
  });

  test('that has not heard of a ledger leaves its share open, and the sweep of ledgers confirms it', async () => {
    const world = memoryWorld();
    const ref = await submits(world);
    await decides(world, ref, 'approve');
    await drain(counted(world, async () => []).world);
    expect((await shares(world)).shares).toEqual([[ref, 'open']]);
    const run = sweepLedgers(world.ports);
    await run();
    await run();
    expect((await shares(world)).shares).toEqual([[ref, 'confirmed']]);
  });
});
