import { aCheck, aFramework, aLot, aProvider, aRate, aService } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { fromFramework } from '@ap/shared/lists/frameworks';
import { fromLot } from '@ap/shared/lists/lots';
import { fromProviderSite } from '@ap/shared/lists/provider-sites';
import { fromProvider } from '@ap/shared/lists/providers';
import { fromQaCheck } from '@ap/shared/lists/qa-checks';
import { fromStanding } from '@ap/shared/lists/quality/provider-standings';
import { fromRate } from '@ap/shared/lists/rate-cards';
import { fromService } from '@ap/shared/lists/services';
import { layOutRows } from '@ap/shared/search/laid-out';
import fc from 'fast-check';
import type { directoryOf } from './directory.ts';
import { all, aRegister, clock, firstStandard, type Kept, type Register, start, without } from './directory-register.fixture.ts';

beforeEach(() => {
  clock.at = '2026-11-24T10:00:00Z';
});

describe('what a change of a row touches', () => {
  const held = { suspended: fromProvider(aProvider({ ref: 'P-0002', status: 'suspended', lotKeys: ['AP-2026-1', 'AP-2026-2'] })) };
  const standing = fromStanding({
    ref: 'P-0002',
    version: 1,
    status: 'suspended',
    holds: [],
    holdCount: 0,
    outbox: [],
    recentCommands: [],
  } as never);
  const failed = fromQaCheck(
    aCheck(firstStandard, {
      ref: 'Q-2-again',
      providerRef: 'P-0002',
      outcome: 'failed',
      checkedOn: localDate('2026-10-01'),
    } as never),
  );

  test.each<[string, (register: Register) => void, readonly string[]]>([
    ['a provider that is suspended', ({ put }) => put('providers', 2, held.suspended), without(2)],
    ['a provider whose row is gone', ({ remove }) => remove('providers', 2), without(2)],
    ['a standing that somebody decided', ({ put }) => put('providerStandings', 1, standing), without(2)],
    ['a check that was failed', ({ put }) => put('qaChecks', 299, failed), without(2)],
    ['a check that is gone', ({ remove }) => remove('qaChecks', 200), without(2)],
    [
      'a lot that is closed',
      ({ put }) => put('lots', 2, fromLot(aLot({ key: 'AP-2026-2', number: 2, status: 'closed' }))),
      ['S-00011', 'S-00021', 'S-00031'],
    ],
    ['a framework that has expired', ({ put }) => put('frameworks', 1, fromFramework(aFramework({ status: 'expired' }))), []],
    ['a price that is gone', ({ remove }) => remove('rateCards', 21), all.filter((ref) => ref !== 'S-00021')],
    [
      'a price that is another service’s now',
      ({ put }) => put('rateCards', 21, fromRate(aRate({ ref: 'R-00021', serviceRef: 'S-00031' }))),
      all.filter((ref) => ref !== 'S-00021' && ref !== 'S-00031'),
    ],
    [
      'a service that is no longer offered',
      ({ put }) => put('services', 21, fromService(aService({ ref: 'S-00021', providerRef: 'P-0002', status: 'withdrawn' }))),
      all.filter((ref) => ref !== 'S-00021'),
    ],
  ])('%s', async (_what, change, left) => {
    const register = aRegister();
    const process = start(register);
    expect(await process.found()).toEqual(all);
    change(register);
    await process.learns();
    expect(await process.found()).toEqual(left);
  });

  test('a site that moved: its services are elsewhere', async () => {
    const register = aRegister();
    const process = start(register);
    await process.items();
    register.put(
      'providerSites',
      1,
      fromProviderSite({ ref: 'P-0001-S1', providerRef: 'P-0001', name: 'Mill', postcode: 'DT11 1AA', outcode: 'DT11' }),
    );
    await process.learns();
    expect((await process.items()).map(({ serviceRef, outcode }) => [serviceRef, outcode])).toContainEqual(['S-00011', 'DT11']);
    expect((await process.items()).filter(({ outcode }) => outcode === 'DT11')).toHaveLength(2);
  });

  test('the day: a check that lapsed at midnight takes its provider out of the first search of the day', async () => {
    const register = aRegister();
    register.put(
      'qaChecks',
      200,
      fromQaCheck(aCheck(firstStandard, { ref: 'Q-2', providerRef: 'P-0002', expiresOn: localDate('2026-11-24') } as never)),
    );
    const process = start(register);
    expect(await process.found()).toEqual(all);
    clock.at = '2026-11-25T00:00:01Z';
    expect(await process.found()).toEqual(without(2));
  });
});

describe('what many services have in common', () => {
  /** Fields that count how often a column of theirs is read. */
  const counted = (fields: object, column: string) => {
    let reads = 0;
    const value = (fields as Readonly<Record<string, unknown>>)[column];
    const told = Object.defineProperty({ ...fields }, column, {
      enumerable: true,
      get: () => {
        reads += 1;
        return value;
      },
    });
    return { told, reads: () => reads };
  };

  test('a provider and its checks are read out of their rows once, however many services it has, and again only when something about it changed', async () => {
    const register = aRegister();
    for (let id = 40; id < 80; id += 1) {
      const ref = `S-000${id}`;
      register.put('services', id, fromService(aService({ ref, providerRef: 'P-0002', lotKey: 'AP-2026-1', siteRef: 'P-0002-S1' })));
      register.put('rateCards', id, fromRate(aRate({ ref: `R-000${id}`, serviceRef: ref, lotKey: 'AP-2026-1' })));
    }
    const lot = counted(fromLot(aLot({ key: 'AP-2026-1', number: 1 })), 'Name');
    const provider = counted(fromProvider(aProvider({ ref: 'P-0002', lotKeys: ['AP-2026-1', 'AP-2026-2'] })), 'LegalName');
    const check = counted(fromQaCheck(aCheck(firstStandard, { ref: 'Q-2', providerRef: 'P-0002' })), 'Outcome');
    register.put('lots', 1, lot.told);
    register.put('providers', 2, provider.told);
    register.put('qaChecks', 200, check.told);
    const process = start(register);
    expect(await process.found()).toHaveLength(46);
    expect([lot.reads(), provider.reads(), check.reads()]).toEqual([1, 1, 1]);
    register.put(
      'services',
      40,
      fromService(aService({ ref: 'S-00040', providerRef: 'P-0002', lotKey: 'AP-2026-1', name: 'Another name' })),
    );
    await process.learns();
    expect((await process.items()).map(({ name }) => name)).toContain('Another name');
    expect([lot.reads(), provider.reads(), check.reads()]).toEqual([1, 1, 1]);
    register.put('qaChecks', 299, fromQaCheck(aCheck(firstStandard, { ref: 'Q-2-again', providerRef: 'P-0002', outcome: 'failed' })));
    await process.learns();
    expect(await process.found()).toHaveLength(4);
    expect([lot.reads(), provider.reads(), check.reads()]).toEqual([1, 2, 2]);
  });
});

/** Anything that anybody does to a row. */
const anEdit = fc.record({
  list: fc.constantFrom('frameworks', 'lots', 'providers', 'providerSites', 'services', 'rateCards', 'qaChecks'),
  which: fc.nat(5),
  isGone: fc.boolean(),
  value: fc.nat(2),
} as const);

interface Edit {
  readonly list: string;
  readonly which: number;
  readonly isGone: boolean;
  readonly value: number;
}

const edit = ({ put, remove }: Register, { list, which, isGone, value }: Edit): void => {
  const number = 1 + (which % 3);
  const ref = `P-000${number}`;
  const id = number * 10 + 1 + (which % 2);
  const lotKey = `AP-2026-${1 + (value % 2)}`;
  const [row, fields] = {
    frameworks: [1, fromFramework(aFramework({ status: value === 2 ? 'expired' : 'live' }))] as const,
    lots: [1 + (which % 2), fromLot(aLot({ key: `AP-2026-${1 + (which % 2)}`, name: `Lot ${value}` }))] as const,
    providers: [
      number,
      fromProvider(aProvider({ ref, status: value === 1 ? 'suspended' : 'active', lotKeys: ['AP-2026-1', 'AP-2026-2'] })),
    ] as const,
    providerSites: [
      number,
      fromProviderSite({ ref: `${ref}-S1`, providerRef: ref, name: 'Mill', postcode: 'DT1 1AA', outcode: value ? 'DT11' : 'DT1' }),
    ] as const,
    services: [id, fromService(aService({ ref: `S-000${id}`, providerRef: `P-000${1 + value}`, lotKey, siteRef: `${ref}-S1` }))] as const,
    rateCards: [id, fromRate(aRate({ ref: `R-000${id}`, serviceRef: `S-000${id}`, lotKey, price: pence(1_000 + value) }))] as const,
    qaChecks: [
      number * 100,
      fromQaCheck(
        aCheck(firstStandard, {
          ref: `Q-${number}`,
          providerRef: ref,
          outcome: value === 1 ? 'failed' : 'passed',
        } as never),
      ),
    ] as const,
  }[list as 'lots'];
  if (isGone) remove(list as 'lots', row);
  else put(list as 'lots', row, fields);
};

/** A storage that remembers the index that was kept last. */
const aStorage = () => {
  const held: { bytes?: Uint8Array | undefined } = {};
  const snapshots: Kept = {
    loadBytes: async () => held.bytes,
    saveBytes: async (_name, content) => {
      held.bytes = content;
    },
  };
  return { held, snapshots };
};

test('processes that hear of changes at other times, in other orders, twice, all anew after a 410, or start again from what was kept, hold what one that starts at the end holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(anEdit, { maxLength: 4 }), fc.constantFrom('first', 'both', 'neither', 'all-anew', 'again')), {
        maxLength: 8,
      }),
      async (story) => {
        const register = aRegister();
        const { snapshots } = aStorage();
        const first = start(register, snapshots);
        let second = start(register);
        await Promise.all([first.found(), second.found()]);
        for (const [edits, who] of story) {
          for (const each of edits) edit(register, each);
          if (who === 'again') second = start(register, snapshots);
          register.service.inOrder = (told) => [...told.toReversed(), ...told];
          if (who === 'first' || who === 'both') await first.learns();
          register.service.inOrder = (told) => told;
          register.service.forgets = who === 'all-anew';
          if (who === 'both' || who === 'all-anew') await second.learns();
          register.service.forgets = false;
          await Promise.all([first.found(), second.found()]);
        }
        await Promise.all([first.learns(), second.learns()]);
        const last = start(register);
        expect(await first.items()).toEqual(await last.items());
        const hashes = await Promise.all([first.hash(), second.hash(), last.hash()]);
        expect(new Set(hashes).size).toBe(1);
      },
    ),
    { numRuns: 60 },
  );
});

describe('a process that starts with the index that another kept', () => {
  /** A storage with the index that a first process kept. */
  const kept = async (register: Register) => {
    const { held, snapshots } = aStorage();
    await start(register, snapshots).found();
    for (let turn = 0; turn < 20 && !held.bytes; turn += 1) await new Promise(setImmediate);
    const spoil = (change: (bytes: Uint8Array) => Uint8Array) => {
      held.bytes = held.bytes && change(held.bytes);
    };
    register.service.asked = 0;
    return { snapshots, spoil };
  };

  test('answers when each list has said that nothing changed, before it has read any, and says the same afterwards', async () => {
    const register = aRegister();
    const { snapshots } = await kept(register);
    const process = start(register, snapshots);
    expect(await process.found()).toEqual(all);
    expect(register.service.asked).toBe(8);
    expect(process.lists.services.mirror.link()).toBeUndefined();
    const begun = await process.hash();
    await process.learns();
    expect(await process.found()).toEqual(all);
    expect(await process.hash()).toBe(begun);
  });

  test.each<[string, (register: Register) => void]>([
    ['a provider was suspended since', ({ put }) => put('providers', 2, fromProvider(aProvider({ ref: 'P-0002', status: 'suspended' })))],
    ['its row was deleted since', ({ remove }) => remove('providers', 2)],
    ['a link is forgotten', (register) => Object.assign(register.service, { forgets: true })],
  ])('waits for the lists when %s', async (_what, change) => {
    const register = aRegister();
    const { snapshots } = await kept(register);
    change(register);
    const process = start(register, snapshots);
    expect(await process.found()).toEqual(register.service.forgets ? all : without(2));
    expect(process.lists.services.mirror.link()).toBeDefined();
  });

  /** How often a base is laid out, by whoever it is given to. */
  const counted = () => {
    const laid: number[] = [];
    const layOut: Parameters<typeof directoryOf>[4] = async (rows, places) => {
      laid.push(rows.starts.length - 1);
      return layOutRows(rows, places);
    };
    return { laid, layOut };
  };

  test.each<[string, (register: Register) => void, readonly string[]]>([
    ['a price was taken away', ({ remove }) => remove('rateCards', 21), all.filter((ref) => ref !== 'S-00021')],
    ['a service was deleted', ({ remove }) => remove('services', 21), all.filter((ref) => ref !== 'S-00021')],
    ['nothing was, but the day before', () => Object.assign(clock, { at: '2026-11-25T10:00:00Z' }), all],
    ['a link was forgotten', (register) => Object.assign(register.service, { forgets: true }), all],
  ])('changes it by what the lists say otherwise, and lays out nothing anew, when %s', async (_what, change, left) => {
    const register = aRegister();
    const { snapshots } = await kept(register);
    change(register);
    const { laid, layOut } = counted();
    const process = start(register, snapshots, 'this release', layOut);
    expect(await process.found()).toEqual(left);
    expect(laid).toEqual([]);
    expect(await process.hash()).toBe(await start(register).hash());
  });

  test('what is told again as it was after a 410 is not put in again', async () => {
    const register = aRegister();
    const { laid, layOut } = counted();
    const process = start(register, undefined, 'this release', layOut);
    await process.found();
    register.service.forgets = true;
    await process.learns();
    expect(await process.found()).toEqual(all);
    expect(laid).toEqual([6]);
  });

  test('a thread that dies costs time and no answer', async () => {
    const process = start(aRegister(), undefined, 'this release', async () => {
      throw new Error('The thread died');
    });
    expect(await process.found()).toEqual(all);
  });

  test('shows nothing while the lists do not answer', async () => {
    const register = aRegister();
    const { snapshots } = await kept(register);
    register.service.down = true;
    await expect(start(register, snapshots).found()).rejects.toThrow('down');
  });

  test('of yesterday, of another release, cut short or with a byte changed is left aside', async () => {
    const register = aRegister();
    const { snapshots, spoil } = await kept(register);
    const usesIt = async (release?: string): Promise<boolean> => {
      const process = start(register, snapshots, release);
      expect(await process.found()).toEqual(all);
      return process.lists.services.mirror.link() === undefined;
    };
    expect(await usesIt()).toBe(true);
    expect(await usesIt('the next release')).toBe(false);
    clock.at = '2026-11-25T10:00:00Z';
    expect(await usesIt()).toBe(false);
    clock.at = '2026-11-24T10:00:00Z';
    const whole = (await snapshots.loadBytes('Directory')) ?? new Uint8Array();
    for (const at of [2, 20, 200, whole.length - 40, whole.length - 300]) {
      spoil(() => Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ 1 : byte)));
      expect(await usesIt()).toBe(false);
    }
    spoil(() => whole.subarray(0, whole.length / 2));
    expect(await usesIt()).toBe(false);
  });
});
