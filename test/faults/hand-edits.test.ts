import { keyOf } from '@ap/shared/domain/hand-edits/edit-law';
import type { Author } from '@ap/shared/domain/hand-edits/review-row';
import { frameworks } from '@ap/shared/lists/frameworks';
import { rawRows } from '@ap/shared/lists/hand-edits/edited-rows.fixture';
import { readRow } from '@ap/shared/lists/hand-edits/row-content';
import { lots } from '@ap/shared/lists/lots';
import { providers } from '@ap/shared/lists/providers';
import { rateCards } from '@ap/shared/lists/rate-cards';
import { services } from '@ap/shared/lists/services';
import fc from 'fast-check';
import { guardLists } from '../../functions/src/hand-edits/guard-list.ts';
import type { GuardPorts } from '../../functions/src/hand-edits/guard-ports.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { memoryGoodCopies, memoryGuardedList, type Raw } from '../ports/memory-guarded-list.ts';
import { memoryWorld } from '../ports/memory-world.ts';

// The guard of the lists against lists in memory that keep versions, and a machine that may die after any step.

const somebody = (name: string, digit: string): Author => ({
  kind: 'person',
  id: { tenantId: `1000000${digit}-0000-4000-8000-000000000001`, objectId: `2000000${digit}-0000-4000-8000-000000000001` },
  name,
  email: `${name}@council.example`,
});
const ann = somebody('ann', '1');
const ben = somebody('ben', '2');
const app: Author = { kind: 'app' };

const setUp = () => {
  const world = memoryWorld();
  const at = () => world.clock.now;
  const lists = {
    frameworks: memoryGuardedList(frameworks, at),
    lots: memoryGuardedList(lots, at),
    providers: memoryGuardedList(providers, at),
    services: memoryGuardedList(services, at),
    rateCards: memoryGuardedList(rateCards, at),
  };
  for (const list of Object.values(lists)) list.enter(app, rawRows[list.law.list] ?? {});
  lists.lots.enter(app, { ...rawRows.Lots, Title: 'AP-2026-2', Number: 2 });
  const trouble: { afterSteps: number; how: 'dies' | 'busy' } = { afterSteps: Number.POSITIVE_INFINITY, how: 'dies' };
  /** Ports in trouble after some steps: the machine dies once a step is done and nothing later happens, or one step is not done for the service is busy. */
  const mortal = <P extends object>(port: P): P =>
    new Proxy(port, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== 'function' || name === 'pack' || name === 'unpack') return member;
        return async (...given: unknown[]) => {
          if (trouble.afterSteps < 0 && trouble.how === 'dies') throw new Error('The machine is dead');
          trouble.afterSteps -= 1;
          if (trouble.afterSteps === -1 && trouble.how === 'busy') throw new ServiceBusy('graph', 429, 60);
          const answer = await (member as (...given: unknown[]) => unknown).apply(target, given);
          if (trouble.afterSteps < 0 && trouble.how === 'dies') throw new Error('The machine has died');
          return answer;
        };
      },
    });
  const goodCopies = memoryGoodCopies();
  const ports: GuardPorts = {
    ...world.ports,
    audit: mortal(world.ports.audit),
    cards: mortal(world.ports.cards),
    goodCopies: mortal(goodCopies),
    lists: Object.values(lists).map(mortal),
    carryOut: async (command) =>
      command.of === 'provider' && command.kind === 'place-hold' ? { ok: true } : { ok: false, sentence: 'The rules refuse it.' },
  };
  let minutes = 0;
  const run = async (afterSteps = Number.POSITIVE_INFINITY, how: typeof trouble.how = 'dies') => {
    minutes += 2;
    world.clock.now = new Date(Date.parse('2026-11-26T10:00:00Z') + minutes * 60_000).toISOString();
    Object.assign(trouble, { afterSteps, how });
    try {
      return await guardLists(ports)();
    } finally {
      trouble.afterSteps = Number.POSITIVE_INFINITY;
    }
  };
  const [provider, service, rate] = [lists.providers, lists.services, lists.rateCards].map((list) => list.rows()[0]?.itemId ?? 0) as [
    number,
    number,
    number,
  ];
  return { world, lists, run, goodCopies, provider, service, rate };
};

const rowOf = (list: ReturnType<typeof memoryGuardedList>, itemId: number): Raw | undefined =>
  list.rows().find((row) => row.itemId === itemId)?.raw;

test('each editor gets one card for all that was put back in a run, and nobody one for what stands', async () => {
  const { world, lists, run, rate, service, provider } = setUp();
  await run();
  lists.rateCards.edit(rate, ann, { Price: 1 });
  lists.services.edit(service, ann, { LotKey: 'AP-1999-1' });
  lists.services.edit(service, ben, { Name: 'Wood school' });
  lists.providers.edit(provider, ben, { Title: 'P-9999' });
  await run();
  expect(world.cards.map(({ to, summary }) => [to, summary])).toEqual([
    [expect.stringContaining('20000002'), 'P-0042 in Providers was put back'],
    [expect.stringContaining('20000001'), 'S-00042 in Services was put back'],
    [expect.stringContaining('20000001'), 'R-00042 in RateCards was put back'],
  ]);
  expect(rowOf(lists.services, service)).toMatchObject({ LotKey: 'AP-2026-1', Name: 'Wood school' });
  expect(world.audit.filter(({ id }) => id.startsWith('EDIT-')).map(({ id, action }) => `${id} ${action}`)).toEqual([
    'EDIT-Providers-1-2-v1-0 hand-edit-undone',
    'EDIT-Services-1-2-v1-0 hand-edit-undone',
    'EDIT-Services-1-3-v1-0 hand-edit-accepted',
    'EDIT-RateCards-1-2-v1-0 hand-edit-undone',
  ]);
});

test('an editor without the app is told by mail, in words that repeat nothing that was typed', async () => {
  const { world, lists, run, service } = setUp();
  await run();
  world.down.onlyTenant = '99999999-0000-4000-8000-000000000001';
  lists.services.edit(service, ann, { LotKey: 'PUPIL JO SMITH', PlacesAsAt: 'Jo' });
  await run();
  expect(world.mails.map(({ to, subject }) => [to, subject])).toEqual([['ann@council.example', 'S-00042 in Services was put back']]);
  expect(world.mails[0]?.html).toContain('Places as at: The app cannot read this');
});

test('who edits while a row is put back is read again', async () => {
  const { lists, run, rate } = setUp();
  await run();
  lists.rateCards.edit(rate, ann, { Price: 1 });
  const { write } = lists.rateCards;
  let rivals = 1;
  Object.assign(lists.rateCards, {
    write: async (...given: Parameters<typeof write>) => {
      if (rivals > 0) lists.rateCards.edit(rate, ben, { Price: 2 });
      rivals -= 1;
      return write(...given);
    },
  });
  await run();
  expect(rowOf(lists.rateCards, rate)).toMatchObject({ Price: 45 });
});

test('a row that somebody types anew in the place of a deleted one is judged by its good copy', async () => {
  const { world, lists, run, provider } = setUp();
  await run();
  lists.providers.erase(provider);
  const anew = lists.providers.enter(ann, { ...rawRows.Providers, Status: 'removed', Phone: '01305 000999' });
  await run();
  expect(rowOf(lists.providers, anew)).toMatchObject({ Title: 'P-0042', Status: 'active', Phone: '01305 000999' });
  expect(world.audit.map(({ id }) => id)).toEqual(['EDIT-Providers-1-deleted-v1-0', 'EDIT-Providers-2-1-v1-0']);
});

test('a row that could not be read when it was first seen is good once it can be', async () => {
  const { world, lists, run } = setUp();
  const broken = lists.providers.enter({ kind: 'program' }, { ...rawRows.Providers, Title: 'P-0001', Phone: null });
  await run();
  lists.providers.edit(broken, ann, { Phone: '01305 000222' });
  await run();
  expect(rowOf(lists.providers, broken)).toMatchObject({ Status: 'active', Phone: '01305 000222' });
  expect(world.audit).toEqual([]);
});

test('of two new rows with one key, entered at once, the first stays', async () => {
  const { lists, run } = setUp();
  await run();
  const first = lists.lots.enter(ann, { ...rawRows.Lots, Title: 'AP-2026-3', Number: 3 });
  const second = lists.lots.enter(ben, { ...rawRows.Lots, Title: ' ap-2026-3', Number: 4 });
  await run();
  expect([rowOf(lists.lots, first)?.Number, rowOf(lists.lots, second)]).toEqual([3, undefined]);
});

test('a lot that was typed with a blank before its key is one all the same', async () => {
  const { lists, run, service } = setUp();
  await run();
  lists.lots.enter(ann, { ...rawRows.Lots, Title: ' ap-2026-4', Number: 4 });
  await run();
  lists.services.edit(service, ann, { LotKey: 'AP-2026-4' });
  await run();
  expect(rowOf(lists.services, service)).toMatchObject({ LotKey: 'AP-2026-4' });
});

test('an administrator fills the register with rows in any state; a person enters a provider as prospective only', async () => {
  const { lists, run } = setUp();
  await run();
  const filled = lists.providers.enter({ kind: 'program' }, { ...rawRows.Providers, Title: 'P-0002' });
  const typed = lists.providers.enter(ann, { ...rawRows.Providers, Title: 'P-0003' });
  await run();
  expect(rowOf(lists.providers, filled)).toMatchObject({ Status: 'active' });
  expect(rowOf(lists.providers, typed)).toBeUndefined();
});

const acts = fc.array(
  fc.record({
    list: fc.constantFrom('providers', 'services', 'rateCards', 'lots') as fc.Arbitrary<'providers' | 'services' | 'rateCards' | 'lots'>,
    by: fc.constantFrom(ann, ben, app),
    does: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('edit' as const),
          change: fc.constantFrom<Raw>(
            { Status: 'suspended' },
            { Status: 'active' },
            { Status: 'removed' },
            { Status: 'withdrawn' },
            { Price: 7 },
            { LotKey: 'AP-2026-2' },
            { LotKey: 'AP-9' },
            { Title: 'NEW' },
            { Phone: '01305 000333' },
            { Name: null },
            { AgeFrom: null, Name: 'Other' },
          ),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: 'erase' as const }) },
    ),
    guarded: fc.option(fc.record({ afterSteps: fc.nat(60), how: fc.constantFrom('dies' as const, 'busy' as const) }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 8 },
);

test('whatever is typed and wherever the machine dies, every row ends good, every edit as one event, and nothing is left to do', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const { world, lists, run, goodCopies } = setUp();
      await run();
      const keys = Object.values(lists).map(
        (list) =>
          [
            list,
            list
              .rows()
              .map(({ raw }) => String(raw.Title))
              .sort(),
          ] as const,
      );
      const edits: string[] = [];
      for (const { list: name, by, does, guarded } of steps) {
        const list = lists[name];
        const row = list.rows()[0];
        if (row && does.kind === 'erase') list.erase(row.itemId);
        else if (row && does.kind === 'edit') {
          // The app itself writes what is good only.
          if (by.kind === 'app') list.edit(row.itemId, by, { Name: 'By the app', Summary: 'By the app' });
          else {
            const change = Object.fromEntries(Object.entries(does.change).filter(([column]) => column in list.law.labels));
            list.edit(row.itemId, by, change);
            const isEdit = Object.entries(change).some(([column, value]) => (row.raw[column] ?? null) !== value);
            if (isEdit) edits.push(`EDIT-${list.law.list}-${row.itemId}-${row.version + 1}-v1-0`);
          }
        }
        if (guarded) await run(guarded.afterSteps, guarded.how);
      }
      await run();
      await run();
      const versions = () =>
        Object.values(lists).flatMap((list) => list.rows().map(({ itemId, version }) => `${list.law.list}/${itemId}/${version}`));
      const settled = versions();
      const reports = await run();
      expect(versions()).toEqual(settled);
      expect(reports.every(({ undone, accepted, left }) => undone + accepted + left === 0)).toBe(true);

      for (const [list, wanted] of keys) {
        const definition =
          { Frameworks: frameworks, Lots: lots, Providers: providers, Services: services, RateCards: rateCards }[list.law.list] ?? lots;
        const found = list.rows().map(({ raw }) => readRow(definition, raw));
        expect(found.flatMap(({ unreadable }) => unreadable)).toEqual([]);
        expect(found.map(({ content }) => keyOf(content)).sort()).toEqual(wanted);
        expect([...(await goodCopies.keys(list.law.list)).values()].sort()).toEqual(wanted);
      }
      const rate = lists.rateCards.rows()[0]?.raw;
      expect([rate?.Price, rate?.Status]).toEqual([45, 'approved']);
      expect(['active', 'suspended']).toContain(lists.providers.rows()[0]?.raw.Status);
      expect(['AP-2026-1', 'AP-2026-2']).toContain(lists.services.rows()[0]?.raw.LotKey);

      const events = world.audit.map(({ id }) => id);
      const erased = new Set(events.filter((id) => id.includes('-deleted-')).map((id) => id.split('-').slice(0, 3).join('-')));
      // Edits of a row that was deleted before anybody looked went with it.
      const looked = edits.filter((id) => !erased.has(id.split('-').slice(0, 3).join('-')));
      expect(looked.filter((id) => !events.includes(id))).toEqual([]);
      expect(new Set(events).size).toBe(events.length);
    }),
    { numRuns: 150 },
  );
});
