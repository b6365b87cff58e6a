import { lots } from '@ap/shared/lists/lots';
import { listFeed } from '../../functions/src/adapters/sharepoint/list-feed.ts';
import { listMirror } from '../../functions/src/adapters/sharepoint/list-mirror.ts';
import { listStore } from '../../functions/src/adapters/sharepoint/list-store.ts';
import { oddList, versionOf } from '../../functions/src/adapters/sharepoint/odd-list.fixture.ts';
import { sharedFeed } from '../../functions/src/adapters/sharepoint/shared-feed.ts';
import type { ReadingBook } from '../../functions/src/ports/kept.ts';
import { memoryBooks } from '../ports/memory-books.ts';
import { diceOf } from '../simulation/seeded.ts';

// Several processes, each with a copy of one list and a clock of its own, that share what they read through a storage.

const sitePath = async () => '/sites/s';
const columns = Object.keys(lots.columns);

/** `ofPeople`: a list whose rows are not handed on. */
const deployment = (seed: number, { held = false, ofPeople = false } = {}) => {
  const dice = diceOf(seed);
  const time = { now: 1_000_000_000 };
  const waiting: (() => void)[] = [];
  /** With `held`, whatever asks waits until the test lets it go, in any order. */
  const gate = (): Promise<void> => (held ? new Promise((go) => waiting.push(go)) : Promise.resolve());
  const list = oddList(dice, () => time.now, gate);
  const books = memoryBooks(() => time.now);
  const storage = { down: false };
  const book: ReadingBook = {
    open: async () => {
      await gate();
      if (storage.down) throw new Error('The storage is down');
      return books('Lots').open();
    },
    write: async (text, over) => {
      await gate();
      if (storage.down) throw new Error('The storage is down');
      return books('Lots').write(text, over);
    },
  };
  const logged: string[] = [];
  const log = { event: (_level: string, name: string) => void logged.push(name) };
  /** A process whose clock goes wrong by so many milliseconds. */
  const start = (skew = 0) => {
    const now = () => time.now + skew;
    const pause = async (milliseconds: number): Promise<void> => {
      time.now += milliseconds;
      await gate();
    };
    const feed = listFeed(list.client, sitePath, lots, now);
    const of = async () => columns.join(' ');
    const shared = sharedFeed({ list: 'Lots', feed, book, of, columns: ofPeople ? undefined : columns, log, now, pause });
    const store = listStore(list.client, sitePath, lots, { ...feed, ...shared });
    const mirror = listMirror(store, 'Lots', log, now, (row) => row.fields.Title, undefined, { restsFor: () => 30_000 });
    return { mirror, skew };
  };
  const settle = async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      await new Promise(setImmediate);
      for (const go of waiting.splice(0)) go();
    }
  };
  /** Lets everything go that is held up, until something is done. */
  const finished = async (something: Promise<unknown>): Promise<void> => {
    let isDone = false;
    const done = something.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      for (const go of waiting.splice(0)) go();
      await new Promise(setImmediate);
    }
    await done;
  };
  return { dice, time, waiting, list, books, storage, logged, start, settle, finished };
};

type Process = ReturnType<ReturnType<typeof deployment>['start']>;
const names = async ({ mirror }: Process) => (await mirror.rows()).map(({ id, fields }) => `${id} ${fields.Name}`).sort();

/** Every process is used, as searches do, and what it does behind the scenes is done. */
const used = async (processes: readonly Process[], { settle }: Pick<ReturnType<typeof deployment>, 'settle'>) => {
  for (const process of processes) {
    await process.mirror.rows();
    await settle();
  }
};

/** Processes that have read for themselves at their start. */
const running = async (count: number, options = {}) => {
  const all = deployment(1, options);
  for (let row = 0; row < 5; row += 1) all.list.edit();
  const processes = Array.from({ length: count }, (_, index) => all.start(index * 3_600_000));
  await used(processes, all);
  return { ...all, processes, use: () => used(processes, all) };
};

test('an hour in which five processes are searched all the time costs one reading of the list each half minute, whoever makes it', async () => {
  const { time, list, use } = await running(5);
  list.service.asked = 0;
  for (let second = 0; second < 3_600; second += 10) {
    time.now += 10_000;
    await use();
  }
  expect(list.service.asked).toBeLessThanOrEqual(120);
  expect(list.service.asked).toBeGreaterThan(80);
});

test('what one process reads the others know when they have looked, and none of them asks for it', async () => {
  const { time, list, processes, settle, use } = await running(3);
  time.now += 5_000;
  list.edit();
  await processes[0]?.mirror.refresh();
  await settle();
  list.service.asked = 0;
  time.now += 3_000;
  await use();
  for (const process of processes)
    expect(await names(process)).toEqual([...list.rows().values()].map(({ id, name }) => `${id} ${name}`).sort());
  expect(list.service.asked).toBe(0);
});

test('a process that is told of a change before it has ever read the list tells the others all the same', async () => {
  const { time, list, processes, start, use, settle } = await running(2);
  time.now += 5_000;
  list.edit();
  await start().mirror.refresh();
  await settle();
  list.service.asked = 0;
  time.now += 3_000;
  await use();
  for (const process of processes)
    expect(await names(process)).toEqual([...list.rows().values()].map(({ id, name }) => `${id} ${name}`).sort());
  expect(list.service.asked).toBe(0);
});

test('of a list that names people only that it changed is told: no row lies in the storage, and each process reads it once', async () => {
  const { time, list, processes, books, settle, use } = await running(3, { ofPeople: true });
  time.now += 5_000;
  list.edit();
  await processes[0]?.mirror.refresh();
  await settle();
  expect((await books('Lots').open()).text).not.toContain('Lot ');
  list.service.asked = 0;
  time.now += 3_000;
  await use();
  for (const process of processes)
    expect(await names(process)).toEqual([...list.rows().values()].map(({ id, name }) => `${id} ${name}`).sort());
  expect(list.service.asked).toBe(2);
});

test('a process that died while it read for all is waited for no longer than its word lasts', async () => {
  const { time, list, books, processes, use } = await running(2);
  const { text, version } = await books('Lots').open();
  time.now += 31_000;
  await books('Lots').write(JSON.stringify({ ...JSON.parse(text ?? ''), claimed: time.now + 15_000 }), version);
  list.edit();
  list.service.asked = 0;
  await use();
  expect(list.service.asked).toBe(0);
  time.now += 15_001;
  await use();
  await use();
  expect(list.service.asked).toBe(1);
  for (const process of processes) expect((await names(process)).length).toBe(list.rows().size);
});

test('two that are asked after a quiet hour both wait for what is there now, whichever of them has the word', async () => {
  const { time, list, processes } = await running(2);
  time.now += 3_600_000;
  list.edit();
  for (const found of await Promise.all(processes.map(names))) expect(found.length).toBe(list.rows().size);
  for (const { mirror, skew } of processes) expect(mirror.freshAt() - skew).toBe(time.now);
});

test('while the storage is down each process reads for itself; when it is back they share again', async () => {
  const { time, list, storage, processes, use } = await running(2);
  storage.down = true;
  time.now += 31_000;
  list.edit();
  list.service.asked = 0;
  await use();
  await use();
  expect(list.service.asked).toBe(2);
  for (const process of processes) expect((await names(process)).length).toBe(list.rows().size);
  storage.down = false;
  time.now += 31_000;
  await use();
  time.now += 31_000;
  await use();
  list.service.asked = 0;
  time.now += 31_000;
  await use();
  time.now += 3_000;
  await use();
  expect(list.service.asked).toBe(1);
});

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'whatever comes late, twice, in another order or not at all, every copy is at least as new as it says, and all end alike (seed %i)',
  async (seed) => {
    const all = deployment(seed, { held: true, ofPeople: seed % 4 === 3 });
    const { dice, time, waiting, list, storage } = all;
    Object.assign(list.service, { odd: 0.3, forgets: 0.1 });
    const processes: Process[] = [all.start(0), all.start(-3_600_000), all.start(3_600_000)];
    const failures: unknown[] = [];
    const acting: Promise<void>[] = [];
    const judge = ({ mirror, skew }: Process, rows: Awaited<ReturnType<Process['mirror']['rows']>>): void => {
      const known = new Map(rows.map((row) => [String(row.id), versionOf(row)]));
      for (const [id, told] of list.before(mirror.freshAt() - skew)) {
        const version = known.get(id);
        const isGone = version === undefined && list.deletedAfter(id, told.version);
        const isRight =
          told.name === undefined ? version === undefined || version > told.version : version !== undefined && version >= told.version;
        if (!isRight && !isGone) failures.push({ id, told, version });
      }
    };
    const act = (process: Process): void => {
      const reading = dice.fraction() < 0.3 ? process.mirror.refresh() : Promise.resolve();
      acting.push(reading.then(() => process.mirror.rows()).then((rows) => judge(process, rows)));
    };
    for (let step = 0; step < 400; step += 1) {
      const what = dice.fraction();
      if (what < 0.1) list.edit();
      else if (what < 0.2) act(dice.pick(processes));
      else if (what < 0.3) time.now += dice.pick([100, 1_000, 3_000, 16_000, 40_000]);
      else if (what < 0.31) storage.down = !storage.down;
      else if (what < 0.32) processes[2] = all.start(dice.pick([-1, 0, 1]) * 3_600_000);
      else waiting.splice(Math.floor(dice.fraction() * waiting.length), 1)[0]?.();
      await new Promise(setImmediate);
    }
    storage.down = false;
    await all.finished(Promise.all(acting));
    for (let round = 0; round < 2; round += 1)
      for (const process of processes) {
        await all.finished(process.mirror.refresh());
      }
    expect(failures).toEqual([]);
    const present = [...list.rows().values()].map(({ id, name }) => `${id} ${name}`).sort();
    for (const process of processes) expect(await names(process)).toEqual(present);
  },
);
